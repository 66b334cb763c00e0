import { describe, expect, it } from 'vitest';
import { COMPARED_A, COMPARED_B } from '../../src/examples/comparison';
import type { Guard } from '../../src/case/guard';
import type { Scenario } from '../../src/case/scenario';
import { compareCases, evaluate } from '../../src/index';
import { runTests } from '../../src/explain/run-tests';
import { proveGuards } from '../../src/reasoning/questions/guards';
import { REFERENCE_POLICIES } from '../../src/reasoning/ready-guards';
import { catalogNow } from '../support/catalog';

const ROLE = (path: string): string => `arn:aws:iam::111122223333:role/${path}`;

function holds(guards: readonly Guard[], statement: object, resource: string): boolean {
  const scenario: Scenario = {
    schema: 2,
    request: { principal: 'arn:aws:iam::111122223333:user/dev', action: 's3:GetObject', resource },
    policies: {
      identity: [{ name: 'Candidate', document: { Version: '2012-10-17', Statement: [statement] } }],
    },
  };
  const answers = proveGuards(scenario, guards, undefined, { catalog: catalogNow() });
  for (const { kind, witness } of answers) {
    expect(kind).not.toBe('undecided');
    if (witness) expect(evaluate({ ...scenario, request: witness }).decision).toBe('Allowed');
  }
  return answers.every(({ kind }) => kind === 'holds');
}

const allow = (Action: string, Resource: string, Condition?: object): object => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...(Condition && { Condition }),
});
const BUCKET = 'arn:aws:s3:::payroll';
const INSTANCES = 'arn:aws:ec2:eu-west-1:111122223333:instance/*';
const tagged = (key: string): object => ({ StringLike: { [key]: '?*' } });

describe('the guards of AWS’s reference policies', () => {
  it.each([
    ['gives themselves more', allow('iam:PassRole', ROLE('PassableRoles/app')), true],
    ['gives themselves more', allow('iam:PassRole', ROLE('Other/app')), false],
    ['gives themselves more', allow('iam:PassRole', ROLE('*')), false],
    ['gives themselves more', allow('iam:PutRolePolicy', ROLE('app')), false],
    ['gives themselves more', allow('ec2:RunInstances', '*'), true],
    ['sensitive resource', allow('s3:PutBucketPolicy', 'arn:aws:s3:::pay*'), false],
    ['sensitive resource', allow('s3:ListAllMyBuckets', '*'), true],
    ['sensitive resource', allow('s3:*', 'arn:aws:s3:::reports'), true],
    ['started with a tag', allow('ec2:RunInstances', INSTANCES), false],
    ['started with a tag', allow('ec2:RunInstances', INSTANCES, tagged('aws:RequestTag/Owner')), true],
    ['ended only', allow('ec2:TerminateInstances', INSTANCES), false],
    ['ended only', allow('ec2:TerminateInstances', INSTANCES, tagged('aws:ResourceTag/Owner')), true],
  ])('%s: %j holds: %s', (name, statement, expected) => {
    const reference = REFERENCE_POLICIES.find((one) => one.name.includes(name));
    expect(holds(reference!.guards(BUCKET), statement, BUCKET)).toBe(expected);
  });
});

describe('the example of a comparison', () => {
  it('gains and loses what its story says', () => {
    const { relation, gained, lost, undecided } = compareCases(COMPARED_A, COMPARED_B, {
      catalog: catalogNow(),
    });
    expect([relation, undecided]).toEqual(['incomparable', []]);
    const actions = (groups: typeof gained): readonly string[] => groups.flatMap((group) => group.actions);
    expect(actions(gained)).toEqual(
      expect.arrayContaining(['iam:PassRole', 's3:DeleteObject', 's3:PutObject', 's3:PutObjectAcl']),
    );
    expect(actions(lost)).toEqual(['s3:ListBucket']);
  });

  it('has guards that fail and guards that hold, and tests that turn', () => {
    const answers = proveGuards(COMPARED_B, COMPARED_B.guards!, COMPARED_A, { catalog: catalogNow() });
    expect(answers.map(({ kind }) => kind)).toEqual(['fails', 'fails', 'holds', 'holds']);
    const kinds = (scenario: Scenario): readonly string[] =>
      runTests({ ...scenario, tests: COMPARED_B.tests! }).map(({ kind }) => kind);
    expect(kinds(COMPARED_A)).toEqual(['passes', 'passes', 'passes', 'passes', 'fails']);
    expect(kinds(COMPARED_B)).toEqual(['passes', 'fails', 'fails', 'fails', 'passes']);
  });
});
