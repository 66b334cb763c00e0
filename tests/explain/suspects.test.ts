import { expect, it } from 'vitest';
import { evaluate } from '../../src/engine/evaluate';
import type { Policies, Request } from '../../src/case/scenario';
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
    'If an administrator of 111122223333 is denied as well, it is an SCP. The denial message names it: `service control policy`.',
  );
});

it('tells what the resource’s own policy can do within one account', () => {
  const why = (request: Partial<Request>, policies: Policies) =>
    markdown(found(request, policies).find(({ layer }) => layer === 'resource')!.why);
  expect(why({}, { resource: 'unknown' })).toBe(
    'In one account it can only take away what is allowed elsewhere.',
  );
  // What else hides does not make a grant of it needed.
  expect(why({}, { resource: 'unknown', scp: 'unknown' })).toBe(
    'In one account it can only take away what is allowed elsewhere.',
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

it('tells of a layer that could only deny that it could only deny', () => {
  const bucket = {
    name: 'Bucket',
    document: policy({
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:user/alice' },
      Action: 's3:GetObject',
      Resource: '*',
    }),
  };
  const [identity] = found({}, { identity: 'unknown', boundary: 'unknown', resource: bucket });
  expect(identity!.layer).toBe('identity');
  expect(markdown(identity!.why)).toBe(
    'The bucket policy grants the request, so an identity policy can only deny it.',
  );
  expect(markdown(identity!.tell)).toBe(
    'The denial message names it: `with an explicit deny in an identity-based policy`.',
  );
});

it('tells whose session policy it is', () => {
  const role = 'arn:aws:sts::111122223333:assumed-role/App/one';
  const user = 'arn:aws:sts::111122223333:federated-user/fay';
  const why = (principal: string) =>
    markdown(found({ principal }, { session: 'unknown' }).find(({ layer }) => layer === 'session')!.why);
  expect(why(role)).toBe('A tool that assumes the role may pass a policy that narrows the session.');
  expect(why(user)).toBe('A federated user may do only what its session policy allows.');
});
