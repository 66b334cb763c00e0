/** Words for the reasons of Principal and NotPrincipal. */
import type { ElementReason } from '../../engine/evaluation';
import { list } from '../rich';

type Reason<K extends ElementReason['kind']> = Extract<ElementReason, { kind: K }>;

const FORMS: readonly (readonly [RegExp, string])[] = [
  [/:user\//, 'Names the user itself'],
  [/:assumed-role\//, 'Names this very session'],
  [/:federated-user\//, 'Names this federated user'],
  [/:(saml|oidc)-provider\//, 'Names the identity provider'],
  [/:role\//, 'Names the role behind the session'],
  [/\.amazonaws\.com(\.cn)?$/, 'Names the service'],
];

/** What in the Principal matched the caller, and so how far the grant reaches. */
export function principalMatchedWords({ value, grant }: Reason<'principalMatched'>): string {
  if (value === '*') return 'Names everyone';
  if (grant === 'account') {
    const account = /\d{12}/.exec(value)?.[0];
    return account
      ? `Names the account ${account}, not the caller itself`
      : 'Names the account of the caller';
  }
  if (grant === 'role') {
    return value.includes(':user/')
      ? 'Names the user behind the session'
      : 'Names the role behind the session';
  }
  return FORMS.find(([form]) => form.test(value))?.[1] ?? 'Names the caller itself';
}

export function principalNotNamedWords({ caller }: Reason<'principalNotNamed'>): string {
  return caller === '*' ? 'An anonymous caller is not named' : `${caller} is not named`;
}

export function principalExemptWords({ value }: Reason<'principalExempt'>): string {
  return `NotPrincipal exempts ${value}`;
}

export function principalNotExemptWords({ lacks }: Reason<'principalNotExempt'>): string {
  if (lacks.length === 0) return 'NotPrincipal does not exempt the caller';
  return `NotPrincipal does not exempt the caller: it would have to list ${list(lacks)} too`;
}
