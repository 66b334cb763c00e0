import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/engine/evaluate';
import type { Policies, Request, Scenario } from '../../src/case/scenario';
import { markdown } from '../../src/explain/rich';
import { stepWords } from '../../src/explain/steps';
import { BROKEN, CROSS, DENIED, EMPTY, EXPLICIT, UNKNOWN } from './states';
import { policy, scenario } from './support';

/** What is not in play says nothing else. */
const OFF = new Set(['None attached', 'Does not apply']);

/** `Boundary: No Allow · stops here`, one for each step that is in play. */
function gates(scenario: Scenario): string[] {
  const evaluation = evaluate(scenario);
  return evaluation.steps.flatMap((step) => {
    const { shortName, word, detail } = stepWords(step, evaluation, scenario);
    return OFF.has(word) ? [] : [`${shortName}: ${[word, detail].filter(Boolean).join(' · ')}`];
  });
}

describe('the gates', () => {
  it('a boundary without the Allow', () => {
    expect(gates(DENIED)).toEqual([
      'Explicit deny: No Deny matches · 3 Denies read',
      'SCPs: Allows · all 3 levels',
      'Bucket policy: No match · goes on',
      'Boundary: No Allow · stops here',
      'Identity: Would allow · not reached',
      'Default deny: Not reached',
    ]);
  });

  it('an explicit deny', () => {
    expect(gates(EXPLICIT)).toEqual([
      'Explicit deny: 1 Deny matches · 1 of 2, in SCPs',
      'SCPs: Denies · level 2 of 4',
      'Boundary: Would allow · not reached',
      'Session policy: Would allow · not reached',
      'Identity: Would allow · not reached',
      'Default deny: Not reached',
    ]);
  });

  it('two accounts', () => {
    expect(gates(CROSS)).toEqual([
      'Explicit deny: No Deny matches · 2 Denies, 2 accounts',
      'SCPs: Allows · both levels',
      'Identity: Allows · ReadCurated',
      'Bucket policy: Allows · AnalyticsRead',
      'Default deny: Not needed · an Allow was found',
    ]);
  });

  it('what is not known', () => {
    expect(gates(UNKNOWN)).toEqual([
      'Explicit deny: Not known · 1 Deny depends on it',
      'SCPs: Not visible · assumed present',
      'Bucket policy: Not known · OnlyThroughVpce',
      'Identity: Allows · ReadRecords',
      'Default deny: Not known',
    ]);
  });

  it('a policy that can’t be read', () => {
    expect(gates(BROKEN)).toEqual([
      'Explicit deny: Not known · 1 policy unreadable',
      'SCPs: Allows · all 3 levels',
      'Bucket policy: No match · goes on',
      'Boundary: Allows · S3Access',
      'Identity: Unreadable · line 7',
      'Default deny: Not known',
    ]);
  });

  it('nothing asked', () => {
    expect(new Set(gates(EMPTY).map((gate) => gate.split(': ')[1]))).toEqual(
      new Set(['Nothing to read', 'No policy', 'No verdict yet']),
    );
  });
});

describe('steps that are not in play', () => {
  function details(request: Partial<Request>, policies: Policies = {}): Record<string, string> {
    const asked = scenario(request, policies);
    const evaluation = evaluate(asked);
    return Object.fromEntries(
      evaluation.steps.flatMap((step) => {
        const { word, detail } = stepWords(step, evaluation, asked);
        return OFF.has(word) ? [[step.id, [word, detail].filter(Boolean).join(' ')]] : [];
      }),
    );
  }

  it('names the reason', () => {
    expect(details({ action: 'ec2:StartInstances', resource: '*' })).toMatchObject({
      rcp: 'Does not apply to ec2',
      scp: 'None attached',
    });
    expect(details({ principal: 'arn:aws:iam::111122223333:root' })).toMatchObject({
      boundary: 'Does not apply to the root user',
      identity: 'Does not apply to the root user',
    });
    expect(details({ principal: 'lambda.amazonaws.com' })).toMatchObject({
      identity: 'Does not apply to a service',
    });
    expect(details({ principal: '*' })).toMatchObject({ scp: 'Does not apply to the public' });
    expect(details({ action: 'sts:GetCallerIdentity', resource: '*' })).toMatchObject({
      identity: 'Does not apply no permission needed',
    });
    expect(details({ action: 'kms:CreateKey', resource: '*' })).toMatchObject({
      resource: 'Does not apply no key involved',
    });
    expect(details({})).toMatchObject({ session: 'Does not apply to a user' });
  });
});

describe('the default deny', () => {
  const allowing = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
  const asked = (policies: Policies): string => gates(scenario({}, policies)).at(-1)!;

  it('denies what nothing allows, and is not needed or reached otherwise', () => {
    expect(asked({ identity: [] })).toBe('Default deny: Denied · nothing allowed it');
    const identity = [{ name: 'Read', document: policy(allowing) }];
    expect(asked({ identity })).toBe('Default deny: Not needed · an Allow was found');
    expect(asked({ identity, boundary: { name: 'Cap', document: policy() } })).toBe(
      'Default deny: Not reached',
    );
  });

  it('comes behind identity-based policies without an Allow, which are no wall', () => {
    expect(gates(scenario({}, { identity: [] })).at(-2)).toBe('Identity: No Allow · goes on');
  });
});

describe('the sentence of a step', () => {
  function sentence(asked: Scenario, id: string): string {
    const evaluation = evaluate(asked);
    const step = evaluation.steps.find((candidate) => candidate.id === id)!;
    return markdown(stepWords(step, evaluation, asked).sentence);
  }

  it('tells what the layer did', () => {
    expect(sentence(DENIED, 'boundary')).toBe(
      'No statement of the boundary allows `s3:PutObject`. A boundary caps what identity policies grant.',
    );
    expect(sentence(DENIED, 'resource')).toBe(
      'No statement of the bucket policy matches. In one account that is no denial: an identity policy can still allow `s3:PutObject`.',
    );
    expect(sentence(EXPLICIT, 'scp')).toBe('A Deny in an SCP matches. No Allow overrides it.');
    expect(sentence(CROSS, 'resource')).toBe(
      'The bucket policy allows `s3:GetObject`. Across accounts the caller’s own account has to allow it too.',
    );
    expect(sentence(UNKNOWN, 'scp')).toBe('It applies, but you can’t see it. What it says is not known.');
    expect(sentence(BROKEN, 'identity')).toBe(
      '`ReportWriterAccess` can’t be read, so what it allows or denies is not known.',
    );
  });

  it('names the levels of SCPs that allow nothing', () => {
    const levels = [{ target: 'Root', policies: [] }];
    expect(sentence(scenario({}, { scp: levels }), 'scp')).toBe(
      'No SCP at the root allows `s3:GetObject`. Each level needs an Allow of its own.',
    );
  });

  it('tells a grant that needs nothing else', () => {
    const named = (principal: object | string) =>
      scenario(
        {},
        {
          resource: {
            name: 'Bucket',
            document: policy({ Effect: 'Allow', Principal: principal, Action: 's3:*', Resource: '*' }),
          },
        },
      );
    expect(sentence(named({ AWS: 'arn:aws:iam::111122223333:user/alice' }), 'resource')).toBe(
      'The bucket policy grants `s3:GetObject` to the caller directly. In one account nothing else has to.',
    );
    expect(sentence(named({ AWS: '111122223333' }), 'resource')).toBe(
      'The bucket policy names the account, which leaves the decision to the account’s own identity policies.',
    );
  });
});
