/** Whom a principal of a resource's policy stands for. IAM User Guide: "AWS JSON policy elements: Principal". */
import { isAccountId, parseArn } from '../language/arn';
import type { PrincipalEntry } from './document';

export type Who =
  /** Anybody, also without signing in. */
  | { readonly kind: 'everyone' }
  | { readonly kind: 'account'; readonly account: string; readonly principal: string }
  | { readonly kind: 'organization'; readonly id: string }
  /** The users of an identity provider. */
  | { readonly kind: 'federated'; readonly provider: string }
  | { readonly kind: 'service'; readonly service: string }
  | { readonly kind: 'canonicalUser'; readonly id: string }
  /** A unique id: of somebody in another account, or of somebody who was deleted. */
  | { readonly kind: 'unknown'; readonly principal: string };

function ofAws(text: string): Who {
  if (text === '*') return { kind: 'everyone' };
  if (isAccountId(text)) return { kind: 'account', account: text, principal: text };
  const account = parseArn(text)?.account;
  // A pattern names nobody; services refuse it, which is a finding of its own.
  return account !== undefined && isAccountId(account)
    ? { kind: 'account', account, principal: text }
    : { kind: 'unknown', principal: text };
}

/** Undefined for a kind of principal that does not exist. */
export function whoIs({ kind, text }: PrincipalEntry): Who | undefined {
  switch (kind) {
    case '*':
      return text === '*' ? { kind: 'everyone' } : undefined;
    case 'AWS':
      return ofAws(text);
    case 'Federated':
      return { kind: 'federated', provider: text };
    case 'Service':
      return { kind: 'service', service: text };
    case 'CanonicalUser':
      return { kind: 'canonicalUser', id: text };
    default:
      return undefined;
  }
}
