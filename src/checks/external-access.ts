/**
 * Who from outside can use a resource, by its policy. What is asked is what the policy permits, not what other
 * policies of the outside account allow. Where a condition cannot be judged, access is reported rather than not.
 * IAM User Guide: "Access Analyzer findings", "Using AWS Identity and Access Management Access Analyzer".
 */
import { readForChecks } from './document';
import { Denials } from './denials';
import type { ListElement, Statement } from './document';
import type { ConditionEntry } from './document-conditions';
import { whoIs } from './external-principals';
import type { Who } from './external-principals';
import type { Place } from '../language/place';
import { isKey } from './key-facts';
import { leftByDenial, narrowingOf, narrowsWithin, OWN } from './narrowing';
import type { Narrowing } from './narrowing';
import { holdersOf, issuerOfProvider, type ClaimLimit, type TokenHolders } from './token-holders';

export type { Who } from './external-principals';

/** The zone of trust: an account, or an organization when its id is given. */
export interface TrustZone {
  /** Of the resource; twelve digits. Without it every account is outside. */
  readonly ownerAccount?: string;
  readonly organizationId?: string;
  /** Other accounts that count as inside. */
  readonly trustedAccounts?: readonly string[];
}

export interface ShownCondition {
  readonly place: Place;
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
  /** It keeps some people out. Conditions on what the caller chooses, or on how it signed in, do not. */
  readonly narrows: boolean;
}

export interface ExternalAccess {
  readonly who: Who;
  /** Anybody at all, from anywhere. */
  readonly isPublic: boolean;
  /** The statement that lets them in. */
  readonly statement: Place;
  /** The principal in it. */
  readonly principal: Place;
  /** Of an identity provider: who of those with a token. */
  readonly holders?: TokenHolders;
  /** As written; for NotAction and NotResource with `except` in front. */
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions: readonly ShownCondition[];
}

const textsOf = (list: ListElement | undefined): readonly string[] =>
  list?.entries.map(({ text }) => (list.not ? `except ${text}` : text)) ?? [];

/** The usual exception of services from a Deny: it has no part in who else gets in. */
const spareServices = (entry: ConditionEntry): boolean =>
  isKey(entry.key, 'aws:PrincipalIsAWSService') || isKey(entry.key, 'aws:ViaAWSService');

interface Limits {
  readonly narrowings: readonly Narrowing[];
  /** A Deny without conditions leaves nobody. */
  readonly closed: boolean;
}

function limitsOf(denials: Denials, allow: Statement): Limits {
  const narrowings = allow.conditions.flatMap((entry) => narrowingOf(entry) ?? []);
  let closed = false;
  for (const deny of denials.of(allow)) {
    const decisive = deny.conditions.filter((entry) => !spareServices(entry));
    if (deny.conditions.length === 0) closed = true;
    // With several conditions the Deny hits only those who meet all; what it leaves is not simply less.
    if (decisive.length === 1)
      narrowings.push(...[leftByDenial(decisive[0]!)].filter((one) => one !== undefined));
  }
  return { narrowings, closed };
}

function isInside(account: string, zone: TrustZone): boolean {
  return account === OWN || account === zone.ownerAccount || zone.trustedAccounts?.includes(account) === true;
}

const isOwn = (id: string, zone: TrustZone): boolean =>
  zone.organizationId !== undefined && (id === OWN || id === zone.organizationId);

function isAllInside(narrowing: Narrowing, zone: TrustZone): boolean {
  if (narrowing.kind === 'accounts') return narrowing.accounts.every((account) => isInside(account, zone));
  return narrowing.kind === 'organizations' && narrowing.ids.every((id) => isOwn(id, zone));
}

/** Those outside of whom a principal is left by the limits; none when all are inside. */
function outsiders(who: Who, { narrowings }: Limits, zone: TrustZone): readonly Who[] {
  if (who.kind === 'account') {
    const excluded = narrowings.some(
      (one) => one.kind === 'accounts' && !one.accounts.includes(who.account) && !one.accounts.includes(OWN),
    );
    const inside = isInside(who.account, zone) || narrowings.some((one) => isAllInside(one, zone));
    return excluded || inside ? [] : [who];
  }
  if (who.kind !== 'everyone') return [who];
  if (narrowings.some((one) => isAllInside(one, zone))) return [];
  const accounts = narrowings.find((one) => one.kind === 'accounts');
  if (accounts) {
    return accounts.accounts
      .filter((account) => !isInside(account, zone))
      .map((account) => ({ kind: 'account', account, principal: account }));
  }
  const organizations = narrowings.find((one) => one.kind === 'organizations');
  if (organizations) {
    return organizations.ids.filter((id) => !isOwn(id, zone)).map((id) => ({ kind: 'organization', id }));
  }
  return [who];
}

const isClaimLimit = (one: Narrowing): one is ClaimLimit => one.kind === 'claims';

function shown(entry: ConditionEntry, who: Who, holders: TokenHolders | undefined): ShownCondition {
  const within =
    who.kind === 'federated' &&
    holders?.all === false &&
    narrowsWithin(entry, issuerOfProvider(who.provider));
  return {
    place: { path: entry.path, span: entry.span },
    operator: entry.block.name,
    key: entry.key,
    values: entry.values.flatMap(({ text }) => text ?? []),
    narrows: within || narrowingOf(entry) !== undefined,
  };
}

/** Whom the principals of an Allow stand for; NotPrincipal lets in everybody but a few. */
function named(statement: Statement): readonly { readonly who: Who; readonly place: Place }[] {
  const { notPrincipal } = statement;
  if (notPrincipal) return [{ who: { kind: 'everyone' }, place: notPrincipal }];
  return statement.principals.flatMap((entry) => {
    const who = whoIs(entry);
    return who ? [{ who, place: entry }] : [];
  });
}

const place = ({ path, span }: Place): Place => ({ path, span });

/**
 * Who outside the zone of trust the policy of a resource lets in: one entry for each statement and principal, in the
 * order of the text. Services are among them, because they may act for somebody else; a check tells which of them
 * are not held to a source. Takes the text of the policy, or its parsed JSON. A text that cannot be read lets in
 * nobody.
 */
export function externalAccess(policy: unknown, zone: TrustZone = {}): readonly ExternalAccess[] {
  const text = typeof policy === 'string' ? policy : JSON.stringify(policy ?? null, null, 2);
  const read = readForChecks(text, {
    type: 'resource',
    resourceType: undefined,
    account: zone.ownerAccount,
    catalog: undefined,
  });
  if (!read) return [];
  const denials = new Denials(read.statements);
  return read.statements.flatMap((statement) => {
    if (statement.effect !== 'Allow') return [];
    const limits = limitsOf(denials, statement);
    if (limits.closed) return [];
    return named(statement).flatMap((principal) =>
      outsiders(principal.who, limits, zone).map((who) => {
        const holders =
          who.kind === 'federated'
            ? holdersOf(who.provider, limits.narrowings.filter(isClaimLimit))
            : undefined;
        return {
          who,
          isPublic: who.kind === 'everyone' && limits.narrowings.length === 0,
          statement: place(statement),
          principal: place(principal.place),
          ...(holders && { holders }),
          actions: textsOf(statement.action ?? statement.notAction),
          resources: textsOf(statement.resource ?? statement.notResource),
          conditions: statement.conditions.map((entry) => shown(entry, who, holders)),
        };
      }),
    );
  });
}
