/** The findings of all policies as one list. */
import type { CheckId } from '../../checks/check-ids';
import type { Finding, Severity } from '../../checks/finding';
import { addressKey, listPolicies, type Policies, type PolicyAddress } from '../../case/scenario';
import { positionAt } from '../../language/place';
import type { PolicyFindings } from '../../store/findings';
import { fixableTogether } from '../../store/fixCommands';

export interface ProblemRow {
  readonly key: string;
  readonly address: PolicyAddress;
  readonly policy: string;
  readonly line: number;
  readonly checked: PolicyFindings;
  readonly finding: Finding;
  /** How many findings of the same check can be put right together; 0 where this one cannot. */
  readonly together: number;
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, security: 1, warning: 2, suggestion: 3 };

/** The worst first; of one severity in the order of the policies and of their text. */
export function problemRows(
  policies: Policies,
  byPolicy: ReadonlyMap<string, PolicyFindings>,
): readonly ProblemRow[] {
  const rows = listPolicies(policies).flatMap(({ address, policy }) => {
    const key = addressKey(address);
    const checked = byPolicy.get(key);
    return (checked?.findings ?? []).map((finding, index) => ({
      key: `${key} ${index}`,
      address,
      policy: policy.name,
      line: positionAt(checked!.text, finding.span.offset).line,
      checked: checked!,
      finding,
    }));
  });
  const all = rows.map(({ finding }) => finding);
  const counts = new Map<CheckId, number>();
  for (const { id } of all) if (!counts.has(id)) counts.set(id, fixableTogether(all, id).length);
  return rows
    .map((row) => ({
      ...row,
      together: fixableTogether([row.finding], row.finding.id).length && counts.get(row.finding.id)!,
    }))
    .toSorted((one, other) => RANK[one.finding.severity] - RANK[other.finding.severity]);
}
