import { expect, it } from 'vitest';
import { evaluate } from '../../src/engine/evaluate';
import type { Policies, Request } from '../../src/engine/scenario';
import { markdown } from '../../src/explain/rich';
import { suspects } from '../../src/explain/suspects';
import { policy, scenario } from './support';

const IDENTITY: Policies = {
  identity: [{ name: 'P', document: policy({ Effect: 'Allow', Action: 's3:*', Resource: '*' }) }],
};
const found = (request: Partial<Request>, policies: Policies) => {
  const asked = scenario(request, { ...IDENTITY, ...policies });
  return suspects(asked, evaluate(asked));
};

it('puts layers that must allow before those that could only deny', () => {
  const all = { scp: 'unknown', boundary: 'unknown', resource: 'unknown', rcp: 'unknown' } as const;
  expect(found({}, all).map(({ layer }) => layer)).toEqual(['scp', 'boundary', 'resource', 'rcp']);
  const across = { resourceAccount: '444455556666' };
  expect(found(across, all).map(({ layer }) => layer)).toEqual(['resource', 'scp', 'boundary', 'rcp']);
});

it('suspects the endpoint where the request came through one', () => {
  const context = { 'aws:SourceVpce': 'vpce-1' };
  expect(found({ context }, { scp: 'unknown', endpoint: 'unknown' }).map(({ layer }) => layer)).toEqual([
    'endpoint',
    'scp',
  ]);
});

it('tells how to find out', () => {
  const [scp] = found({}, { scp: 'unknown' });
  expect(markdown(scp!.tell)).toBe(
    'If an administrator of 111122223333 is denied as well, it is an SCP. The message ends in `service control policy`.',
  );
});

it('tells what the resource’s own policy can do within one account', () => {
  const why = (request: Partial<Request>, policies: Policies) =>
    markdown(found(request, policies).find(({ layer }) => layer === 'resource')!.why);
  expect(why({}, { resource: 'unknown' })).toBe(
    'In one account it can only take away what an identity policy allows.',
  );
  expect(why({}, { identity: 'unknown', resource: 'unknown' })).toBe(
    'It can grant the request by itself, and it can deny it.',
  );
  const key = { action: 'kms:Decrypt', resource: 'arn:aws:kms:us-east-1:111122223333:key/1234' };
  const mine = { name: 'P', document: policy({ Effect: 'Allow', Action: 'kms:*', Resource: '*' }) };
  expect(why(key, { identity: [mine], resource: 'unknown' })).toBe(
    'The resource’s own policy has to allow it, in its own account too.',
  );
});
