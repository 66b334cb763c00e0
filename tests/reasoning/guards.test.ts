import { describe, expect, it } from 'vitest';
import { COMPARED_A, COMPARED_B } from '../../src/examples/comparison';
import type { Guard } from '../../src/case/guard';
import type { Scenario } from '../../src/case/scenario';
import { compareCases, evaluate } from '../../src/index';
import { runTests } from '../../src/explain/run-tests';
import { proveGuards } from '../../src/reasoning/questions/guards';
import { namedIn } from '../../src/reasoning/questions/guard-principals';
import { REFERENCE_POLICIES } from '../../src/reasoning/ready-guards';
import type { ReferenceFacts } from '../../src/reasoning/ready-guards';
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
const facts = (resource: string, named: Partial<ReferenceFacts['named']> = {}): ReferenceFacts => ({
  resource,
  named: { AWS: [], Service: [], Federated: [], ...named },
  account: '111122223333',
});
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
    expect(holds(reference!.guards(facts(BUCKET)), statement, BUCKET)).toBe(expected);
  });
});

const TRUSTED = 'arn:aws:iam::222222222222:role/Deploy';
const trusts = (Principal: object, Action = 'sts:AssumeRole'): object => ({
  Effect: 'Allow',
  Principal,
  Action,
});
const lets = (Principal: unknown, Action: string, Condition?: object): object => ({
  ...allow(Action, `${BUCKET}/*`, Condition),
  Principal,
});
const isArn = (arn: string): object => ({ ArnLike: { 'aws:PrincipalArn': arn } });
const PRIVILEGED = 'arn:aws:iam::111122223333:role/Payroll';

/** What the guards say of a policy of the resource, each answered `no` with a request that the evaluator allows. */
function letsIn(guards: readonly Guard[], statements: readonly object[], resource: string): boolean {
  const Statement = statements;
  const scenario: Scenario = {
    schema: 2,
    request: { principal: 'arn:aws:iam::111122223333:user/dev', action: 's3:GetObject', resource },
    policies: { resource: { name: 'Candidate', document: { Version: '2012-10-17', Statement } } },
  };
  const answers = proveGuards(scenario, guards, undefined, { catalog: catalogNow() });
  for (const { kind, witness, because } of answers) {
    expect(kind).not.toBe('undecided');
    if (kind === 'fails') expect([witness !== undefined, because.length > 0]).toEqual([true, true]);
  }
  return !answers.every(({ kind }) => kind === 'holds');
}

describe('AWS’s reference policies for whom a resource lets in', () => {
  const accounts = { AWS: ['222222222222', '333333333333'] };
  const provider = (kind: string, name: string): string =>
    `arn:aws:iam::111122223333:${kind}-provider/${name}`;

  it.each([
    ['from these accounts', accounts, [trusts({ AWS: '222222222222' })], false],
    ['from these accounts', accounts, [trusts({ AWS: TRUSTED })], false],
    ['from these accounts', accounts, [trusts({ AWS: '444444444444' })], true],
    ['from these accounts', accounts, [trusts({ AWS: '*' })], true],
    ['from these accounts', accounts, [trusts({ Service: 'glue.amazonaws.com' })], true],
    [
      'from these accounts',
      accounts,
      [trusts({ Federated: provider('oidc', 'x') }, 'sts:AssumeRoleWithWebIdentity')],
      false,
    ],
    [
      'by these services',
      { Service: ['ec2.amazonaws.com'] },
      [trusts({ Service: 'ec2.amazonaws.com' })],
      false,
    ],
    [
      'by these services',
      { Service: ['ec2.amazonaws.com'] },
      [trusts({ Service: 'glue.amazonaws.com' })],
      true,
    ],
    ['by these services', { Service: ['ec2.amazonaws.com'] }, [trusts({ AWS: '222222222222' })], true],
    [
      'OIDC',
      { Federated: [provider('oidc', 'own')] },
      [trusts({ Federated: provider('oidc', 'own') }, 'sts:AssumeRoleWithWebIdentity')],
      false,
    ],
    [
      'OIDC',
      { Federated: [provider('oidc', 'own')] },
      [trusts({ Federated: 'graph.facebook.com' }, 'sts:AssumeRoleWithWebIdentity')],
      true,
    ],
    [
      'OIDC',
      { Federated: [provider('oidc', 'own')] },
      [trusts({ Federated: provider('saml', 'own') }, 'sts:AssumeRoleWithSAML')],
      true,
    ],
    [
      'SAML',
      { Federated: [provider('saml', 'own')] },
      [trusts({ Federated: provider('saml', 'own') }, 'sts:AssumeRoleWithSAML')],
      false,
    ],
    ['OIDC', {}, [trusts({ Service: 'ec2.amazonaws.com' })], false],
  ])('%s, %j: %j lets in others: %s', (name, named, statements, expected) => {
    const reference = REFERENCE_POLICIES.find((one) => one.of === 'role' && one.name.includes(name))!;
    const role = ROLE('App');
    expect(letsIn(reference.guards(facts(role, named)), statements, role)).toBe(expected);
  });

  it.each([
    ['nobody but', [lets({ AWS: '*' }, 's3:GetObject', isArn(PRIVILEGED))], false],
    ['nobody but', [lets({ AWS: PRIVILEGED }, 's3:PutObject')], false],
    ['nobody but', [lets({ AWS: '*' }, 's3:GetObject')], true],
    ['nobody but', [lets({ AWS: ROLE('Other') }, 's3:PutObject')], true],
    ['nobody but', [lets({ AWS: '*' }, 's3:PutObject', isArn(ROLE('Other')))], true],
    ['write objects', [lets({ AWS: '*' }, 's3:GetObject', isArn(ROLE('Other')))], false],
    ['write objects', [lets({ AWS: PRIVILEGED }, 's3:PutObject')], false],
    ['write objects', [lets('*', 's3:*')], true],
    ['write objects', [lets({ AWS: ROLE('Other') }, 's3:PutObject')], true],
  ])('of a bucket, %s: %j lets in others: %s', (name, statements, expected) => {
    const reference = REFERENCE_POLICIES.find((one) => one.of === 'owner' && one.name.includes(name))!;
    const guards = reference.guards(facts(BUCKET, { AWS: [PRIVILEGED] }));
    expect(letsIn(guards, statements, BUCKET)).toBe(expected);
  });

  it('start from whom the policy names now', () => {
    const Statement = [trusts({ AWS: TRUSTED }), trusts({ Service: 'ec2.amazonaws.com' })];
    expect(namedIn({ resource: { name: 'T', document: { Version: '2012-10-17', Statement } } })).toEqual({
      AWS: [TRUSTED],
      Service: ['ec2.amazonaws.com'],
      Federated: [],
    });
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
