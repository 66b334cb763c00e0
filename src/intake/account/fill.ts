/** From one user or role of an account to a scenario. */
import { isTrust } from '../../case/layers';
import type { Policies, Request, Scenario } from '../../case/scenario';
import { listAt, textAt } from '../evidence/values';
import type { FromEvidence } from '../from-evidence';
import { beyondLimits } from '../../case/limits';
import { boundaryOf, identityOf, trustOf, type Collected } from './policies';
import type { Account, AccountPrincipal } from './read';
import { principalIn } from './search';
import { tagsOf } from './tags';

/** `calls`: it makes the request. `assumed`: someone asks to assume it, and its trust policy has a say. */
export type PartPlayed = 'calls' | 'assumed';

export type FromAccount = Omit<FromEvidence, 'incoming' | 'places'> & {
  /** Why the case cannot be filled in. */
  readonly problem?: string;
};

/**
 * A scenario with one user or role of an account in its place. As the caller it brings its identity-based policies, and
 * its permissions boundary or the knowledge that there is none; as the role to be assumed, its trust policy. A policy
 * whose text is missing stands there as unknown. The rest of `current` stays.
 */
export function scenarioOfPrincipal(
  account: Account,
  principal: AccountPrincipal,
  current: Scenario,
  part: PartPlayed = 'calls',
): FromAccount {
  const made = part === 'calls' ? asCaller(account, principal, current) : asTarget(principal, current);
  const tooLarge = beyondLimits(made.scenario);
  return tooLarge === undefined ? made : { ...made, problem: tooLarge.message };
}

function asCaller(account: Account, principal: AccountPrincipal, current: Scenario): FromAccount {
  const { kind, arn, name, detail } = principal;
  const identity = identityOf(account, kind, detail);
  const boundary = boundaryOf(account, detail);
  const request = callerRequest(principal, account, current.request);
  const { boundary: _, ...others } = current.policies;
  const trust = trustOfTarget(account, current);
  const policies: Policies = {
    ...others,
    identity: identity.policies,
    ...(boundary.policies[0] !== undefined && { boundary: boundary.policies[0] }),
    ...(trust !== undefined && { resource: trust }),
  };
  const understood = [
    `The caller is the ${kind} \`${name}\`.`,
    identityWords(identity, kind),
    boundary.policies[0] === undefined
      ? 'It has no permissions boundary.'
      : `Its permissions boundary is ${boundary.policies[0].name}.`,
    ...tagWords(detail),
    ...(trust === undefined ? [] : [`${trust.name} is the policy of the resource.`]),
  ];
  return {
    scenario: { ...current, request, policies },
    understood,
    unknown: [...unseenWords([...identity.unseen, ...boundary.unseen]), ...cutWords(account), NOT_TOLD],
    commands: [...identity.commands, ...boundary.commands].map((command) => ({
      layer: 'identity' as const,
      command,
      why: `Shows a policy of \`${arn}\` whose text is missing.`,
    })),
  };
}

const NOT_TOLD = 'SCPs, RCPs and policies of resources are not part of this answer; add those that apply.';

/** A session of the role that the case already names stays that session, with what is known of it. */
function callerRequest(principal: AccountPrincipal, account: Account, request: Request): Request {
  const { role: _role, user: _user, context: before = {}, ...rest } = request;
  const same = principalIn(account, request.principal)?.arn === principal.arn;
  const isSession = same && request.principal !== principal.arn;
  const kept = same || request.principal === '' ? before : {};
  const context = { ...kept, ...ownKeys(principal, kept) };
  return {
    ...rest,
    principal: isSession ? request.principal : principal.arn,
    ...(isSession && { role: principal.arn }),
    ...(Object.keys(context).length > 0 && { context }),
  };
}

type Context = NonNullable<Request['context']>;

/** Tags are condition keys, and a user's unique id is one. What the case knows already is truer: sessions can have tags of their own. */
function ownKeys({ kind, detail }: AccountPrincipal, known: Context): Context {
  const given = new Set(Object.keys(known).map((key) => key.toLowerCase()));
  const id = kind === 'user' ? textAt(detail, 'UserId') : undefined;
  const tags = tagsOf(detail).map(([key, value]) => [`aws:PrincipalTag/${key}`, value] as const);
  const keys = [...(id === undefined ? [] : [['aws:userid', id] as const]), ...tags];
  return Object.fromEntries(keys.filter(([key]) => !given.has(key.toLowerCase())));
}

/** Where the case assumes a role of this very account, that role's trust policy decides too. */
function trustOfTarget(account: Account, { request, policies }: Scenario): ReturnType<typeof trustOf> {
  if (!isTrust(request.action)) return undefined;
  if (policies.resource !== undefined && policies.resource !== 'unknown') return undefined;
  const role = account.principals.find(({ kind, arn }) => kind === 'role' && arn === request.resource);
  return role && trustOf(role.detail);
}

function asTarget({ arn, name, detail }: AccountPrincipal, current: Scenario): FromAccount {
  const trust = trustOf(detail);
  const { request } = current;
  const { resourceAccount: _, ...rest } = request;
  const action = isTrust(request.action) ? request.action : 'sts:AssumeRole';
  return {
    scenario: {
      ...current,
      request: { ...rest, action, resource: arn },
      policies: { ...current.policies, resource: trust ?? 'unknown' },
    },
    understood: [
      `The request is \`${action}\` on the role \`${name}\`.`,
      ...(trust === undefined ? [] : ['Its trust policy is the policy of the resource.']),
    ],
    unknown: trust === undefined ? ['Its trust policy is not in the text, so it counts as unknown.'] : [],
    commands: [],
    layer: 'resource',
  };
}

function identityWords({ policies }: Collected, kind: 'user' | 'role'): string {
  const groups = new Set(policies.flatMap(({ via }) => via ?? [])).size;
  if (policies.length === 0) return `The ${kind} has no policies: nothing is allowed by them.`;
  const count = `${policies.length} identity ${policies.length === 1 ? 'policy' : 'policies'}`;
  return groups === 0
    ? `It has ${count}.`
    : `It has ${count}, some by ${groups === 1 ? 'a group' : `${groups} groups`}.`;
}

function tagWords(detail: AccountPrincipal['detail']): readonly string[] {
  const count = listAt(detail, 'Tags').length;
  if (count === 0) return [];
  return [
    `${count === 1 ? 'Its tag is' : `Its ${count} tags are`} in the context, as \`aws:PrincipalTag/…\`.`,
  ];
}

function unseenWords(names: readonly string[]): readonly string[] {
  if (names.length === 0) return [];
  const one = names.length === 1;
  return [
    `The text of ${names.join(', ')} is missing. ${one ? 'It stands' : 'They stand'} in the case by name and ${one ? 'counts' : 'count'} as unknown until you paste ${one ? 'it' : 'them'}.`,
  ];
}

/** A page that is missing can hold more policies, groups and principals, never more policies of this one. */
function cutWords({ truncated }: Account): readonly string[] {
  return truncated
    ? ['The answer is cut off: AWS had more to list, so users, roles or texts of policies can be missing.']
    : [];
}
