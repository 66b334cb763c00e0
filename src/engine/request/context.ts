/**
 * The request context: what the scenario gives, and what follows from the principal and the resource.
 * IAM User Guide: "AWS global condition context keys"; "Policy variables", table of principal key values.
 */
import type { Arn } from '../../language/arn';
import { keySpelling } from '../../catalog/global-keys';
import { untoldKeys } from '../../catalog/key-presence';
import { parseInstant } from '../conditions/date';
import type { ContextEntry } from '../evaluation';
import type { ContextValue, Organization, Policies, Request } from '../../case/scenario';
import type { Caller } from './caller';
import type { ContextMap, Entry } from './context-map';
import { presenceCaller, requestPath } from './presence';

export type { ContextMap, Entry } from './context-map';

export interface ContextSource {
  readonly request: Request;
  readonly caller: Caller;
  readonly resourceArn: Arn | undefined;
  readonly resourceAccount: string | undefined;
  readonly policies: Policies;
  readonly organization: Organization | undefined;
  /** Did AWS list every key of this very request? Then what it does not list was not in it. */
  readonly listed?: boolean;
}

type From = NonNullable<ContextEntry['from']>;

class Builder {
  readonly entries = new Map<string, Entry>();

  add(entry: Entry): void {
    this.entries.set(entry.key.toLowerCase(), entry);
  }

  /** Given values win over derived ones. */
  derive(
    key: string,
    value: ContextValue | undefined,
    from: From,
    origin: 'derived' | 'default' = 'derived',
  ): void {
    if (value === undefined) return;
    const lower = key.toLowerCase();
    if (!this.entries.has(lower)) this.entries.set(lower, { key, value, origin, from });
  }
}

const PRINCIPAL_TYPES: Readonly<Record<Caller['kind'], string | undefined>> = {
  user: 'User',
  roleSession: 'AssumedRole',
  role: 'AssumedRole',
  root: 'Account',
  federatedUser: 'FederatedUser',
  anonymous: 'Anonymous',
  // The page gives no value for these.
  service: undefined,
  originAccessIdentity: undefined,
  federatedCaller: undefined,
  invalid: undefined,
};

/** For a role session the ARN of its role; for every other signed request the caller's own. */
function principalArn(caller: Caller): string | undefined {
  switch (caller.kind) {
    case 'roleSession':
    case 'role':
      return caller.roleArn;
    case 'user':
    case 'root':
    case 'federatedUser':
      return caller.id;
    case 'service':
    case 'anonymous':
    case 'originAccessIdentity':
    case 'federatedCaller':
    case 'invalid':
      return undefined;
  }
}

function userId(caller: Caller): string | undefined {
  switch (caller.kind) {
    case 'root':
      return caller.account;
    case 'federatedUser':
      return `${caller.account}:${caller.name}`;
    case 'anonymous':
      return 'anonymous';
    // The unique IDs of users and roles are not part of their ARNs.
    default:
      return undefined;
  }
}

function derivePrincipal(to: Builder, caller: Caller): void {
  const identity = principalArn(caller);
  to.derive('aws:PrincipalArn', identity, caller.kind === 'roleSession' ? 'role' : 'principal');
  if (identity !== undefined) to.derive('aws:PrincipalAccount', caller.account, 'principal');
  if (caller.kind === 'anonymous') to.derive('aws:PrincipalAccount', 'anonymous', 'principal');
  to.derive('aws:PrincipalType', PRINCIPAL_TYPES[caller.kind], 'principal');
  to.derive('aws:userid', userId(caller), 'principal');
  if (caller.kind === 'user') to.derive('aws:username', caller.name, 'principal');
  if (caller.kind === 'service') {
    to.derive('aws:PrincipalIsAWSService', 'true', 'principal');
    to.derive('aws:PrincipalServiceName', caller.id, 'principal');
    to.derive('aws:PrincipalServiceNamesList', [caller.id], 'principal');
  } else if (identity !== undefined) {
    to.derive('aws:PrincipalIsAWSService', 'false', 'principal');
  }
  const web = caller.kind === 'federatedCaller' && !caller.id.includes(':saml-provider/');
  if (web) to.derive('aws:FederatedProvider', caller.id, 'principal');
}

/** "Forward access sessions": the chain of services, where the request came through one. */
function deriveVia(to: Builder): void {
  const chain = to.entries.get('aws:calledvia')?.value;
  if (chain === null) {
    for (const key of ['aws:CalledViaFirst', 'aws:CalledViaLast', 'aws:ViaAWSService']) {
      to.derive(key, null, 'request');
    }
    return;
  }
  const services = typeof chain === 'string' ? [chain] : (chain ?? []);
  to.derive('aws:CalledViaFirst', services[0], 'request');
  to.derive('aws:CalledViaLast', services.at(-1), 'request');
  to.derive('aws:ViaAWSService', services.length > 0 ? 'true' : 'false', 'request');
}

/**
 * Membership of the organization, as far as the scenario settles it: its management account belongs to it, and
 * so does an account whose SCPs or RCPs are listed. With two accounts and policies of both kinds it is open
 * which of them the organization's ID belongs to, so nothing is derived.
 */
function deriveOrganization(to: Builder, source: ContextSource): void {
  const { caller, organization, policies, resourceAccount } = source;
  if (organization?.id === undefined || organization.id === '') return;
  const sameAccount = caller.account !== undefined && caller.account === resourceAccount;
  const onlyScp = policies.scp !== undefined && policies.rcp === undefined;
  const onlyRcp = policies.rcp !== undefined && policies.scp === undefined;
  const managed = (account: string | undefined): boolean =>
    account !== undefined && account === organization.managementAccount;
  const signed = caller.account !== undefined && caller.kind !== 'federatedCaller';
  if (signed && (sameAccount || onlyScp || managed(caller.account))) {
    to.derive('aws:PrincipalOrgID', organization.id, 'organization');
  }
  if (sameAccount || onlyRcp || managed(resourceAccount)) {
    to.derive('aws:ResourceOrgID', organization.id, 'organization');
  }
}

/** One instant under two names: where the one is given, the other follows. */
function deriveTime(to: Builder): void {
  const instantOf = (lowerKey: string): number | undefined => {
    const value = to.entries.get(lowerKey)?.value;
    return typeof value === 'string' ? parseInstant(value) : undefined;
  };
  const now = instantOf('aws:currenttime');
  if (now !== undefined) to.derive('aws:EpochTime', String(now / 1000), 'request');
  const epoch = instantOf('aws:epochtime');
  // Beyond this there are no dates.
  if (epoch !== undefined && Math.abs(epoch) <= 8.64e15)
    to.derive('aws:CurrentTime', new Date(epoch).toISOString(), 'request');
}

/** Credentials that know when MFA was used were made with it. */
function deriveMfa(to: Builder): void {
  const age = to.entries.get('aws:multifactorauthage');
  if (typeof age?.value === 'string') to.derive('aws:MultiFactorAuthPresent', 'true', 'request');
}

type Untold = readonly (readonly [lower: string, entry: Entry])[];

/** For each column of the table its keys without a value: they are the same in every request. */
const untold = new Map<readonly string[], Untold>();

function untoldEntries(keys: readonly string[]): Untold {
  let entries = untold.get(keys);
  if (!entries) {
    entries = keys.map((key) => [
      key.toLowerCase(),
      { key, value: null, origin: 'default', from: 'request' },
    ]);
    untold.set(keys, entries);
  }
  return entries;
}

/** What AWS sends with a request of this kind and nobody told: not known, never absent. */
function deriveUntold({ entries }: Builder, { caller, policies, listed }: ContextSource): void {
  const kind = presenceCaller(caller);
  if (kind === undefined || listed === true) return;
  const keys = untoldKeys(kind, requestPath(entries, policies));
  for (const [lower, entry] of untoldEntries(keys)) if (!entries.has(lower)) entries.set(lower, entry);
}

/** Keys that every request has. What cannot be told from the rest is `null`, not known. */
function deriveDefaults(to: Builder, source: ContextSource): void {
  deriveMfa(to);
  deriveUntold(to, source);
  to.derive('aws:SecureTransport', 'true', 'request', 'default');
  const region = source.resourceArn?.region;
  to.derive('aws:RequestedRegion', region === '' ? undefined : region, 'resource');
  to.derive('aws:RequestedRegion', null, 'request', 'default');
  deriveTime(to);
  to.derive('aws:CurrentTime', null, 'request', 'default');
  to.derive('aws:EpochTime', null, 'request', 'default');
}

/** The full context of a request; each value tells where it comes from. */
export function buildContext(source: ContextSource): ContextMap {
  const to = new Builder();
  const given = source.request.context ?? {};
  for (const key of Object.keys(given)) {
    const value = given[key];
    if (value !== undefined) to.add({ key: keySpelling(key), value, origin: 'given' });
  }
  derivePrincipal(to, source.caller);
  deriveVia(to);
  to.derive('aws:ResourceAccount', source.resourceAccount, 'account');
  deriveOrganization(to, source);
  deriveDefaults(to, source);
  return to.entries;
}
