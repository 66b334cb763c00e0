/**
 * Roles that somebody outside the account may assume, by their trust policies; service-linked roles and those of Identity Center
 * stand apart, since AWS keeps them.
 * IAM User Guide: "The confused deputy problem", "Create a role for OpenID Connect federation", "Create a service-linked role".
 */
import { externalAccess } from '../../checks/external-access';
import type { ExternalAccess, ShownCondition, Who } from '../../checks/external-access';
import { isKey } from '../../checks/key-facts';
import { globMatches, globOf } from '../../language/glob';
import { isProvider, providerHost } from './provider';
import { policyText } from '../../case/scenario';
import { trustOf } from '../../intake/account/policies';
import type { Account, AccountPrincipal } from '../../intake/account/read';
import { textAt } from '../../intake/evidence/values';
import { accountOf } from './principal-case';

export interface TrustedRole {
  readonly role: AccountPrincipal;
  /** An account's number, a provider's host or ARN, or `*`, also where a condition leaves but an organization of everybody. */
  readonly who: string;
  readonly kind: Who['kind'];
  /** A condition on `sts:ExternalId`. */
  readonly externalId: boolean;
  /** An OIDC provider whose tokens are taken whatever their subject, and whatever else tells its users apart. */
  readonly anySubject: boolean;
  /** Conditions that keep some out. */
  readonly conditions: readonly string[];
  /** Place of the statement in the trust policy. */
  readonly path: string;
}

export interface TrustedFromOutside {
  readonly trusted: readonly TrustedRole[];
  readonly serviceLinked: readonly AccountPrincipal[];
  readonly identityCenter: readonly AccountPrincipal[];
  /** Named like a service-linked role, and none by its path. */
  readonly namedLikeLinked: readonly AccountPrincipal[];
  /** Roles whose trust policy is not in the account's answer. */
  readonly notTold: readonly AccountPrincipal[];
}

/** The path decides: anybody can give a role such a name. */
export function isServiceLinked({ kind, arn, detail }: AccountPrincipal): boolean {
  return kind === 'role' && (textAt(detail, 'Path') ?? arnPath(arn)).startsWith('/aws-service-role/');
}

/** It has the name of a service-linked role and not the path: somebody of the account made it. */
export function isNamedLikeLinked(role: AccountPrincipal): boolean {
  return role.kind === 'role' && /^AWSServiceRoleFor/i.test(role.name) && !isServiceLinked(role);
}

/** AWS keeps its policies and its trust: nobody in the account can change them, whatever they are allowed. */
export function isKept(principal: AccountPrincipal): boolean {
  return isServiceLinked(principal) || isIdentityCenter(principal);
}

export function isIdentityCenter({ kind, arn, detail }: AccountPrincipal): boolean {
  return (
    kind === 'role' && (textAt(detail, 'Path') ?? arnPath(arn)).startsWith('/aws-reserved/sso.amazonaws.com/')
  );
}

function arnPath(arn: string): string {
  const name = arn.split(':').slice(5).join(':');
  return `/${name.split('/').slice(1, -1).join('/')}/`;
}

export function trustedFromOutside(account: Account): TrustedFromOutside {
  const roles = account.principals.filter(({ kind }) => kind === 'role');
  const serviceLinked = roles.filter(isServiceLinked);
  const identityCenter = roles.filter(isIdentityCenter);
  const kept = new Set([...serviceLinked, ...identityCenter]);
  const others = roles.filter((role) => !kept.has(role));
  const known: Known = new Map();
  return {
    trusted: others.flatMap((role) => trustedBy(role, known)),
    serviceLinked,
    identityCenter,
    namedLikeLinked: others.filter(isNamedLikeLinked),
    notTold: others.filter(({ detail }) => trustOf(detail) === undefined),
  };
}

type Trusted = Omit<TrustedRole, 'role'>;

/** Hundreds of roles are trusted in the same words. */
type Known = Map<string, readonly Trusted[]>;

function trustedBy(role: AccountPrincipal, known: Known): readonly TrustedRole[] {
  const trust = trustOf(role.detail);
  if (trust === undefined) return [];
  const text = policyText(trust);
  const key = `${accountOf(role)}|${text}`;
  const found = known.get(key) ?? outsidersOf(text, accountOf(role));
  known.set(key, found);
  return found.map((one) => ({ role, ...one }));
}

function outsidersOf(text: string, ownerAccount: string): readonly Trusted[] {
  const found = externalAccess(text, { ownerAccount })
    .filter((access) => access.who.kind !== 'service' && letsIn(access) && !isDeleted(access.who))
    .map((access): Trusted => ({
      who: nameOf(access.who),
      kind: access.who.kind,
      externalId: access.conditions.some(
        (condition) => isKey(condition.key, 'sts:ExternalId') && binds(condition),
      ),
      anySubject: isProvider(access.who) && access.holders?.bySubject === false,
      conditions: access.conditions.filter(({ narrows }) => narrows).map(({ key }) => key),
      path: access.statement.path,
    }));
  // Several principals of one account under one statement are one.
  const once = new Map(
    found.map((one) => [`${one.path}|${one.who}|${one.externalId}|${one.anySubject}`, one]),
  );
  return [...once.values()];
}

const ENTRIES = ['sts:assumerole', 'sts:assumerolewithsaml', 'sts:assumerolewithwebidentity'];

/** Statements that only tag sessions or name their source let nobody in. */
function letsIn({ actions }: ExternalAccess): boolean {
  return actions.some(
    (action) =>
      action.startsWith('except ') ||
      ENTRIES.some((entry) => globMatches(globOf(action.toLowerCase()), entry)),
  );
}

/**
 * Unique ids stand where a named user or role was deleted; nobody has them any more.
 * IAM User Guide: "AWS JSON policy elements: Principal"; IAM identifiers: "Unique identifiers".
 */
function isDeleted(who: Who): boolean {
  return who.kind === 'unknown' && /^A[A-Z]{3}[A-Z0-9]{12,}$/.test(who.principal);
}

function nameOf(who: Who): string {
  switch (who.kind) {
    case 'everyone':
    case 'organization':
      return '*';
    case 'account':
      return who.account;
    case 'canonicalUser':
      return who.id;
    case 'federated':
      return providerHost(who.provider);
    case 'service':
      return who.service;
    case 'unknown':
      return who.principal;
  }
}

/** A condition that names values, and not merely all of them. */
function binds({ operator, values }: ShownCondition): boolean {
  return (
    /^(?:ForA(?:ny|ll)Values?:)?String(?:Equals|Like)/i.test(operator) &&
    values.length > 0 &&
    values.every((value) => !/^[*?]+$/.test(value))
  );
}
