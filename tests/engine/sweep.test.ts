import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../src/examples';
import { evaluate } from '../../src/engine/evaluate';
import type { Decision } from '../../src/engine/evaluation';
import type { Scenario } from '../../src/case/scenario';
import { sweep } from '../../src/reasoning/sweep';
import { loadParts } from '../support/catalog';
import { anyScenario } from './any';
import { ALICE, OTHER_ACCOUNT, allow, deny, mine, policy, scenario } from './build';

const ALL = [...loadParts().actions!].flatMap(([prefix, actions]) =>
  [...actions.values()].map(({ name }) => `${prefix}:${name}`),
);

/** Every so-manieth action, and all of the services that have rules of their own. */
const SAMPLE = ALL.filter((action, at) => at % 211 === 0 || /^(kms|sts|sqs):/.test(action));

const decisionsOf = (given: Scenario, actions: readonly string[]): readonly Decision[] => [
  ...[...sweep(given, actions)].flat(),
];

function oneByOne(given: Scenario, actions: readonly string[]): readonly Decision[] {
  return actions.map((action) => evaluate({ ...given, request: { ...given.request, action } }).decision);
}

/** Actions whose decision differs between the two ways. */
function differing(given: Scenario, actions: readonly string[]): readonly string[] {
  const swept = decisionsOf(given, actions);
  const single = oneByOne(given, actions);
  return actions.flatMap((action, at) =>
    swept[at] === single[at] ? [] : [`${action}: ${swept[at]}, alone ${single[at]}`],
  );
}

const KEY = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const keyPolicy = policy(
  'Key',
  allow({ Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: 'kms:*' }),
);
const full = { identity: [policy('Mine', allow({ Action: ['kms:*', 'sqs:Send*', 's3:*'] }))] };

const CASES: Readonly<Record<string, Scenario>> = {
  'an allow and a deny by name': mine([
    allow({ Action: ['s3:*', 'sqs:*'] }),
    deny({ NotAction: 'sqs:Send*' }),
  ]),
  'a key that is not known': mine(
    [
      allow({ Action: 'sqs:*' }),
      deny({ Action: 'sqs:*Message', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } } }),
    ],
    { context: { 'aws:MultiFactorAuthPresent': null } },
  ),
  'a hidden layer': scenario({ ...full, scp: 'unknown' }),
  'two accounts': scenario(
    { ...full, resource: policy('Queue', allow({ Principal: { AWS: ALICE }, Action: 'sqs:*' })) },
    { resourceAccount: OTHER_ACCOUNT },
  ),
  'a KMS key': scenario({ ...full, resource: keyPolicy }, { resource: KEY }),
  'a KMS alias': scenario(
    { ...full, resource: keyPolicy },
    { resource: 'arn:aws:kms:us-east-1:111122223333:alias/app' },
  ),
  'a KMS key of another account': scenario(
    { ...full, resource: keyPolicy },
    { resource: KEY.replace('111122223333', OTHER_ACCOUNT) },
  ),
  'a role to assume': scenario(
    {
      ...full,
      resource: policy('Trust', { Effect: 'Allow', Principal: { AWS: ALICE }, Action: 'sts:AssumeRole' }),
    },
    { resource: 'arn:aws:iam::111122223333:role/App' },
  ),
  'a policy that cannot be read': scenario({ identity: [{ name: 'Broken', text: '{"Version":' }] }),
  'a principal that cannot be read': mine([allow()], { principal: 'alice' }),
};

describe('sweep', () => {
  it.each(Object.keys(CASES))('decides as one evaluation each does: %s', (name) => {
    expect(differing(CASES[name]!, SAMPLE)).toEqual([]);
  });

  it('decides as one evaluation each does in every example', () => {
    const few = SAMPLE.filter((_, at) => at % 5 === 0);
    const faults = EXAMPLES.flatMap(({ title, scenario: given }) => {
      const own = given.request.action.split(':')[0]!;
      const ofIt = ALL.filter((action) => action.startsWith(`${own}:`)).slice(0, 25);
      return differing(given, [...few, ...ofIt, given.request.action]).map((fault) => `${title}: ${fault}`);
    });
    expect(faults).toEqual([]);
  });

  it('decides as one evaluation each does, whatever the policies', () => {
    const actions = [
      's3:GetObject',
      's3:PutObjectAcl',
      's3:ListBucket',
      'kms:Decrypt',
      'sts:GetCallerIdentity',
      'ec2:RunInstances',
      'S3:getobject',
    ];
    fc.assert(
      fc.property(anyScenario(true), (given) => {
        expect(differing(given, actions)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('tells allowed, denied and open apart', () => {
    const given = CASES['a key that is not known']!;
    expect(decisionsOf(given, ['sqs:SendMessage', 'sqs:GetQueueUrl', 's3:GetObject'])).toEqual([
      'Undetermined',
      'Allowed',
      'ImplicitlyDenied',
    ]);
  });

  it('leaves an action that cannot be read open', () => {
    expect(decisionsOf(mine([allow()]), ['sqs:*', '', 'sqs:SendMessage'])).toEqual([
      'Undetermined',
      'Undetermined',
      'Allowed',
    ]);
  });

  it('yields chunk by chunk, and only when asked', () => {
    const run = sweep(mine([allow()]), ALL, 100);
    expect(run.next().value).toHaveLength(100);
    run.return();
    expect(run.next().done).toBe(true);
    expect([...sweep(mine([allow()]), ALL, 100)].flat()).toHaveLength(ALL.length);
  });
});
