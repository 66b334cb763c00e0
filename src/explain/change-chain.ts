/** Where no single change is enough: one change after the other until the request is allowed. */
import type { Catalog } from '../catalog/service-reference';
import { evaluate } from '../engine/evaluate';
import type { Evaluation } from '../engine/evaluation';
import type { Scenario } from '../case/scenario';
import { applyChange, changesFor } from './changes';
import type { Change } from './changes';

export interface ChangeChain {
  /** In the order in which they are made; each text holds the edits before it. */
  readonly changes: readonly Change[];
  /** The scenario with all of them. */
  readonly scenario: Scenario;
}

/** Longer chains rebuild the policies instead of mending them. */
const LONGEST = 6;

/**
 * The first change that mends what stops the request, then the first for what stops it next, and so on. Undefined for
 * a verdict that is no denial, and when the policies that can be seen do not lead to an allow.
 */
export function changeChain(
  scenario: Scenario,
  evaluation: Evaluation,
  catalog?: Catalog,
): ChangeChain | undefined {
  const changes: Change[] = [];
  let present = scenario;
  let verdict = evaluation;
  while (verdict.decision === 'ExplicitlyDenied' || verdict.decision === 'ImplicitlyDenied') {
    const found = changesFor(present, verdict, catalog);
    const next = found.find(({ enough }) => enough) ?? found[0];
    if (next === undefined || changes.length === LONGEST) return undefined;
    changes.push(next);
    present = applyChange(present, next);
    verdict = evaluate(present);
  }
  return verdict.decision === 'Allowed' && changes.length > 0 ? { changes, scenario: present } : undefined;
}
