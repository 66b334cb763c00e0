import { describe, expect, it } from 'vitest';
import { contextOf, evaluate } from '../../src/engine/evaluate';
import type { Decision, ElementReason, ElementTrace, Evaluation, StepId } from '../../src/engine/evaluation';
import { LAYERS } from '../../src/case/scenario';
import type { ContextValue, Layer, Policies, Request, Scenario } from '../../src/case/scenario';
import {
  ACCOUNT,
  ALICE,
  APP_ROLE,
  APP_SESSION,
  OTHER_ACCOUNT,
  allow,
  deny,
  mine,
  policy,
  scenario,
} from './build';
import type { Json } from './build';

/** The far side of single rules: the value just beyond a limit, the half of a list that is not enough. */

const BOB = `arn:aws:iam::${OTHER_ACCOUNT}:user/bob`;
const ROOT = `arn:aws:iam::${ACCOUNT}:root`;
const FED = `arn:aws:sts::${ACCOUNT}:federated-user/fay`;
const LAMBDA = 'lambda.amazonaws.com';

const decisionOf = (given: Scenario): Decision => evaluate(given).decision;

function elementsOf(result: Evaluation, id: StepId, statement = 0): readonly ElementTrace[] {
  return result.steps.find((step) => step.id === id)!.levels[0]!.policies[0]!.statements[statement]!.elements;
}

function reasonOf(given: Scenario, id: StepId, element: string): ElementReason {
  return elementsOf(evaluate(given), id).find((one) => one.element === element)!.reason;
}

describe('how a condition tells what it compared', () => {
  it.each<[string, unknown, ContextValue | undefined, unknown, string]>([
    ['StringEquals', 'x', 'y', ['y'], 'value'],
    ['ForAnyValue:StringEquals', 'x', ['y', 'z'], ['y', 'z'], 'value'],
    ['StringEquals', 'x', undefined, 'absent', 'absentPositive'],
    ['StringEquals', 'x', null, 'unknown', 'unknownKey'],
    ['NumericEquals', '1', '2', ['2'], 'value'],
    ['NumericEquals', 'one', '2', ['2'], 'invalidValue'],
    ['NumericEquals', ['one', '1'], '2', ['2'], 'value'],
    ['DateEquals', '2024', '2025', ['2025'], 'value'],
    ['DateEquals', 'May', '2025', ['2025'], 'invalidValue'],
    ['IpAddress', '10.0.0.0/8', '10.0.0.1', ['10.0.0.1'], 'value'],
    ['IpAddress', 'ten', '10.0.0.1', ['10.0.0.1'], 'invalidValue'],
    ['BinaryEquals', 'QUI=', 'QUI=', ['QUI='], 'value'],
    ['BinaryEquals', 'Q*==', 'QUI=', ['QUI='], 'invalidValue'],
    ['Bool', 'true', 'true', ['true'], 'value'],
    ['Bool', 'yes', 'true', ['true'], 'invalidValue'],
    ['Bool', '${aws:SecureTransport}', 'true', ['true'], 'value'],
    ['StringLike', '${aws:username}', 'alice', ['alice'], 'value'],
    ['ArnLike', 'x', 'arn:aws:s3:::x', ['arn:aws:s3:::x'], 'value'],
  ])('%s %o, value %o', (operator, listed, value, actual, by) => {
    const context = value === undefined ? {} : { 'x:y': value };
    const reason = reasonOf(
      mine([allow({ Condition: { [operator]: { 'x:y': listed } } })], { context }),
      'identity',
      'Condition',
    );
    expect(reason).toEqual({
      kind: 'condition',
      operator,
      key: 'x:y',
      expected: [listed].flat(),
      actual,
      by,
    });
  });
});

describe('whom a policy of the resource names', () => {
  const grants = (whom: Json, request: Partial<Request>, more: Policies = {}): Decision =>
    decisionOf(scenario({ ...more, resource: policy('R', allow(whom)) }, request));

  it('no service by the name of an identity provider, and the reverse', () => {
    expect(grants({ Principal: { Federated: LAMBDA } }, { principal: LAMBDA })).toBe('ImplicitlyDenied');
    expect(grants({ Principal: { Service: LAMBDA } }, { principal: LAMBDA })).toBe('Allowed');
  });

  it('the stronger of two entries counts, in whichever order', () => {
    const boundary = policy('B');
    for (const list of [
      [ALICE, ACCOUNT],
      [ACCOUNT, ALICE],
    ])
      expect(grants({ Principal: { AWS: list } }, {}, { boundary })).toBe('Allowed');
    for (const list of [
      [APP_ROLE, ACCOUNT],
      [ACCOUNT, APP_ROLE],
    ])
      expect(grants({ Principal: { AWS: list } }, { principal: APP_SESSION })).toBe('Allowed');
  });

  it('of two that are as strong the first is told', () => {
    const resource = policy('R', allow({ Principal: { AWS: [BOB, ROOT, ACCOUNT] } }));
    expect(reasonOf(scenario({ resource }), 'resource', 'Principal')).toEqual({
      kind: 'principalMatched',
      value: ROOT,
      grant: 'account',
      path: 'Statement[0].Principal.AWS[1]',
    });
  });

  it('whom a list that cannot be compared with the caller may name, is not known', () => {
    const resource = policy('R', deny({ Principal: { AWS: ALICE } }));
    const [principal] = elementsOf(evaluate(scenario({ resource }, { principal: 'alice' })), 'resource');
    expect(principal).toMatchObject({ element: 'Principal', truth: 'unknown' });
    const not = policy('R', deny({ NotPrincipal: { AWS: ALICE } }));
    const [exempt] = elementsOf(evaluate(scenario({ resource: not }, { principal: 'alice' })), 'resource');
    expect(exempt).toMatchObject({ element: 'NotPrincipal', truth: 'unknown' });
  });
});

describe('NotPrincipal', () => {
  const identity = [policy('I', allow())];
  const denies = (NotPrincipal: unknown, request: Partial<Request>): ElementReason =>
    reasonOf(
      scenario({ identity, resource: policy('R', deny({ NotPrincipal })) }, request),
      'resource',
      'NotPrincipal',
    );

  it.each<[string, unknown, Partial<Request>, readonly string[]]>([
    [
      'session and role without the account',
      { AWS: [APP_SESSION, APP_ROLE] },
      { principal: APP_SESSION },
      [ACCOUNT],
    ],
    ['somebody else, for the root user', { AWS: BOB }, { principal: ROOT }, [ACCOUNT]],
    ['another service', { Service: 'sns.amazonaws.com' }, { principal: LAMBDA }, [LAMBDA]],
    ['anybody, for an unsigned request', { AWS: ACCOUNT }, { principal: '*' }, ['*']],
    [
      'the role, for its session of no name',
      { AWS: [APP_ROLE, ACCOUNT] },
      { principal: APP_ROLE },
      [APP_ROLE],
    ],
    ['the account, for a federated user', { AWS: ACCOUNT }, { principal: FED }, [FED]],
  ])('with Deny lacks what stands behind the caller: %s', (_name, listed, request, lacks) => {
    expect(denies(listed, request)).toEqual({ kind: 'principalNotExempt', lacks });
  });

  it.each<[string, unknown, Partial<Request>]>([
    ['everyone', '*', {}],
    ['the service', { Service: LAMBDA }, { principal: LAMBDA }],
    ['user and account', { AWS: [FED, ACCOUNT] }, { principal: FED }],
  ])('with Deny exempts: %s', (_name, NotPrincipal, request) => {
    const resource = policy('R', deny({ NotPrincipal }));
    expect(evaluate(scenario({ identity, resource }, request)).decision).not.toBe('ExplicitlyDenied');
    expect(denies(NotPrincipal, request)).toMatchObject({ kind: 'principalExempt' });
  });

  it('with Allow tells who is not named, or the entry that names the caller', () => {
    const told = (NotPrincipal: unknown): ElementReason =>
      reasonOf(scenario({ resource: policy('R', allow({ NotPrincipal })) }), 'resource', 'NotPrincipal');
    expect(told({ AWS: BOB })).toEqual({ kind: 'principalNotExempt', lacks: [ALICE] });
    expect(told({ AWS: [BOB, ALICE] })).toEqual({ kind: 'principalExempt', value: ALICE });
    expect(told('*')).toEqual({ kind: 'principalExempt', value: '*' });
  });

  it('with Allow hangs on a unique ID that may be the caller', () => {
    const resource = policy('R', allow({ NotPrincipal: { AWS: 'AIDAJQABLZS4A3QDU576Q' } }));
    const [element] = elementsOf(
      evaluate(scenario({ resource }, { context: { 'aws:userid': null } })),
      'resource',
    );
    expect(element).toMatchObject({ element: 'NotPrincipal', truth: 'unknown' });
  });
});

describe('the pattern that came nearest', () => {
  const region = 'arn:aws:sqs:eu-west-1:*:orders';
  const other = `arn:aws:sqs:us-east-1:${ACCOUNT}:other`;
  const near = `arn:aws:sqs:us-east-1:${ACCOUNT}:ord`;
  const also = `arn:aws:sqs:us-east-1:${ACCOUNT}:ordx`;
  const short = 'orders';
  it.each<[string, readonly string[], string, string]>([
    ['in the later part', [region, other], other, 'resource'],
    ['in whichever order', [other, region], other, 'resource'],
    ['with more characters', [region, other, near], near, 'resource'],
    ['the first of two', [also, near, other], also, 'resource'],
    ['an ARN before another text', [short, region], region, 'region'],
    ['a text where there is nothing else', [short], short, 'format'],
  ])('%s', (_name, Resource, pattern, part) => {
    expect(reasonOf(mine([allow({ Resource })]), 'identity', 'Resource')).toMatchObject({
      kind: 'resourceNotListed',
      listed: Resource.length,
      nearest: { pattern, part, path: `Statement[0].Resource[${Resource.indexOf(pattern)}]` },
    });
  });
});

describe('elements of a request that cannot be read', () => {
  const truthOf = (statement: Json, request: Partial<Request>, element: string): string =>
    elementsOf(evaluate(mine([statement], request)), 'identity').find((one) => one.element === element)!
      .truth;

  it.each<[Json, string, string]>([
    [{ Action: '*' }, 'Action', 'yes'],
    [{ Action: ['s3:*', '*'] }, 'Action', 'yes'],
    [{ Action: 's3:*' }, 'Action', 'unknown'],
    [{ Action: [] }, 'Action', 'no'],
    [{ Action: undefined, NotAction: '*' }, 'NotAction', 'no'],
    [{ Action: undefined, NotAction: 's3:*' }, 'NotAction', 'unknown'],
    [{ Action: undefined, NotAction: [] }, 'NotAction', 'yes'],
  ])('an action, against %o', (rest, element, truth) => {
    const statement = JSON.parse(JSON.stringify(allow(rest))) as Json;
    expect(truthOf(statement, { action: '' }, element)).toBe(truth);
  });

  it.each<[string, string]>([
    ['*', 'yes'],
    ['arn:aws:sqs:*', 'unknown'],
    ['arn:aws:sqs:us-east-1:1:${aws:username}', 'unknown'],
    ['arn:aws:sqs:us-east-1:1:${x:star}', 'unknown'],
    ['arn:aws:sqs:us-east-1:1:${x:none}', 'no'],
  ])('a resource, against %s', (Resource, truth) => {
    const request = { resource: '', context: { 'x:star': '*' } };
    expect(truthOf(allow({ Resource }), request, 'Resource')).toBe(truth);
  });

  it('a caller is no service-linked role, and its call is checked', () => {
    const result = evaluate(
      scenario({ scp: [] }, { principal: 'nobody', action: 'sts:GetCallerIdentity', resource: '*' }),
    );
    for (const { outcome } of result.steps) {
      expect(outcome).not.toMatchObject({ why: 'serviceLinkedRole' });
      expect(outcome).not.toMatchObject({ why: 'noPermissionNeeded' });
    }
  });

  it.each<[string, string]>([
    ['s3:Get*', '`s3:Get*` is not an action: a request asks for one action, without wildcards'],
    ['s3', '`s3` is not an action: write `service:Name`, such as `s3:GetObject`'],
    ['', 'what is asked for: write one action such as `s3:GetObject`'],
  ])('an action is told what is wrong with it: %s', (action, message) => {
    expect(evaluate(mine([], { action })).problems.map((problem) => problem.message)).toEqual([message]);
  });
});

describe('what stands behind a session', () => {
  const problemsOf = (request: Partial<Request>): readonly string[] =>
    evaluate(mine([], request)).problems.map(({ field }) => field);

  it.each([
    ['another service', `arn:aws:s3::${ACCOUNT}:role/App`],
    ['another partition', `arn:aws-cn:iam::${ACCOUNT}:role/App`],
    ['another account', `arn:aws:iam::${OTHER_ACCOUNT}:role/App`],
    ['no role', `arn:aws:iam::${ACCOUNT}:user/App`],
    ['another name', `arn:aws:iam::${ACCOUNT}:role/App/Other`],
    ['no ARN', 'App'],
  ])('is not a role of %s', (_name, role) => {
    expect(problemsOf({ principal: APP_SESSION, role })).toEqual(['role']);
  });

  it.each([
    ['another service', `arn:aws:s3::${ACCOUNT}:user/fay`],
    ['another account', `arn:aws:iam::${OTHER_ACCOUNT}:user/fay`],
    ['no user', `arn:aws:iam::${ACCOUNT}:role/fay`],
    ['no name', `arn:aws:iam::${ACCOUNT}:user/`],
  ])('is not a user of %s', (_name, user) => {
    expect(problemsOf({ principal: FED, user })).toEqual(['user']);
  });

  it.each(['user', 'role', 'saml-provider', 'oidc-provider'])('a %s has a name', (type) => {
    const [problem] = evaluate(mine([], { principal: `arn:aws:iam::${ACCOUNT}:${type}/` })).problems;
    expect(problem!.message).toContain(`lacks the name after \`${type}/\``);
  });

  it('an identity provider is called by what follows its type', () => {
    const principal = `arn:aws:iam::${ACCOUNT}:oidc-provider/id.example.com/team`;
    expect(evaluate(mine([], { principal })).principal.name).toBe('id.example.com/team');
  });

  it('the root user has no boundary, and its session is under none', () => {
    const given = { session: [policy('S', allow())], boundary: policy('B') };
    expect(decisionOf(scenario(given, { principal: FED, user: ROOT }))).toBe('Allowed');
    const whole = { ...given, identity: [policy('I', allow())] };
    expect(decisionOf(scenario(whole, { principal: FED, user: ALICE }))).toBe('ImplicitlyDenied');
  });
});

describe('what needs no permission', () => {
  const locked = (layer: Layer): Policies => {
    const whom = ['resource', 'rcp', 'endpoint'].includes(layer) ? { Principal: '*' } : {};
    const no = policy('No', deny(whom));
    if (layer === 'scp' || layer === 'rcp') return { [layer]: [{ target: 'Root', policies: [no] }] };
    return { [layer]: layer === 'identity' || layer === 'session' ? [no] : no };
  };

  it.each(LAYERS.map((layer) => [layer] as const))('is not taken away by a Deny: %s', (layer) => {
    const request = { principal: APP_SESSION, action: 'sts:GetCallerIdentity', resource: '*' };
    expect(decisionOf(scenario(locked(layer), request))).toBe('Allowed');
    // The same policies take other calls away; a policy of a resource has no say in calls without one.
    if (layer !== 'resource')
      expect(decisionOf(scenario(locked(layer), { ...request, action: 'sts:GetFederationToken' }))).not.toBe(
        'Allowed',
      );
  });

  it('is the same for the root user', () => {
    const request = { principal: ROOT, action: 'sts:GetSessionToken', resource: '*' };
    expect(decisionOf(scenario(locked('scp'), request))).toBe('Allowed');
  });
});

describe('values of a key that is not known', () => {
  const when = (Condition: Record<string, Record<string, unknown>>): Json => ({ Condition });
  const hanging = (
    key: string,
    statements: readonly Json[],
    request: Partial<Request> = {},
  ): { decision: Decision; allowedIf: unknown; cut: boolean } => {
    const { context, ...asked } = request;
    const given = mine(statements, { ...asked, context: { ...context, [key]: null } });
    const { decision, hinges, steps } = evaluate(given);
    const cut = steps.some(({ notes }) => notes.includes('completion-search-cut'));
    const allowedIf = hinges?.allowedIf.map(({ supposition }) =>
      supposition.kind === 'value' ? supposition.values : supposition.kind,
    );
    return { decision, allowedIf, cut };
  };

  it.each<[string, Partial<Request>, Decision]>([
    ['aws:username', {}, 'Allowed'],
    ['aws:username', { principal: APP_SESSION }, 'Undetermined'],
    ['aws:PrincipalArn', {}, 'Allowed'],
    ['aws:PrincipalArn', { principal: APP_SESSION }, 'Allowed'],
    ['aws:ResourceAccount', {}, 'Allowed'],
    ['aws:PrincipalIsAWSService', {}, 'Allowed'],
    ['aws:PrincipalOrgID', {}, 'Undetermined'],
  ])('%s may be absent only where some request of the caller has none', (key, request, decision) => {
    const present = [allow(when({ Null: { [key]: 'false' } }))];
    expect(hanging(key, present, request).decision).toBe(decision);
  });

  it.each<[string, string, Decision]>([
    ['aws:PrincipalArn', LAMBDA, 'Undetermined'],
    ['aws:PrincipalArn', '*', 'Undetermined'],
    ['aws:PrincipalArn', 'accounts.google.com', 'Undetermined'],
    ['aws:PrincipalIsAWSService', LAMBDA, 'Allowed'],
    ['aws:PrincipalIsAWSService', '*', 'Undetermined'],
    ['aws:PrincipalIsAWSService', 'accounts.google.com', 'Undetermined'],
  ])('nor %s for %s', (key, principal, decision) => {
    const resource = policy(
      'Trust',
      JSON.parse(
        JSON.stringify(allow({ Principal: '*', Resource: undefined, ...when({ Null: { [key]: 'false' } }) })),
      ) as Json,
    );
    const action = principal === 'accounts.google.com' ? 'sts:AssumeRoleWithWebIdentity' : 'sqs:SendMessage';
    const asked = { principal, action, context: { [key]: null } };
    expect(decisionOf(scenario({ resource }, asked))).toBe(decision);
  });

  it('lie between two numbers that are far apart', () => {
    const statements = [
      allow(when({ NumericLessThanEqualsIfExists: { 'x:n': '1' } })),
      allow(when({ NumericGreaterThanEquals: { 'x:n': '5' } })),
    ];
    expect(hanging('x:n', statements).decision).toBe('Undetermined');
  });

  it.each(['true', 'false'])('are %s where one condition asks so and another takes it for text', (flag) => {
    const both = allow(when({ Bool: { 'x:b': flag }, StringLike: { 'x:b': '*' } }));
    expect(hanging('x:b', [both])).toEqual({ decision: 'Undetermined', allowedIf: [[flag]], cut: false });
  });

  it('are never other than true and false for a flag, also as a variable', () => {
    const key = 'aws:MultiFactorAuthPresent';
    const same = allow(when({ StringEquals: { 'x:y': `\${${key}}` } }));
    expect(hanging(key, [same], { context: { 'x:y': 'maybe' } }).decision).toBe('ImplicitlyDenied');
    expect(hanging(key, [same], { context: { 'x:y': 'true' } }).allowedIf).toEqual([['true']]);
  });

  it('are plain text where the version of the policy knows no variables', () => {
    const text = '${aws:username}';
    const document = {
      Version: '2008-10-17',
      Statement: [allow(when({ StringEquals: { 'x:y': text } }))],
    };
    const given = scenario({ identity: [{ name: 'Old', document }] }, { context: { 'x:y': null } });
    const { decision, hinges } = evaluate(given);
    expect(decision).toBe('Undetermined');
    expect(hinges!.allowedIf[0]!.supposition).toEqual({ kind: 'value', values: [text], matches: [text] });
  });

  it('are told not to be all looked at, where patterns run over numbers, dates and addresses', () => {
    const rough = hanging('aws:SourceIp', [allow(when({ StringLike: { 'aws:SourceIp': '10.*' } }))]);
    expect(rough).toMatchObject({ decision: 'Undetermined', cut: true });
    const exact = hanging('aws:SourceIp', [allow(when({ StringEquals: { 'aws:SourceIp': '10.0.0.1' } }))]);
    expect(exact).toEqual({ decision: 'Undetermined', allowedIf: [['10.0.0.1']], cut: false });
  });

  it('all match a lone star of an ARN operator', () => {
    const statements = [allow(when({ ArnLike: { 'x:a': '*' } })), allow(when({ Null: { 'x:a': 'true' } }))];
    expect(hanging('x:a', statements).decision).toBe('Allowed');
    const spared = [...statements, deny(when({ ArnLike: { 'x:a': 'arn:aws:s3:::*' } }))];
    expect(hanging('x:a', spared).decision).toBe('Undetermined');
  });

  it('settle a set only together with each of its values', () => {
    const tags = { 'ForAllValues:StringEquals': { 'aws:TagKeys': '${aws:PrincipalTag/t}' } };
    const told = (keys: string[]): Decision =>
      hanging('aws:PrincipalTag/t', [allow(when(tags))], { context: { 'aws:TagKeys': keys } }).decision;
    expect(told(['a'])).toBe('Undetermined');
    expect(told(['a', 'a'])).toBe('Undetermined');
    expect(told(['a', 'b'])).toBe('ImplicitlyDenied');
    const any = { 'ForAnyValue:StringEquals': { 'aws:TagKeys': '${aws:PrincipalTag/t}' } };
    const context = { 'aws:TagKeys': ['a', 'b'] };
    expect(hanging('aws:PrincipalTag/t', [allow(when(any))], { context }).decision).toBe('Undetermined');
  });

  it('do not bring back whom Block Public Access cuts off', () => {
    const bucket = policy('B', allow({ Principal: '*' }));
    const identity = [policy('I', allow(), deny(when({ Bool: { 'x:b': 'true' } })))];
    const request = {
      principal: BOB,
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::data/k',
      resourceAccount: ACCOUNT,
      context: { 'x:b': null },
    };
    const s3 = { blockPublicAccess: { restrictPublicBuckets: true } };
    expect(decisionOf(scenario({ identity, resource: bucket }, request, { s3 }))).toBe('ImplicitlyDenied');
    expect(decisionOf(scenario({ identity, resource: bucket }, request))).toBe('Undetermined');
  });

  it('leave open each way in which a hidden key policy may reach a federated user', () => {
    const ways = (user: string | undefined): unknown[] => {
      const given = {
        resource: 'unknown',
        identity: [policy('I', allow())],
        session: [policy('S', allow())],
      };
      const request = { principal: FED, ...(user && { user }), action: 'kms:Decrypt' };
      const key = `arn:aws:kms:us-east-1:${ACCOUNT}:key/1`;
      return evaluate(scenario(given as Policies, { ...request, resource: key })).hinges!.each.flatMap(
        ({ allowsWhen }) => allowsWhen.map((way) => (way.kind === 'says' ? way.grant : way)),
      );
    };
    expect(ways(undefined)).toEqual(['direct', 'account']);
    expect(ways(ALICE)).toEqual(['direct', 'role', 'account']);
  });
});

it('a trace that was written out holds what its statements hold', () => {
  const resource = policy(
    'R',
    { ...allow({ Principal: { AWS: ALICE } }), Sid: 'Mine' },
    deny({ Principal: { AWS: BOB } }),
  );
  const step = evaluate(scenario({ resource })).steps.find(({ id }) => id === 'resource');
  const written = JSON.parse(JSON.stringify(step)) as typeof step;
  const [mine, theirs] = written!.levels[0]!.policies[0]!.statements;
  expect(mine).toMatchObject({ sid: 'Mine', grant: 'direct', truth: 'yes', decided: true });
  expect(Object.keys(theirs!)).not.toContain('sid');
  expect(Object.keys(theirs!)).not.toContain('grant');
});

describe('the context that follows from the rest', () => {
  const valueOf = (key: string, given: Scenario): ContextValue | undefined =>
    contextOf(given).find((entry) => entry.key === key)?.value;

  it('names the identity provider of a web identity, and none for SAML', () => {
    const key = 'aws:FederatedProvider';
    const provider = `arn:aws:iam::${ACCOUNT}:oidc-provider/id.example.com`;
    expect(valueOf(key, scenario({}, { principal: provider }))).toBe(provider);
    expect(valueOf(key, scenario({}, { principal: 'accounts.google.com' }))).toBe('accounts.google.com');
    expect(
      valueOf(key, scenario({}, { principal: `arn:aws:iam::${ACCOUNT}:saml-provider/x` })),
    ).toBeUndefined();
    expect(valueOf(key, scenario({}))).toBeUndefined();
  });

  it('tells of a chain of services as much as is known of it', () => {
    const told = (chain: ContextValue): (ContextValue | undefined)[] =>
      ['aws:CalledViaFirst', 'aws:CalledViaLast', 'aws:ViaAWSService'].map((key) =>
        valueOf(key, scenario({}, { context: { 'aws:CalledVia': chain } })),
      );
    expect(told(null)).toEqual([null, null, null]);
    expect(told('athena.amazonaws.com')).toEqual(['athena.amazonaws.com', 'athena.amazonaws.com', 'true']);
    expect(told([])).toEqual([undefined, undefined, 'false']);
  });

  it('knows no organization of a caller or a resource without an account', () => {
    const organization = { id: 'o-1' };
    const has = (
      policies: Policies,
      request: Partial<Request>,
      rest = organization as Scenario['organization'],
    ): string[] =>
      contextOf(scenario(policies, request, { organization: rest! })).flatMap(({ key }) =>
        key.endsWith('OrgID') ? [key] : [],
      );
    const rcp = [{ target: 'Root', policies: [] }];
    // A service has no account, and nor has what it asks for without an ARN.
    expect(has({}, { principal: LAMBDA, resource: '*' })).toEqual([]);
    expect(has({ scp: [] }, { principal: LAMBDA })).toEqual([]);
    // Only the account of an identity provider is known: it signs nothing.
    const saml = {
      principal: `arn:aws:iam::${ACCOUNT}:saml-provider/x`,
      action: 'sts:AssumeRoleWithSAML',
      resource: APP_ROLE,
    };
    expect(has({}, saml)).toEqual(['aws:ResourceOrgID']);
    // The resource's account is the management account, the caller's another.
    const managed = { id: 'o-1', managementAccount: ACCOUNT };
    expect(has({ scp: [], rcp }, { principal: BOB }, managed)).toEqual(['aws:ResourceOrgID']);
    // Neither SCPs nor RCPs are listed: the accounts tell nothing.
    expect(has({}, { principal: BOB })).toEqual([]);
  });
});

describe('which statements decided', () => {
  it('is said of those alone, not of all of their policy', () => {
    const result = evaluate(mine([allow({ Action: 's3:*' }), allow(), deny({ Action: 's3:*' })]));
    const step = result.steps.find(({ id }) => id === 'identity')!;
    expect(step.levels[0]!.policies[0]!.statements.map(({ decided }) => decided)).toEqual([
      false,
      true,
      false,
    ]);
  });
});

describe('AWS: * and a caller whom an identity provider vouches for', () => {
  const asks = (...statements: readonly Json[]): Decision =>
    decisionOf(
      scenario(
        { resource: policy('Trust', ...statements) },
        {
          principal: 'accounts.google.com',
          action: 'sts:AssumeRoleWithWebIdentity',
          resource: APP_ROLE,
        },
      ),
    );
  const trust = (statement: Json): Json => ({ ...statement, Resource: undefined, Action: 'sts:*' });

  it('is no grant: providers are named by Federated', () => {
    expect(asks(trust(allow({ Principal: { AWS: '*' } })))).toBe('ImplicitlyDenied');
    expect(asks(trust(allow({ Principal: { Federated: 'accounts.google.com' } })))).toBe('Allowed');
  });

  it('is a Deny all the same', () => {
    expect(
      asks(
        trust(allow({ Principal: { Federated: 'accounts.google.com' } })),
        trust(deny({ Principal: { AWS: '*' } })),
      ),
    ).toBe('ExplicitlyDenied');
  });
});

describe('a key of the principal that is not known', () => {
  const absent = (key: string): Policies => ({
    resource: policy(
      'Bucket',
      allow({
        Principal: '*',
        Action: 's3:GetObject',
        Resource: 'arn:aws:s3:::b/*',
        Condition: { Null: { [key]: 'true' } },
      }),
    ),
  });
  const asked = { action: 's3:GetObject', resource: 'arn:aws:s3:::b/k', resourceAccount: ACCOUNT };

  // AWS's page puts them into every request, and a service has no value for them.
  it.each(['aws:userid', 'aws:PrincipalAccount', 'aws:PrincipalType'])(
    'may be absent for a service: %s',
    (key) => {
      const result = evaluate(
        scenario(absent(key), { ...asked, principal: 'cloudtrail.amazonaws.com', context: { [key]: null } }),
      );
      expect(result.decision).toBe('Undetermined');
      expect(result.dependsOn).toEqual([{ kind: 'key', key }]);
    },
  );

  it('is never absent for a user', () => {
    const given = { ...asked, principal: ALICE, context: { 'aws:userid': null } };
    expect(decisionOf(scenario(absent('aws:userid'), given))).toBe('ImplicitlyDenied');
  });
});
