/** Words for the reasons of Principal and NotPrincipal. */
import type { ElementReason, Unlike } from '../../engine/evaluation';
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

export function principalNotNamedWords({ caller, nearest }: Reason<'principalNotNamed'>): string {
  if (caller === '*') return 'An anonymous caller is not named';
  if (!nearest) return `${caller} is not named`;
  return `${caller} is not named: ${UNLIKE[nearest.differs](shortCaller(nearest.value), nearest.value)}`;
}

/** `role/deploy/ci`: a principal by what follows its account. */
function shortCaller(entry: string): string {
  return entry.slice(entry.lastIndexOf(':') + 1);
}

/** What tells an entry from a caller that looks like it. IAM User Guide: "Principal", "IAM identifiers". */
const UNLIKE: Readonly<Record<Unlike, (shown: string, entry: string) => string>> = {
  path: (shown) => `${shown} has another path, and a Principal compares the whole ARN`,
  partition: (_, entry) => `${entry} is of another partition`,
  account: (shown, entry) => `${shown} of account ${entry.split(':')[4] ?? ''} is another one`,
  kind: (shown) => `${shown} is of another kind`,
  capitals: (shown) => `${shown} has other capitals, and a Principal is compared with regard to case`,
  session: (shown) => `${shown} is another session of the role`,
  wildcard: (shown) => `a Principal takes no wildcard inside a name, so ${shown} names nobody`,
  service: (shown) => `${shown} is another name`,
};

export function principalExemptWords({ value }: Reason<'principalExempt'>): string {
  return `NotPrincipal exempts ${value}`;
}

export function principalNotExemptWords({ lacks }: Reason<'principalNotExempt'>): string {
  if (lacks.length === 0) return 'NotPrincipal does not exempt the caller';
  return `NotPrincipal does not exempt the caller: it would have to list ${list(lacks)} too`;
}
