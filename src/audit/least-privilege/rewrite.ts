/** The old policies written anew: what stays of each statement, and the statements made of events. */
import { isObject } from '../../intake/evidence/values';
import { lastSegment } from '../../language/arn';
import { isAwsManaged } from '../../catalog/aws-managed';
import { treeOf } from './expand';
import { binned, inlineLimit, MANAGED_LIMIT, sizeOf } from './limits';
import type { Fitted, MadePolicy } from './limits';
import { statementJson } from './statements';
import type { MadeStatement } from './statements';
import type { PatternVerdict } from './strike';

export interface OldPolicy {
  readonly name: string;
  readonly document: unknown;
}

/** A pattern at its place in the old policies. */
export interface PlacedVerdict extends PatternVerdict {
  readonly policy: number;
  readonly statement: number;
  readonly entry: number;
}

export interface TightenedPolicy extends MadePolicy {
  readonly changed: boolean;
  /** Nothing is left of it: detach it. */
  readonly empty: boolean;
  /** Statements of the old policy that are gone, by number. */
  readonly removed: readonly number[];
}

/** Each pattern of each Allow that has an Action list. */
export function placed(
  policies: readonly OldPolicy[],
  verdictOf: (pattern: string, policy: number) => PatternVerdict,
): readonly PlacedVerdict[] {
  return policies.flatMap(({ document }, policy) =>
    (treeOf(document)?.statements ?? []).flatMap(({ effect, action, index }) =>
      effect === 'Allow' && !action.not
        ? action.values.map((pattern, entry) => ({
            ...verdictOf(pattern, policy),
            policy,
            statement: index,
            entry,
          }))
        : [],
    ),
  );
}

/** The policies with what stays. Statements made of events stand in front, in the first policy that granted one of them. */
export function rewritten(
  policies: readonly OldPolicy[],
  verdicts: readonly PlacedVerdict[],
  made: readonly MadeStatement[],
): readonly TightenedPolicy[] {
  const home =
    verdicts.find(({ struck }) =>
      made.some(({ actions }) => actions.some((action) => struck.includes(action))),
    )?.policy ?? 0;
  return policies.map(({ name, document }, policy) => {
    const own = verdicts.filter((verdict) => verdict.policy === policy);
    const front = policy === home ? made.map(statementJson) : [];
    const changed = front.length > 0 || own.some(({ outcome }) => outcome !== 'keep');
    if (!changed) return { name, document: asDocument(document), changed, empty: false, removed: [] };
    const removed: number[] = [];
    const kept = statementsIn(document).flatMap((statement, index) => {
      const patterns = own.filter((verdict) => verdict.statement === index);
      if (patterns.every(({ outcome }) => outcome === 'keep')) return [statement];
      const left = [...new Set(patterns.flatMap((verdict) => verdict.written))];
      if (left.length === 0) {
        removed.push(index);
        return [];
      }
      return [{ ...statement, Action: left.length === 1 ? left[0] : left }];
    });
    const whole = [...front, ...kept];
    const next = {
      ...(isObject(document) ? document : {}),
      Statement: whole,
    } as unknown as MadePolicy['document'];
    // AWS's own policies cannot be edited: a copy takes their place.
    const written = isAwsManaged(name) ? `${lastSegment(name)}-copy` : name;
    return { name: written, document: next, changed, empty: whole.length === 0, removed };
  });
}

function asDocument(document: unknown): MadePolicy['document'] {
  return document as MadePolicy['document'];
}

function statementsIn(document: unknown): readonly Readonly<Record<string, unknown>>[] {
  const statement: unknown = isObject(document) ? document['Statement'] : undefined;
  return (Array.isArray(statement) ? (statement as readonly unknown[]) : [statement]).filter(isObject);
}

/**
 * The policies within AWS's limits: what is too long for one managed policy becomes several, the further ones at the end
 * of the list.
 */
export function fitted(
  policies: readonly TightenedPolicy[],
  principal: string | null,
): { readonly policies: readonly TightenedPolicy[]; readonly fit: Fitted['fit'] } {
  const total = policies.reduce((sum, { document, empty }) => sum + (empty ? 0 : sizeOf(document)), 0);
  if (total <= inlineLimit(principal)) return { policies, fit: 'one' };
  const further: TightenedPolicy[] = [];
  const first = policies.map((policy): TightenedPolicy => {
    if (!policy.changed || policy.empty || sizeOf(policy.document) <= MANAGED_LIMIT) return policy;
    const parts = binned(policy.document.Statement);
    const part = (statements: readonly unknown[]): MadePolicy['document'] => ({
      ...policy.document,
      Statement: statements,
    });
    parts.slice(1).forEach((statements, index) =>
      further.push({
        name: `${policy.name}-${index + 2}`,
        document: part(statements),
        changed: true,
        empty: false,
        removed: [],
      }),
    );
    return { ...policy, document: part(parts[0]!) };
  });
  const whole = [...first, ...further];
  const large = whole.some(({ document, changed }) => changed && sizeOf(document) > MANAGED_LIMIT);
  return { policies: whole, fit: large ? 'too-large' : further.length > 0 ? 'split' : 'one' };
}
