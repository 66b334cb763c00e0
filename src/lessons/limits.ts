/** The limits of a puzzle: what a solution may not do, however it behaves. They look at what may be edited. */
import type { Catalog } from '../catalog/service-reference';
import { checkPolicy } from '../checks/check-policy';
import type { Severity } from '../checks/finding';
import type { PolicyType } from '../checks/policy-type';
import { policyText, type Policy } from '../case/scenario';
import type { Opened } from './opened';
import { everyText, isListed, statementsOf, type PlainStatement } from './statements';
import type { Constraint } from './types';

/** A policy that may be edited, before and after. */
export interface Editable {
  readonly type: PolicyType;
  readonly before: Policy | undefined;
  readonly after: Policy | undefined;
  readonly account?: string;
}

export interface LimitSurroundings {
  readonly editable: readonly Editable[];
  /** Without it the checks that need AWS's lists are silent, and `opensNoMoreThan` holds. */
  readonly catalog: Catalog | undefined;
  /** What the learner's case and the model's open beside the start. */
  readonly opened: () => { readonly own: Opened; readonly model: Opened };
}

type Check<Kind extends Constraint['kind']> = (
  limit: Extract<Constraint, { readonly kind: Kind }>,
  surroundings: LimitSurroundings,
) => boolean;

const RANK: Readonly<Record<Severity, number>> = { error: 0, security: 1, warning: 2, suggestion: 3 };

const CHECKS: { readonly [Kind in Constraint['kind']]: Check<Kind> } = {
  noWildcard: ({ in: element, only = '' }, { editable }) =>
    !allows(editable).some((statement) =>
      everyText(statement[element]).some(
        (text) => /[*?]/.test(text) && text.toLowerCase().startsWith(only.toLowerCase()),
      ),
    ),
  noBareStar: (_, { editable }) => !allows(editable).some(({ Resource }) => isListed(Resource, '*')),
  keepsDeny: (_, { editable }) => editable.some(({ after }) => hasDeny(after)),
  noDeny: (_, { editable }) => !editable.some(({ after }) => hasDeny(after)),
  without: ({ element }, { editable }) =>
    !editable.some(({ after }) => statementsOf(after).some((statement) => element in statement)),
  keepsStatement: ({ sid }, { editable }) =>
    editable.every(({ before, after }) => {
      const kept = statementsOf(before).find(({ Sid }) => Sid === sid);
      return (
        kept === undefined ||
        statementsOf(after).some((statement) => canonical(statement) === canonical(kept))
      );
    }),
  atMostStatements: ({ count }, { editable }) =>
    editable.reduce((sum, { after }) => sum + statementsOf(after).length, 0) <= count,
  noFindings: ({ severity }, { editable, catalog }) =>
    !editable.some(
      ({ after, type, account }) =>
        after !== undefined &&
        checkPolicy(policyText(after), type, catalog, account === undefined ? {} : { account }).some(
          (finding) => RANK[finding.severity] <= RANK[severity],
        ),
    ),
  opensNoMoreThan: (_, { catalog, opened: count }) => {
    if (catalog === undefined) return true;
    const { own, model } = count();
    return own.count <= model.count;
  },
};

/** Does the limit hold? */
export function holds(limit: Constraint, surroundings: LimitSurroundings): boolean {
  // The table has the check of each kind; the compiler can't follow the kind through an index.
  return (CHECKS[limit.kind] as Check<Constraint['kind']>)(limit, surroundings);
}

function allows(editable: readonly Editable[]): readonly PlainStatement[] {
  return editable.flatMap(({ after }) => statementsOf(after).filter(({ Effect }) => Effect === 'Allow'));
}

function hasDeny(policy: Policy | undefined): boolean {
  return statementsOf(policy).some(({ Effect }) => Effect === 'Deny');
}

/** The same text for deeply equal values, whatever the order of their names. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, entry: unknown) =>
    typeof entry === 'object' && entry !== null && !Array.isArray(entry)
      ? Object.fromEntries(Object.entries(entry).sort(([one], [other]) => (one < other ? -1 : 1)))
      : entry,
  );
}
