import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/engine/evaluate';
import type { Decision } from '../../src/engine/evaluation';
import type { Policies, Policy, Scenario } from '../../src/case/scenario';

/**
 * Every caller against every combination of layers, compared with the rules of the AWS pages written out a second
 * time, as one formula and without any matching: "Policy evaluation logic" and its cross-account page, "Permissions
 * boundaries", "AWS JSON policy elements: Principal", and KMS's "Key policies".
 */
const HOME = '111122223333';
const AWAY = '444455556666';

const CALLERS = ['user', 'session', 'unnamedSession', 'federated', 'root', 'service', 'anonymous'] as const;
const RESOURCES = ['bucket', 'key', 'role'] as const;
const GRANTS = ['absent', 'other', 'account', 'entity', 'named', 'everyone'] as const;
type Caller = (typeof CALLERS)[number];
type Kind = (typeof RESOURCES)[number];
type Grant = (typeof GRANTS)[number];
type Saying = 'absent' | 'allow' | 'silent' | 'deny';

interface Row {
  readonly caller: Caller;
  readonly resource: Kind;
  readonly crossAccount: boolean;
  readonly grant: Grant;
  readonly identity: Saying;
  readonly boundary: Saying;
  readonly session: Saying;
  readonly scp: Saying;
  readonly endpoint: Saying;
  readonly rcp: Saying;
}

const PRINCIPAL: Record<Caller, string> = {
  user: `arn:aws:iam::${HOME}:user/ann`,
  session: `arn:aws:sts::${HOME}:assumed-role/App/one`,
  unnamedSession: `arn:aws:iam::${HOME}:role/App`,
  federated: `arn:aws:sts::${HOME}:federated-user/fay`,
  root: `arn:aws:iam::${HOME}:root`,
  service: 'cloudtrail.amazonaws.com',
  anonymous: '*',
};
/** The user or role behind a session; for the others what stands nearest to it. */
const ENTITY: Record<Caller, unknown> = {
  user: { AWS: PRINCIPAL.user },
  session: { AWS: PRINCIPAL.unnamedSession },
  unnamedSession: { AWS: PRINCIPAL.unnamedSession },
  federated: { AWS: PRINCIPAL.user },
  root: { AWS: PRINCIPAL.user },
  service: { Service: PRINCIPAL.service },
  anonymous: { AWS: PRINCIPAL.user },
};
const NAMED: Record<Caller, unknown> = {
  ...ENTITY,
  session: { AWS: PRINCIPAL.session },
  unnamedSession: { AWS: PRINCIPAL.session },
  federated: { AWS: PRINCIPAL.federated },
};
const ACTION: Record<Kind, string> = { bucket: 's3:GetObject', key: 'kms:Decrypt', role: 'sts:AssumeRole' };

function resourceArn(kind: Kind, account: string): string {
  if (kind === 'bucket') return 'arn:aws:s3:::data/k';
  return kind === 'key' ? `arn:aws:kms:eu-west-1:${account}:key/k` : `arn:aws:iam::${account}:role/Target`;
}

function policy(saying: Saying, action: string, everyone = false): Policy {
  const principal = everyone ? { Principal: '*' } : {};
  const statement = {
    Effect: saying === 'deny' ? 'Deny' : 'Allow',
    ...principal,
    Action: saying === 'silent' ? 'sqs:*' : action,
    Resource: '*',
  };
  return { name: 'P', document: { Version: '2012-10-17', Statement: statement } };
}

function resourcePolicy({ grant, caller, resource }: Row): Policy {
  const principal: Record<Exclude<Grant, 'absent'>, unknown> = {
    other: { AWS: `arn:aws:iam::${HOME}:user/somebody-else` },
    account: { AWS: HOME },
    entity: ENTITY[caller],
    named: NAMED[caller],
    everyone: '*',
  };
  const statement = {
    Effect: 'Allow',
    Principal: principal[grant as Exclude<Grant, 'absent'>],
    Action: ACTION[resource],
    ...(resource === 'role' ? {} : { Resource: '*' }),
  };
  return { name: 'R', document: { Version: '2012-10-17', Statement: [statement] } };
}

function toScenario(row: Row): Scenario {
  const action = ACTION[row.resource];
  const account = row.crossAccount ? AWAY : HOME;
  const policies: Policies = {
    ...(row.grant !== 'absent' && { resource: resourcePolicy(row) }),
    ...(row.identity !== 'absent' && { identity: [policy(row.identity, action)] }),
    ...(row.boundary !== 'absent' && { boundary: policy(row.boundary, action) }),
    ...(row.session !== 'absent' && { session: [policy(row.session, action)] }),
    ...(row.scp !== 'absent' && { scp: [{ target: 'Root', policies: [policy('allow', '*'), policy('allow', action)] }, { target: 'OU', policies: [policy(row.scp, action)] }] }),
    ...(row.endpoint !== 'absent' && { endpoint: policy(row.endpoint, action, true) }),
    ...(row.rcp !== 'absent' && { rcp: [{ target: 'Root', policies: [policy(row.rcp, action, true)] }] }),
  };
  return {
    schema: 2,
    request: {
      principal: PRINCIPAL[row.caller],
      ...(row.caller === 'federated' && { user: PRINCIPAL.user }),
      action,
      resource: resourceArn(row.resource, account),
      resourceAccount: account,
    },
    policies,
  };
}

/** How strongly the resource's policy reaches the caller. */
function reach({ caller, grant }: Row): 'none' | 'direct' | 'role' | 'account' {
  if (grant === 'everyone') return 'direct';
  switch (caller) {
    case 'user':
      return grant === 'account' ? 'account' : grant === 'entity' || grant === 'named' ? 'direct' : 'none';
    case 'session':
    case 'federated':
      return grant === 'account' ? 'account' : grant === 'entity' ? 'role' : grant === 'named' ? 'direct' : 'none';
    case 'unnamedSession':
      return grant === 'account' ? 'account' : grant === 'entity' ? 'role' : 'none';
    case 'root':
      return grant === 'account' ? 'direct' : 'none';
    case 'service':
      return grant === 'entity' || grant === 'named' ? 'direct' : 'none';
    case 'anonymous':
      return 'none';
  }
}

const passes = (saying: Saying): boolean => saying === 'absent' || saying === 'allow';

function expected(row: Row): Decision {
  const { caller, resource, crossAccount, identity, boundary, session, scp, endpoint, rcp } = row;
  const ownPolicies = !['root', 'service', 'anonymous'].includes(caller);
  const organization = !['service', 'anonymous'].includes(caller);
  const denies =
    (ownPolicies && [identity, boundary, session].includes('deny')) ||
    (organization && scp === 'deny') ||
    (caller !== 'service' && endpoint === 'deny') ||
    rcp === 'deny';
  if (denies) return 'ExplicitlyDenied';

  const limits = passes(boundary) && (caller === 'federated' ? session === 'allow' : passes(session));
  const own = ownPolicies && identity === 'allow' && limits;
  const found = reach(row);
  const mustMatch = resource !== 'bucket';
  const granted = ((): boolean => {
    if (caller === 'service' || caller === 'anonymous') return found === 'direct';
    if (caller === 'root') return found === 'direct' || (!crossAccount && !mustMatch);
    if (crossAccount) return own && found !== 'none';
    if (found === 'direct' || (found === 'role' && limits)) return true;
    return own && (!mustMatch || found === 'account' || found === 'role');
  })();
  const through = (!organization || passes(scp)) && (caller === 'service' || passes(endpoint));
  return granted && through ? 'Allowed' : 'ImplicitlyDenied';
}

/** Signed requests only for keys and roles; the root user and federated users can't assume roles at all. */
function possible({ caller, resource, session }: Row): boolean {
  if (caller === 'anonymous' && resource !== 'bucket') return false;
  if (resource === 'role' && (caller === 'root' || caller === 'federated')) return false;
  return session === 'absent' || caller === 'session' || caller === 'unnamedSession' || caller === 'federated';
}

const EACH: readonly Saying[] = ['absent', 'allow', 'silent', 'deny'];
const LIMITS: readonly Saying[] = ['absent', 'allow', 'silent'];
const KINDS = CALLERS.flatMap((caller) =>
  RESOURCES.flatMap((resource) => [false, true].map((crossAccount) => ({ caller, resource, crossAccount }))),
);
type Sayings = Omit<Row, 'caller' | 'resource' | 'crossAccount' | 'grant'>;
const ABSENT: Sayings = {
  identity: 'absent',
  boundary: 'absent',
  session: 'absent',
  scp: 'absent',
  endpoint: 'absent',
  rcp: 'absent',
};

/** What the caller's own policies say; then, for a caller who is allowed, what stands around them. */
const COMBINATIONS: readonly Sayings[] = [
  ...EACH.flatMap((identity) =>
    LIMITS.flatMap((boundary) => LIMITS.map((session) => ({ ...ABSENT, identity, boundary, session }))),
  ),
  { ...ABSENT, identity: 'allow', boundary: 'deny' },
  { ...ABSENT, identity: 'allow', session: 'deny' },
  ...EACH.flatMap((scp) =>
    (['absent', 'silent', 'deny'] as const).flatMap((endpoint) =>
      (['absent', 'deny'] as const).map((rcp) => ({
        ...ABSENT,
        identity: 'allow' as const,
        scp,
        endpoint,
        rcp,
      })),
    ),
  ),
];

describe('every caller against every combination of layers', () => {
  it.each(KINDS)('$caller, $resource, across accounts: $crossAccount', (kind) => {
    const rows = GRANTS.flatMap((grant) =>
      COMBINATIONS.map((sayings): Row => ({ ...kind, grant, ...sayings })),
    ).filter(possible);
    const wrong = rows
      .map((row) => ({ row, found: evaluate(toScenario(row)).decision, wanted: expected(row) }))
      .filter(({ found, wanted }) => found !== wanted);
    expect(wrong.slice(0, 5)).toEqual([]);
  });
});

/** A layer that is in play and not visible may say any of these. */
const MAY_SAY: Record<keyof Sayings, readonly Saying[]> = {
  identity: ['allow', 'silent', 'deny'],
  boundary: ['allow', 'silent', 'deny'],
  session: ['allow', 'silent', 'deny'],
  scp: ['allow', 'silent', 'deny'],
  endpoint: ['allow', 'silent', 'deny'],
  rcp: ['silent', 'deny'],
};
type Hidden = readonly (keyof Sayings | 'resource')[];

/** The decision that every possible content of the hidden layers comes to, if there is one. */
function expectedWithout(row: Row, hidden: Hidden): Decision {
  const denied: Decision = 'ExplicitlyDenied';
  const possibilities = hidden.reduce<readonly { row: Row; deny: boolean }[]>(
    (rows, layer) =>
      rows.flatMap(({ row: each, deny }) =>
        layer === 'resource'
          ? [{ row: each, deny: true }, ...GRANTS.filter((g) => g !== 'absent').map((grant) => ({ row: { ...each, grant }, deny }))]
          : MAY_SAY[layer].map((saying) => ({ row: { ...each, [layer]: saying }, deny })),
      ),
    [{ row, deny: false }],
  );
  const decisions = new Set(possibilities.map(({ row: each, deny }) => (deny ? denied : expected(each))));
  if (decisions.size === 1) return [...decisions][0]!;
  // Denied in any case, but no Deny is certain.
  return decisions.has('Allowed') ? 'Undetermined' : 'ImplicitlyDenied';
}

const HIDDEN: readonly Hidden[] = [['identity'], ['boundary'], ['scp'], ['rcp'], ['resource'], ['session', 'resource'], ['scp', 'endpoint']];

const AROUND_HIDDEN: readonly Sayings[] = [
  { ...ABSENT, identity: 'silent' },
  { ...ABSENT, identity: 'allow' },
  { ...ABSENT, identity: 'deny' },
  { ...ABSENT, identity: 'allow', boundary: 'silent' },
  { ...ABSENT, identity: 'allow', scp: 'silent' },
];

describe('layers that are not visible leave the verdict open exactly when they can change it', () => {
  it.each(KINDS)('$caller, $resource, across accounts: $crossAccount', (kind) => {
    const rows = GRANTS.flatMap((grant) =>
      AROUND_HIDDEN.flatMap((sayings) => HIDDEN.map((hidden) => ({ row: { ...kind, grant, ...sayings }, hidden }))),
    ).filter(({ row, hidden }) => possible(hidden.includes('session') ? { ...row, session: 'allow' } : row));
    const wrong = rows
      .map(({ row, hidden }) => {
        const scenario = toScenario(row);
        const policies = { ...scenario.policies, ...Object.fromEntries(hidden.map((layer) => [layer, 'unknown'])) };
        const found = evaluate({ ...scenario, policies }).decision;
        return { row, hidden, found, wanted: expectedWithout(row, hidden) };
      })
      .filter(({ found, wanted }) => found !== wanted);
    expect(wrong.slice(0, 5)).toEqual([]);
  });
});
