import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/engine/evaluate';
import type { Decision } from '../../src/engine/evaluation';
import type { ContextValue, Scenario } from '../../src/case/scenario';
import {
  ACCOUNT,
  ALICE,
  APP_ROLE,
  APP_SESSION,
  OTHER_ACCOUNT,
  QUEUE,
  allow,
  deny,
  mine,
  policy,
  scenario,
} from './build';
import type { Json } from './build';

const when = (operator: string, key: string, value: unknown): Json => ({
  Condition: { [operator]: { [key]: value } },
});
const unknown = (...keys: string[]): { context: Record<string, ContextValue> } => ({
  context: Object.fromEntries(keys.map((key) => [key, null])),
});

const decisionOf = (given: Scenario): Decision => evaluate(given).decision;

const MFA = 'aws:MultiFactorAuthPresent';

describe('a key that is not known', () => {
  it('leaves the verdict open where it can go either way', () => {
    const result = evaluate(mine([allow(when('Bool', MFA, 'true'))], unknown(MFA)));
    expect(result.decision).toBe('Undetermined');
    expect(result.dependsOn).toEqual([{ kind: 'key', key: MFA }]);
    expect(result.hinges?.each).toEqual([
      {
        dependency: { kind: 'key', key: MFA },
        allowsWhen: [{ kind: 'value', values: ['true'], matches: ['true'] }],
        deniesWhen: [{ kind: 'value', values: ['false'], matches: [] }],
      },
    ]);
  });

  it('does not matter where every value allows', () => {
    const both = [allow(when('BoolIfExists', MFA, 'true')), allow(when('Bool', MFA, 'false'))];
    const result = evaluate(mine(both, unknown(MFA)));
    expect(result.decision).toBe('Allowed');
    expect(result.decidedBy).toHaveLength(2);
  });

  it('may still be absent', () => {
    const both = [allow(when('Bool', MFA, 'true')), allow(when('Bool', MFA, 'false'))];
    expect(decisionOf(mine(both, unknown(MFA)))).toBe('Undetermined');
  });

  it('cannot be absent where every request has it', () => {
    const key = 'aws:SecureTransport';
    const both = [allow(when('Bool', key, 'true')), allow(when('Bool', key, 'false'))];
    expect(decisionOf(mine(both, unknown(key)))).toBe('Allowed');
  });

  it('does not matter where every value denies, one way or the other', () => {
    const statements = [allow(when('Bool', MFA, 'true')), deny(when('Bool', MFA, 'true'))];
    const result = evaluate(mine(statements, unknown(MFA)));
    expect(result.decision).toBe('ImplicitlyDenied');
    expect(result.missing).toEqual(['identity']);
  });

  it('is an explicit denial where each value meets some Deny', () => {
    const statements = [allow(), deny(when('Bool', MFA, 'true')), deny(when('BoolIfExists', MFA, 'false'))];
    const result = evaluate(mine(statements, unknown(MFA)));
    expect(result.decision).toBe('ExplicitlyDenied');
    expect(result.decidedBy.map((ref) => ref.statement)).toEqual([1, 2]);
  });

  it('is one also where nothing is allowed', () => {
    const statements = [deny(when('Bool', MFA, 'true')), deny(when('BoolIfExists', MFA, 'false'))];
    const result = evaluate(mine(statements, unknown(MFA)));
    expect(result.decision).toBe('ExplicitlyDenied');
    expect(result.decidedBy.map((ref) => ref.statement)).toEqual([0, 1]);
  });

  it('does not matter where a known Deny matches', () => {
    const statements = [allow(when('Bool', MFA, 'true')), deny()];
    expect(decisionOf(mine(statements, unknown(MFA)))).toBe('ExplicitlyDenied');
  });
});

describe('values that stand for all', () => {
  const vpcIp = 'aws:VpcSourceIp';
  const onlyTags = (...values: string[]): Json => when('ForAnyValue:StringEquals', 'aws:TagKeys', values);
  const cases: [string, readonly Json[], string, Decision][] = [
    [
      'numbers between two limits',
      [
        allow(when('NumericLessThan', 'x:n', '2')),
        allow(when('NumericGreaterThan', 'x:n', '1')),
        allow(when('Null', 'x:n', 'true')),
      ],
      'x:n',
      'Allowed',
    ],
    [
      'a gap between two limits',
      [
        allow(when('NumericLessThan', 'x:n', '1')),
        allow(when('NumericGreaterThan', 'x:n', '1')),
        allow(when('Null', 'x:n', 'true')),
      ],
      'x:n',
      'Undetermined',
    ],
    [
      'two ranges that meet',
      [allow(when('IpAddressIfExists', vpcIp, ['0.0.0.0/1', '128.0.0.0/1', '::/0']))],
      vpcIp,
      'Allowed',
    ],
    [
      'two ranges with a hole',
      [allow(when('IpAddressIfExists', vpcIp, ['0.0.0.0/1', '128.0.0.0/2', '192.0.0.0/3', '::/0']))],
      vpcIp,
      'Undetermined',
    ],
    [
      'a value that two patterns match',
      [allow(when('StringLike', 'x:s', 'a*')), deny(when('StringNotLike', 'x:s', '*b'))],
      'x:s',
      'Undetermined',
    ],
    [
      'two patterns that no value matches',
      [allow({ Condition: { StringLike: { 'x:s': 'a*' }, StringEquals: { 'x:s': 'b' } } })],
      'x:s',
      'ImplicitlyDenied',
    ],
    [
      'three patterns at once',
      [
        allow({ Condition: { StringLike: { 'x:s': 'a*' }, StringLikeIfExists: { 'x:s': '*b' } } }),
        deny(when('StringNotLike', 'x:s', '*c?*')),
      ],
      'x:s',
      'Undetermined',
    ],
    [
      'a date before all limits',
      [allow(when('DateGreaterThan', 'aws:TokenIssueTime', '2024-01-01T00:00:00Z'))],
      'aws:TokenIssueTime',
      'Undetermined',
    ],
    [
      'a value in other letters',
      [allow({ Condition: { StringEqualsIgnoreCase: { 'x:s': 'abc' }, StringNotEquals: { 'x:s': 'abc' } } })],
      'x:s',
      'Undetermined',
    ],
    [
      'an ARN whose part holds no colon',
      [
        allow({
          Condition: { ArnLike: { 'x:a': 'arn:aws:s3:*:1:x' }, StringLike: { 'x:a': 'arn:aws:s3:a:b:1:x' } },
        }),
      ],
      'x:a',
      'ImplicitlyDenied',
    ],
    [
      // Of the texts that both patterns would match if a Region could hold a colon, the shortest is no answer.
      'an ARN that must be longer, because its part holds no colon',
      [
        allow({
          Condition: {
            ArnLike: { 'x:a': 'arn:aws:s3:*:1:x*' },
            StringLike: { 'x:a': 'arn:aws:s3:a:*:1:x*' },
          },
        }),
      ],
      'x:a',
      'Undetermined',
    ],
    [
      'sets that some Deny leaves out',
      [allow(), deny(onlyTags('c')), deny(when('ForAllValues:StringEquals', 'aws:TagKeys', ['a', 'b']))],
      'aws:TagKeys',
      'Undetermined',
    ],
    [
      'sets that are all met',
      [
        allow(),
        deny(when('ForAllValues:StringEquals', 'aws:TagKeys', 'a')),
        deny(when('ForAnyValue:StringNotEquals', 'aws:TagKeys', 'a')),
      ],
      'aws:TagKeys',
      'ExplicitlyDenied',
    ],
    [
      'a set with one value inside and one outside',
      [
        allow({
          Condition: {
            'ForAnyValue:StringEquals': { 'aws:TagKeys': 'a' },
            'ForAnyValue:StringNotEquals': { 'aws:TagKeys': 'a' },
          },
        }),
      ],
      'aws:TagKeys',
      'Undetermined',
    ],
  ];
  it.each(cases)('%s', (_name, statements, key, wanted) => {
    expect(decisionOf(mine(statements, unknown(key)))).toBe(wanted);
  });
});

describe('variables that are not known', () => {
  const team = '${aws:PrincipalTag/team}';
  const queues = QUEUE.slice(0, -'orders'.length);

  it.each([
    [`${queues}${team}`, 'Undetermined'],
    [`${queues}o${team}s`, 'Undetermined'],
    [`${queues}*${team}`, 'Undetermined'],
    [`${queues}other/${team}`, 'ImplicitlyDenied'],
    [`${queues}${team}-x`, 'ImplicitlyDenied'],
  ])('in a resource: %s', (resource, wanted) => {
    const given = mine([allow({ Resource: resource })], unknown('aws:PrincipalTag/team'));
    expect(decisionOf(given)).toBe(wanted);
  });

  it('on both sides of a comparison', () => {
    const same = when('StringEquals', 'aws:ResourceTag/team', team);
    const keys = unknown('aws:ResourceTag/team', 'aws:PrincipalTag/team');
    expect(decisionOf(mine([allow(same)], keys))).toBe('Undetermined');
    const differ = when('StringNotEquals', 'aws:ResourceTag/team', team);
    expect(decisionOf(mine([allow(same), allow(differ)], keys))).toBe('Allowed');
  });

  it('with a given value on the other side', () => {
    const statement = allow(when('StringEquals', 'aws:ResourceTag/team', `team-${team}`));
    const context = { 'aws:ResourceTag/team': 'team-red', 'aws:PrincipalTag/team': null };
    expect(decisionOf(mine([statement], { context }))).toBe('Undetermined');
    const other = { ...context, 'aws:ResourceTag/team': 'red' };
    expect(decisionOf(mine([statement], { context: other }))).toBe('ImplicitlyDenied');
  });
});

describe('layers that are not visible', () => {
  const open = policy('Mine', allow());

  it('hang on what they say', () => {
    const result = evaluate(scenario({ identity: [open], scp: 'unknown' }));
    expect(result.decision).toBe('Undetermined');
    expect(result.dependsOn).toEqual([{ kind: 'layer', layer: 'scp' }]);
    const step = result.steps.find(({ id }) => id === 'scp');
    expect(step?.outcome).toEqual({ kind: 'unknown', why: 'notVisible' });
  });

  it('do not matter where nothing is granted', () => {
    expect(decisionOf(scenario({ identity: [], scp: 'unknown' }))).toBe('ImplicitlyDenied');
    expect(decisionOf(scenario({ identity: [policy('Mine', deny())], scp: 'unknown' }))).toBe(
      'ExplicitlyDenied',
    );
  });

  it('do not matter where they do not apply', () => {
    const management = { organization: { managementAccount: '111122223333' } };
    expect(decisionOf(scenario({ identity: [open], scp: 'unknown' }, {}, management))).toBe('Allowed');
    const free = { action: 'sts:GetCallerIdentity', resource: '*' };
    expect(decisionOf(scenario({ scp: 'unknown', identity: 'unknown' }, free))).toBe('Allowed');
  });

  it('can only deny where they are RCPs', () => {
    const hidden = evaluate(scenario({ identity: [open], rcp: 'unknown' }));
    expect(hidden.decision).toBe('Undetermined');
    expect(hidden.hinges?.each[0]?.allowsWhen).toEqual([{ kind: 'says', effect: 'silent' }]);
  });

  it('may grant directly, or to the role, where they are policies of a resource', () => {
    const user = evaluate(scenario({ resource: 'unknown', boundary: policy('B') }));
    expect(user.hinges?.each[0]?.allowsWhen).toEqual([{ kind: 'says', effect: 'allows', grant: 'direct' }]);
    const role = evaluate(
      scenario({ resource: 'unknown', boundary: policy('B', allow()) }, { principal: APP_SESSION }),
    );
    expect(role.hinges?.each[0]?.allowsWhen).toEqual([
      { kind: 'says', effect: 'allows', grant: 'direct' },
      { kind: 'says', effect: 'allows', grant: 'role' },
    ]);
  });

  it('can only deny where they are of another partition, to which access is never delegated', () => {
    const chinese = { resource: QUEUE.replace('arn:aws:', 'arn:aws-cn:') };
    const result = evaluate(scenario({ identity: [open], resource: 'unknown' }, chinese));
    expect(result.decision).toBe('ImplicitlyDenied');
    expect(result.missing).toEqual(['resource']);
  });

  it('are named only if they can flip the verdict', () => {
    const statements = [allow(when('Bool', MFA, 'true')), allow(when('StringEquals', 'x:y', 'z'))];
    const keys = unknown(MFA, 'x:y', 'x:unread');
    const result = evaluate(
      scenario(
        { identity: [policy('Mine', ...statements)], scp: 'unknown', boundary: policy('B', allow()) },
        keys,
      ),
    );
    expect(result.dependsOn).toEqual([
      { kind: 'layer', layer: 'scp' },
      { kind: 'key', key: MFA },
      { kind: 'key', key: 'x:y' },
    ]);
    const settled = evaluate(
      scenario({ identity: [policy('Mine', allow(), ...statements)], scp: 'unknown' }, keys),
    );
    expect(settled.dependsOn).toEqual([{ kind: 'layer', layer: 'scp' }]);
  });

  it('tell one way to each verdict', () => {
    const result = evaluate(
      scenario(
        { identity: [policy('Mine', allow(when('Bool', MFA, 'true')))], scp: 'unknown' },
        unknown(MFA),
      ),
    );
    const layer = { kind: 'layer', layer: 'scp' };
    const key = { kind: 'key', key: MFA };
    expect(result.hinges?.allowedIf).toEqual([
      { dependency: layer, supposition: { kind: 'says', effect: 'allows', grant: 'direct' } },
      { dependency: key, supposition: { kind: 'value', values: ['true'], matches: ['true'] } },
    ]);
    expect(result.hinges?.deniedIf).toContainEqual({
      dependency: layer,
      supposition: { kind: 'says', effect: 'silent' },
    });
  });
});

describe('policies that cannot be read', () => {
  const broken = { name: 'Broken', text: '{"Statement": [' };

  it('count as unknown, and are named', () => {
    const result = evaluate(scenario({ identity: [policy('Mine', allow()), broken] }));
    expect(result.decision).toBe('Undetermined');
    const address = { layer: 'identity', index: 1 };
    expect(result.dependsOn).toEqual([{ kind: 'policy', address, name: 'Broken' }]);
    const trace = result.steps.find(({ id }) => id === 'identity')!.levels[0]!.policies[1]!;
    expect(trace.state).toBe('unreadable');
    expect(trace.problem?.offset).toBe(15);
  });

  it('do not matter when they are switched off or outvoted', () => {
    const off = { ...broken, off: true };
    expect(decisionOf(scenario({ identity: [policy('Mine', allow()), off] }))).toBe('Allowed');
    expect(decisionOf(scenario({ identity: [policy('Mine', deny()), broken] }))).toBe('ExplicitlyDenied');
    expect(decisionOf(scenario({ identity: [policy('Mine')], boundary: broken }))).toBe('ImplicitlyDenied');
  });
});

describe('a request that cannot be read', () => {
  const federated = `arn:aws:sts::111122223333:federated-user/bob`;
  it.each([
    ['principal', { principal: '' }],
    ['principal', { principal: 'arn:aws:iam::1111' }],
    ['principal', { principal: 'alice' }],
    ['action', { action: '' }],
    ['action', { action: 's3' }],
    ['action', { action: 's3:Get*' }],
    ['resource', { resource: '' }],
    ['resource', { resource: 'arn:aws:s3' }],
    ['resourceAccount', { resourceAccount: '12' }],
    ['role', { principal: APP_SESSION, role: APP_ROLE.replace('App', 'Other') }],
    ['user', { principal: federated, user: `arn:aws:iam::${OTHER_ACCOUNT}:user/x` }],
  ])('leaves the verdict open: %s', (field, request) => {
    const result = evaluate(mine([allow()], request));
    expect(result.decision).toBe('Undetermined');
    expect(result.problems.map((problem) => problem.field)).toEqual([field]);
    expect(result.dependsOn).toEqual([{ kind: 'request', field }]);
    expect(result.steps).toHaveLength(9);
  });
});

describe('a KMS key behind an alias', () => {
  const request = { action: 'kms:Decrypt', resource: 'arn:aws:kms:us-east-1:111122223333:alias/app' };
  const key = (resource: string): Scenario =>
    scenario({ resource: policy('Key', allow({ Principal: { AWS: ALICE }, Resource: resource })) }, request);

  it('is not known from the request', () => {
    expect(decisionOf(key('*'))).toBe('Allowed');
    expect(decisionOf(key(request.resource))).toBe('ImplicitlyDenied');
    const result = evaluate(key('arn:aws:kms:us-east-1:111122223333:key/1'));
    expect(result.decision).toBe('Undetermined');
    expect(result.dependsOn).toEqual([{ kind: 'request', field: 'resource' }]);
  });
});

describe('a key behind an alias', () => {
  const KEYS = `arn:aws:kms:us-east-1:${ACCOUNT}:key`;
  const alias = { action: 'kms:Decrypt', resource: `arn:aws:kms:us-east-1:${ACCOUNT}:alias/app` };
  const open = policy('Key', allow({ Principal: { AWS: ACCOUNT } }));
  const asks = (statements: readonly Json[], context: Record<string, ContextValue> = {}): Scenario =>
    scenario({ identity: [policy('Mine', ...statements)], resource: open }, { ...alias, context });

  it('may be one that a variable names', () => {
    const spared: Json = { Effect: 'Deny', Action: '*', NotResource: `${KEYS}/\${aws:PrincipalTag/team}-*` };
    const known = asks([allow(), spared], { 'aws:PrincipalTag/team': 'red' });
    expect(evaluate(known).decision).toBe('Undetermined');
    const unknown = asks([allow(), spared], { 'aws:PrincipalTag/team': null });
    expect(evaluate(unknown).decision).toBe('Undetermined');
    expect(evaluate(asks([allow(), spared])).decision).toBe('ExplicitlyDenied');
  });

  it('gives a variable in its ARN something to stand for', () => {
    const own = allow({ Resource: `${KEYS}/\${aws:PrincipalTag/key}` });
    const named: Json = { Effect: 'Deny', Action: '*', NotResource: `${KEYS}/1234` };
    const result = evaluate(asks([own, named], { 'aws:PrincipalTag/key': null }));
    expect(result.decision).toBe('Undetermined');
    expect(result.hinges?.allowedIf.map(({ supposition }) => supposition)).toEqual([
      { kind: 'value', values: ['1234'], matches: [] },
      { kind: 'value', values: [`${KEYS}/1234`], matches: [] },
    ]);
  });

  it('is not one with a star in its name, which is what a star in a value stands for', () => {
    const own = allow({ Resource: `${KEYS}/\${aws:PrincipalTag/team}` });
    const result = evaluate(asks([own], { 'aws:PrincipalTag/team': '*' }));
    expect(result.decision).toBe('ImplicitlyDenied');
    expect(result.missing).toEqual(['identity']);
    const spared: Json = { Effect: 'Deny', Action: '*', NotResource: `${KEYS}/\${*}` };
    expect(evaluate(asks([allow(), spared])).decision).toBe('ExplicitlyDenied');
  });

  it('is a key of its account and Region, whichever it is', () => {
    const result = evaluate(asks([allow(), deny({ Resource: `${KEYS}/*` }), deny({ Action: 'kms:De*' })]));
    expect(result.decision).toBe('ExplicitlyDenied');
    expect(result.decidedBy.map(({ statement }) => statement)).toEqual([1, 2]);
    const abroad = `arn:aws:kms:eu-west-1:${ACCOUNT}:key/*`;
    const [, , trace] = evaluate(
      asks([allow(), deny({ Resource: `${KEYS}/1*` }), deny({ Resource: abroad })]),
    ).steps.find(({ id }) => id === 'identity')!.levels[0]!.policies[0]!.statements;
    expect(trace!.truth).toBe('no');
  });

  it('is of another Region where the alias is, though the policy was asked before', () => {
    const identity = [policy('Mine', allow({ Resource: `${KEYS}/*` }))];
    const at = (region: string): Decision =>
      decisionOf(
        scenario(
          { identity, resource: open },
          { action: 'kms:Decrypt', resource: `arn:aws:kms:${region}:${ACCOUNT}:alias/app` },
        ),
      );
    expect([at('us-east-1'), at('eu-west-1'), at('us-east-1')]).toEqual([
      'Allowed',
      'ImplicitlyDenied',
      'Allowed',
    ]);
  });
});

it('an entry that names the caller for certain settles a statement, whatever a unique ID beside it stands for', () => {
  const resource = policy('Queue', allow({ Principal: { AWS: ['AIDAJQABLZS4A3QDU576Q', ALICE] } }));
  const { steps } = evaluate(scenario({ resource }, unknown('aws:userid')));
  const [statement] = steps.find(({ id }) => id === 'resource')!.levels[0]!.policies[0]!.statements;
  expect(statement).toMatchObject({ truth: 'yes', grant: 'direct' });
});

describe('an entry that names the account for certain, beside a unique ID that may be the caller', () => {
  const id = 'AIDAJQABLZS4A3QDU576Q';
  const resource = policy('Queue', allow({ Principal: { AWS: [ACCOUNT, id] } }));

  it('may grant directly, where nothing else does', () => {
    const result = evaluate(scenario({ resource }, unknown('aws:userid')));
    expect(result.decision).toBe('Undetermined');
    expect(result.hinges?.allowedIf).toEqual([
      {
        dependency: { kind: 'key', key: 'aws:userid' },
        supposition: { kind: 'value', values: [id], matches: [] },
      },
    ]);
    const told = (userid: string): Decision =>
      decisionOf(scenario({ resource }, { context: { 'aws:userid': userid } }));
    expect([told(id), told('AIDAOTHEROTHER123')]).toEqual(['Allowed', 'ImplicitlyDenied']);
  });

  it('hands on to the account in any case', () => {
    const identity = [policy('Mine', allow())];
    expect(decisionOf(scenario({ resource, identity }, unknown('aws:userid')))).toBe('Allowed');
    const across = { principal: `arn:aws:iam::${OTHER_ACCOUNT}:user/bob`, ...unknown('aws:userid') };
    const foreign = policy('Queue', allow({ Principal: { AWS: [OTHER_ACCOUNT, id] } }));
    expect(decisionOf(scenario({ resource: foreign, identity }, across))).toBe('Allowed');
    expect(decisionOf(scenario({ resource: foreign }, across))).toBe('ImplicitlyDenied');
  });

  it('waits for what else the statement hangs on', () => {
    const both = policy('Queue', allow({ Principal: { AWS: [ACCOUNT, id] }, ...when('Bool', MFA, 'true') }));
    const result = evaluate(scenario({ resource: both }, unknown('aws:userid', MFA)));
    expect(result.decision).toBe('Undetermined');
    expect(result.dependsOn).toEqual([
      { kind: 'key', key: MFA },
      { kind: 'key', key: 'aws:userid' },
    ]);
  });
});

it('a search that was cut short before it met an Allow does not make it a denial', () => {
  // Only a set with all three is allowed, and so many sets of two come before it that it is never tried.
  const three = allow({
    Condition: {
      'ForAnyValue:StringEquals': { 'aws:TagKeys': 'a' },
      'ForAnyValue:StringLike': { 'aws:TagKeys': 'b' },
      'ForAnyValue:StringEqualsIgnoreCase': { 'aws:TagKeys': 'c' },
    },
  });
  const told = Array.from({ length: 30 }, (_, at) =>
    deny(when('ForAnyValue:StringEquals', 'aws:TagKeys', `d${at}`)),
  );
  const given = (keys: ContextValue): Scenario =>
    mine([three, ...told], { context: { 'aws:TagKeys': keys } });
  expect(decisionOf(given(['a', 'b', 'c']))).toBe('Allowed');
  const result = evaluate(given(null));
  expect(result.decision).toBe('Undetermined');
  expect(result.dependsOn).toEqual([{ kind: 'key', key: 'aws:TagKeys' }]);
});

describe('keys that AWS fills together', () => {
  const via = unknown('aws:CalledVia');
  const first = (value: string) => ({ 'aws:CalledViaFirst': value });
  const last = (value: string) => ({ 'aws:CalledViaLast': value });

  it('are one unknown: the chain of services, its ends, and whether there is one', () => {
    const both = [
      allow(when('Bool', 'aws:ViaAWSService', 'true')),
      allow(when('Null', 'aws:CalledVia', 'true')),
    ];
    expect(decisionOf(mine(both, via))).toBe('Allowed');
    const never = { Condition: { Bool: { 'aws:ViaAWSService': 'false' }, StringLike: first('*') } };
    expect(decisionOf(mine([allow(never)], via))).toBe('ImplicitlyDenied');
  });

  it('leave open what one chain may still be, in its order', () => {
    const ends = { Condition: { StringEquals: { ...first('a.amazonaws.com'), ...last('b.amazonaws.com') } } };
    const result = evaluate(mine([allow(ends)], via));
    expect(result.decision).toBe('Undetermined');
    expect(result.dependsOn).toEqual([{ kind: 'key', key: 'aws:CalledVia' }]);
    expect(result.hinges?.each[0]?.allowsWhen).toEqual([
      { kind: 'value', values: ['a.amazonaws.com', 'b.amazonaws.com'], matches: [] },
    ]);
  });

  it('are named by themselves where a policy reads one of them only', () => {
    const result = evaluate(mine([allow(when('Bool', 'aws:ViaAWSService', 'true'))], via));
    expect(result.dependsOn).toEqual([{ kind: 'key', key: 'aws:ViaAWSService' }]);
    const late = allow(when('NumericGreaterThan', 'aws:EpochTime', '1700000000'));
    expect(evaluate(mine([late])).dependsOn).toEqual([{ kind: 'key', key: 'aws:EpochTime' }]);
  });

  it('are one instant under two names', () => {
    const before = (key: string, value: string) => ({ DateLessThan: { [key]: value } });
    const after = (value: string) => ({ NumericGreaterThanEquals: { 'aws:EpochTime': value } });
    const window = (start: string) =>
      mine([allow({ Condition: { ...before('aws:CurrentTime', '2024-01-01T00:00:00Z'), ...after(start) } })]);
    // 2024 began at second 1704067200.
    expect(decisionOf(window('1704067200'))).toBe('ImplicitlyDenied');
    const open = evaluate(window('1704067199'));
    expect(open.decision).toBe('Undetermined');
    expect(open.dependsOn).toEqual([{ kind: 'key', key: 'aws:CurrentTime' }]);
    const either = [
      allow({ Condition: before('aws:CurrentTime', '2024-01-01T00:00:00Z') }),
      allow({ Condition: after('1704067200') }),
    ];
    expect(decisionOf(mine(either))).toBe('Allowed');
  });

  it('follow where the one is given', () => {
    const late = allow(when('NumericGreaterThan', 'aws:EpochTime', '1700000000'));
    const at = (key: string, value: string, statement: Json) =>
      decisionOf(mine([statement], { context: { [key]: value } }));
    expect(at('aws:CurrentTime', '2024-01-01T00:00:00Z', late)).toBe('Allowed');
    expect(at('aws:CurrentTime', '2020-01-01T00:00:00Z', late)).toBe('ImplicitlyDenied');
    const early = allow(when('DateLessThan', 'aws:CurrentTime', '2020-01-01'));
    expect(at('aws:EpochTime', '1500000000', early)).toBe('Allowed');
    expect(at('aws:EpochTime', '1700000000', early)).toBe('ImplicitlyDenied');
    expect(at('aws:EpochTime', '1e999', early)).toBe('Undetermined');
    expect(at('aws:EpochTime', '99999999999999999999', early)).toBe('Undetermined');
  });
});
