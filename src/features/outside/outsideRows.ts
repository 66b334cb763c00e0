/** Who outside can get in by a resource's policy, as rows for people. */
import { readPolicyText } from '../../language/document';
import type { PolicyForm } from '../../language/forms';
import { externalAccess, type ExternalAccess, type TrustZone, type Who } from '../../checks/external-access';

export type OutsideKind = 'public' | 'accounts' | 'federated' | 'services';

export interface OutsideRow {
  readonly kind: OutsideKind;
  /** Code stands between backticks. */
  readonly who: string;
  /** What is to be known of it besides: the provider, the form of its subjects. Code stands between backticks. */
  readonly notes: readonly string[];
  readonly actions: readonly string[];
  /** What keeps some of them out, as it is written. */
  readonly narrowedBy: readonly string[];
  /** Conditions that keep nobody out: the caller chooses what they read. */
  readonly others: readonly string[];
  /** Of the statement in the document. */
  readonly path: string;
}

export const KIND_TITLES: Record<OutsideKind, string> = {
  public: 'Anybody',
  accounts: 'Other accounts',
  federated: 'Users of identity providers',
  services: 'AWS services',
};

function kindOf(who: Who): OutsideKind {
  switch (who.kind) {
    case 'everyone':
      return 'public';
    case 'federated':
      return 'federated';
    case 'service':
      return 'services';
    case 'account':
    case 'organization':
    case 'canonicalUser':
    case 'unknown':
      return 'accounts';
  }
}

function words({ who, isPublic, holders }: ExternalAccess): string {
  switch (who.kind) {
    case 'everyone':
      // Services too: docs/evaluation.md, `{"AWS": "*"}` and services.
      return isPublic
        ? 'Anybody, also without signing in, and any AWS service'
        : 'Anybody and any AWS service that meets the conditions';
    case 'account':
      return who.principal === who.account ? `Account ${who.account}` : who.principal;
    case 'organization':
      return `Every account of organization ${who.id}`;
    case 'federated':
      return holders === undefined ? who.provider : capitalized(holders.who.join(', and only '));
    case 'service':
      return who.service;
    case 'canonicalUser':
      return `S3 canonical user ${who.id}`;
    case 'unknown':
      return `${who.principal} (its account does not show)`;
  }
}

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function notesOf({ who, holders }: ExternalAccess): readonly string[] {
  if (who.kind !== 'federated' || holders === undefined) return [];
  return [`Signed in by \`${who.provider}\`.`, ...holders.notes];
}

/** Of a text that is no policy nothing is said: AWS would refuse it, and nobody knows what was meant. */
export type Outside =
  | { readonly kind: 'unreadable'; readonly why: string }
  | { readonly kind: 'readable'; readonly rows: readonly OutsideRow[] };

/** One row for each principal of each statement, in the order of the text. */
export function outsideRows(text: string, zone: TrustZone, form: PolicyForm): Outside {
  const read = readPolicyText(text, form);
  if (read.kind === 'unreadable') return { kind: 'unreadable', why: read.problem.message };
  const rows = externalAccess(text, zone).map((access): OutsideRow => {
    const written = (narrows: boolean): readonly string[] =>
      access.conditions
        .filter((condition) => condition.narrows === narrows)
        .map(({ operator, key, values }) => `${operator} ${key} ${values.join(', ')}`);
    return {
      kind: kindOf(access.who),
      who: words(access),
      notes: notesOf(access),
      actions: access.actions,
      narrowedBy: written(true),
      others: written(false),
      path: access.statement.path,
    };
  });
  return { kind: 'readable', rows };
}
