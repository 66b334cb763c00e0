/** Statements of a case that can be left out. */
import type { Scenario } from '../../case/scenario';
import type { StatementRef } from '../../engine/evaluation';
import type { Formula } from '../formula';
import { NEVER } from '../formula';
import { namesOf } from '../names';
import { Prover } from '../prover';
import { fewest } from '../fewest';
import { newWork } from '../work';
import { Space } from '../space';
import { addCase, settingOf } from '../stack/case';
import type { Placed } from '../stack/layers';
import { scopeOfCases } from './cases';
import type { CaseOptions } from './cases';

export interface DeadStatement {
  readonly statement: StatementRef;
  readonly why: 'neverApplies' | 'denied' | 'alreadyAllowed' | 'outside' | 'nothingToDeny';
  /** The fewest statements that make it so. */
  readonly by: readonly StatementRef[];
}

/** A case among all requests of its caller. */
export function openCase(scenario: Scenario, options: CaseOptions, apart: boolean) {
  const names = namesOf(options.catalog);
  const work = newWork(options.stop, options.mostFormulas);
  const space = new Space(options.catalog, settingOf(scenario, apart));
  const subject = addCase(space, names, scenario);
  const prover = new Prover(space, scopeOfCases([scenario], space), work, names);
  return { names, work, space, subject, prover };
}

/**
 * The statements of all layers that could go, one at a time, as things stand: no request of the caller is answered
 * otherwise without it. Of two that stand for each other both are told, and only one may go. Statements of which it
 * could not be decided are not told.
 */
export function deadStatements(scenario: Scenario, options: CaseOptions): readonly DeadStatement[] {
  const { space, subject, prover } = openCase(scenario, options, true);
  const { formulas } = space;
  const isNone = (formula: Formula): boolean => {
    if (formula === NEVER) return true;
    const { found, reasons } = prover.today(formula, () => true, true);
    return found.length === 0 && reasons.length === 0;
  };
  const without = (placed: Placed): Formula => {
    const gone = new Set(formulas.used(placed.formula));
    return formulas.reduce(subject.allowed, (id) => (gone.has(id) ? 'no' : 'open'));
  };
  return subject.placed.flatMap((placed): readonly DeadStatement[] => {
    const rest = without(placed);
    const isAllow = placed.node.effect === 'Allow';
    const [more, less] = isAllow ? [subject.allowed, rest] : [rest, subject.allowed];
    // Only where it applies can it make a difference, which rules most actions out at once.
    if (!isNone(formulas.and([placed.formula, more, formulas.not(less)]))) return [];
    return [{ statement: placed.ref, ...whyDead(placed, subject.placed, formulas, isNone) }];
  });
}

function whyDead(
  { ref, node, formula }: Placed,
  all: readonly Placed[],
  formulas: Space['formulas'],
  isNone: (formula: Formula) => boolean,
): Pick<DeadStatement, 'why' | 'by'> {
  const covers = (by: readonly Placed[]): boolean =>
    isNone(formulas.and([formula, ...by.map((one) => formulas.not(one.formula))]));
  const smallest = (by: readonly Placed[]): readonly StatementRef[] =>
    fewest(by, covers).map((one) => one.ref);
  if (covers([])) return { why: 'neverApplies', by: [] };
  const others = all.filter((one) => one.ref !== ref);
  const denies = others.filter((one) => one.node.effect === 'Deny');
  if (covers(denies)) return { why: 'denied', by: smallest(denies) };
  if (node.effect === 'Deny') return { why: 'nothingToDeny', by: [] };
  const beside = others.filter((one) => one.node.effect === 'Allow' && one.ref.layer === ref.layer);
  if (covers(beside)) return { why: 'alreadyAllowed', by: smallest(beside) };
  // Some of it is denied, and the rest is allowed without it.
  if (covers([...denies, ...beside])) return { why: 'alreadyAllowed', by: smallest([...denies, ...beside]) };
  return { why: 'outside', by: [] };
}
