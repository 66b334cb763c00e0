/**
 * Roles that somebody outside the account may assume, by their trust policies; service-linked roles and those of Identity Center
 * stand apart, since AWS keeps them.
 * IAM User Guide: "The confused deputy problem", "Create a role for OpenID Connect federation", "Create a service-linked role".
 */
import { externalAccess } from '../../checks/external-access';
import type { ExternalAccess, Who } from '../../checks/external-access';
import { isProvider, providerHost } from './provider';
import { policyText } from '../../case/scenario';
import { trustOf } from '../../intake/account/policies';
import type { Account, AccountPrincipal } from '../../intake/account/read';
import { textAt } from '../../intake/evidence/values';
import { accountOf } from './principal-case';

export interface TrustedRole {
  readonly role: AccountPrincipal;
  /** An account's number, `*`, an organization's id, a provider's host or ARN, or a service. */
  readonly who: string;
  readonly kind: Who['kind'];
  /** A condition on `sts:ExternalId`. */
  readonly externalId: boolean;
  /** An OIDC provider whose tokens are taken whatever their subject. */
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
  /** Roles whose trust policy is not in the account's answer. */
  readonly notTold: readonly AccountPrincipal[];
}

/** The path decides: anybody can give a role such a name. */
export function isServiceLinked({ kind, arn, detail }: AccountPrincipal): boolean {
  return kind === 'role' && (textAt(detail, 'Path') ?? arnPath(arn)).startsWith('/aws-service-role/');
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
  return {
    trusted: others.flatMap(trustedBy),
    serviceLinked,
    identityCenter,
    notTold: others.filter(({ detail }) => trustOf(detail) === undefined),
  };
}

function trustedBy(role: AccountPrincipal): readonly TrustedRole[] {
  const trust = trustOf(role.detail);
  if (trust === undefined) return [];
  const found = externalAccess(policyText(trust), { ownerAccount: accountOf(role) });
  return found
    .filter(({ who }) => who.kind !== 'service')
    .map((access) => ({
      role,
      who: nameOf(access.who),
      kind: access.who.kind,
      externalId: reads(access, 'sts:externalid'),
      anySubject: isProvider(access.who) && !boundSubject(access),
      conditions: access.conditions.filter(({ narrows }) => narrows).map(({ key }) => key),
      path: access.statement.path,
    }));
}

function nameOf(who: Who): string {
  switch (who.kind) {
    case 'everyone':
      return '*';
    case 'account':
      return who.account;
    case 'organization':
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

const reads = ({ conditions }: ExternalAccess, key: string): boolean =>
  conditions.some((condition) => condition.key.toLowerCase() === key);

/** A condition that names subjects, and not merely all of them. */
function boundSubject({ conditions }: ExternalAccess): boolean {
  return conditions.some(
    ({ key, operator, values }) =>
      /:sub$/i.test(key) &&
      !/not/i.test(operator) &&
      values.length > 0 &&
      values.every((value) => !/^[*?]+$/.test(value)),
  );
}
