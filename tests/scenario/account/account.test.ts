import { describe, expect, it } from 'vitest';
import { evaluate, parseScenario, readEvidence } from '../../../src/index';
import type { Scenario } from '../../../src/index';
import { scenarioOfPrincipal, type PartPlayed } from '../../../src/intake/account/fill';
import { readAccount, type Account } from '../../../src/intake/account/read';
import { principalIn, searchPrincipals } from '../../../src/intake/account/search';
import { emptyScenario } from '../../../src/formats/schema';
import { within } from '../../support/soon';
import { ALICE, ANSWER, largeAnswer, TRUST, WRITER } from './answer';

function account(answer: unknown = ANSWER): Account {
  const read = readAccount(typeof answer === 'string' ? answer : JSON.stringify(answer));
  if (read === undefined) throw new Error('no account');
  return read;
}

function chosen(arn: string, current: Scenario = emptyScenario(), part?: PartPlayed, read = account()) {
  const principal = read.principals.find((one) => one.arn === arn);
  if (principal === undefined) throw new Error(`no ${arn}`);
  return scenarioOfPrincipal(read, principal, current, part);
}

function asking(request: Partial<Scenario['request']>, policies: Scenario['policies'] = {}): Scenario {
  return { ...emptyScenario(), request: { ...emptyScenario().request, ...request }, policies };
}

describe('the account', () => {
  it('lists users and roles with the number of their policies, those of groups included', () => {
    expect(account().principals.map(({ kind, name, policies }) => [kind, name, policies])).toEqual([
      ['user', 'alice', 6],
      ['user', 'bob', 0],
      ['role', 'ReportWriter', 1],
    ]);
  });

  it('is none of any other text', () => {
    expect(readAccount('{"Statement":[]}')).toBeUndefined();
    expect(readAccount('RoleDetailList')).toBeUndefined();
  });

  it('joins pages one after another and as a list, and knows whether the last is there', () => {
    const { Policies, RoleDetailList, ...users } = ANSWER;
    const first = { ...users, IsTruncated: true, Marker: 'x' };
    const last = { RoleDetailList, Policies, IsTruncated: false };
    for (const text of [`${JSON.stringify(first)}\n${JSON.stringify(last)}`, JSON.stringify([last, first])]) {
      const read = account(text);
      expect(read.principals).toHaveLength(3);
      expect(read.truncated).toBe(false);
    }
    const cut = account(first);
    expect(cut.truncated).toBe(true);
    expect(chosen(ALICE, emptyScenario(), 'calls', cut).unknown.join(' ')).toMatch(/cut off: AWS had more/);
  });

  it('is read through prose, colours and a prompt', () => {
    const text = `$ aws iam get-account-authorization-details\n\u001b[32m${JSON.stringify(ANSWER, null, 4)}\u001b[0m\n$`;
    expect(account(text).principals).toHaveLength(3);
  });

  it('finds by words, names that begin so first, and the role behind a session', () => {
    const read = account();
    expect(searchPrincipals(read, 'user/ b').map(({ name }) => name)).toEqual(['bob']);
    expect(searchPrincipals(read, 'report').map(({ name }) => name)).toEqual(['ReportWriter']);
    expect(searchPrincipals(read, '')).toHaveLength(3);
    expect(principalIn(read, 'arn:aws:sts::111122223333:assumed-role/ReportWriter/n')?.arn).toBe(WRITER);
    expect(principalIn(read, 'arn:aws:sts::999988887777:assumed-role/ReportWriter/n')).toBeUndefined();
  });

  it('of five megabytes and thousands of roles is read, searched and chosen from at once', async () => {
    const text = largeAnswer(3600);
    expect(text.length).toBeGreaterThan(5_000_000);
    const read = await within(50, () => account(text));
    expect(read.principals).toHaveLength(3602);
    expect(searchPrincipals(read, 'service-3599')[0]?.name).toBe('service-3599');
    const made = chosen('arn:aws:iam::111122223333:role/service-3599', emptyScenario(), 'calls', read);
    expect(made.problem).toBeUndefined();
    expect(made.scenario.policies.identity).toHaveLength(3);
    expect(readEvidence(text).kind).toBe('account');
  });
});

describe('the scenario of a user', () => {
  const { scenario, unknown, commands } = chosen(ALICE);

  it('holds inline, attached and the groups’ policies, in their default versions', () => {
    const identity = scenario.policies.identity as readonly {
      name: string;
      via?: string;
      document?: unknown;
    }[];
    expect(identity.map(({ name, via }) => [name, via])).toEqual([
      ['OwnInline', undefined],
      ['ReadOnlyAccess', undefined],
      ['Team', undefined],
      ['DevInline', 'group/Developers'],
      ['Team', 'group/Developers'],
      ['All policies of group Elsewhere', 'group/Elsewhere'],
    ]);
    expect(JSON.stringify(identity[2]!.document)).toContain('dynamodb:GetItem');
    expect(JSON.stringify(identity[3]!.document)).toContain('sqs:*');
    expect(scenario.policies.boundary).toBeUndefined();
    expect(parseScenario(JSON.parse(JSON.stringify(scenario)))).toEqual(scenario);
  });

  it('says what is missing and how to see it', () => {
    expect(unknown.join(' ')).toContain(
      'The text of ReadOnlyAccess, All policies of group Elsewhere is missing.',
    );
    expect(commands.map(({ command }) => command)).toEqual([
      'aws iam get-policy-version --policy-arn arn:aws:iam::aws:policy/ReadOnlyAccess --version-id "$(aws iam get-policy --policy-arn arn:aws:iam::aws:policy/ReadOnlyAccess --query Policy.DefaultVersionId --output text)"',
      'aws iam list-group-policies --group-name Elsewhere',
      'aws iam list-attached-group-policies --group-name Elsewhere',
    ]);
  });

  it('is undetermined where a missing text could decide, and decided where none can', () => {
    const decision = (action: string) =>
      evaluate(chosen(ALICE, asking({ action, resource: '*' })).scenario).decision;
    expect(decision('kms:ListKeys')).toBe('Undetermined');
    // A Deny can hide in a text that is missing.
    expect(decision('dynamodb:GetItem')).toBe('Undetermined');
    const bob = 'arn:aws:iam::111122223333:user/bob';
    expect(evaluate(chosen(bob, asking({ action: 'kms:ListKeys', resource: '*' })).scenario).decision).toBe(
      'ImplicitlyDenied',
    );
  });

  it('knows the user’s tags and id as context', () => {
    expect(scenario.request).toMatchObject({
      principal: ALICE,
      context: { 'aws:PrincipalTag/team': 'red', 'aws:userid': 'AIDAEXAMPLEALICE0001' },
    });
  });
});

describe('the scenario of a role', () => {
  it('holds the boundary’s text', () => {
    const { scenario } = chosen(WRITER, asking({ action: 's3:PutObject', resource: 'arn:aws:s3:::b/k' }));
    expect(scenario.policies.boundary).toMatchObject({ name: 'Limit' });
    expect(evaluate(scenario).decision).toBe('ImplicitlyDenied');
    expect(evaluate(scenario).missing[0]).toBe('boundary');
  });

  it('keeps a boundary whose text is missing as unknown', () => {
    const { scenario, commands } = chosen(
      WRITER,
      asking({ action: 's3:PutObject', resource: 'arn:aws:s3:::b/k' }),
      'calls',
      account({ ...ANSWER, Policies: [] }),
    );
    expect(evaluate(scenario).decision).toBe('Undetermined');
    expect(commands.map(({ command }) => command).join(' ')).toContain(':policy/Limit');
  });

  it('stays the session that a message named, and takes the place of what was not visible', () => {
    const session = 'arn:aws:sts::111122223333:assumed-role/ReportWriter/nightly';
    const current = asking(
      {
        principal: session,
        action: 's3:PutObject',
        resource: 'arn:aws:s3:::b/k',
        context: { 'aws:SourceIp': '203.0.113.7' },
      },
      { identity: 'unknown', boundary: 'unknown', scp: 'unknown' },
    );
    const { request, policies } = chosen(WRITER, current).scenario;
    expect(request).toMatchObject({
      principal: session,
      role: WRITER,
      context: { 'aws:SourceIp': '203.0.113.7' },
    });
    expect(policies).toMatchObject({
      identity: [{ name: 'Write' }],
      boundary: { name: 'Limit' },
      scp: 'unknown',
    });
  });

  it('to be assumed brings its trust policy, on request or where the case assumes it', () => {
    const assumed = chosen(WRITER, emptyScenario(), 'assumed').scenario;
    expect(assumed.request).toMatchObject({ action: 'sts:AssumeRole', resource: WRITER });
    expect(assumed.policies).toEqual({ resource: { name: 'Trust policy of ReportWriter', document: TRUST } });
    const by = chosen(ALICE, asking({ action: 'sts:AssumeRole', resource: WRITER }, { resource: 'unknown' }));
    expect(by.scenario.policies.resource).toEqual({ name: 'Trust policy of ReportWriter', document: TRUST });
    const other = chosen(
      ALICE,
      asking({ action: 's3:GetObject', resource: WRITER }, { resource: 'unknown' }),
    );
    expect(other.scenario.policies.resource).toBe('unknown');
  });

  it('leaves the context of another caller behind', () => {
    const current = asking({ principal: ALICE, context: { 'aws:userid': 'AIDA' } });
    expect(chosen(WRITER, current).scenario.request).toEqual({ principal: WRITER, action: '', resource: '' });
  });

  it('says when it is too large to be a case', () => {
    const big = structuredClone(ANSWER);
    big.RoleDetailList[0]!.RolePolicyList[0]!.PolicyDocument.Statement[0]!.Resource = 'x'.repeat(2_100_000);
    expect(chosen(WRITER, emptyScenario(), 'calls', account(big)).problem).toMatch(/too large/);
  });
});
