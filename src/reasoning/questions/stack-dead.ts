/** Statements of a case that can be left out. */
import type { Scenario } from '../../case/scenario';
import type { Placed } from '../stack/layers';
import type { CaseOptions } from './cases';
import { allowedWith, isNone, openCase } from './open-case';
import type { DeadStatement, OpenCase } from './open-case';
import { DeadReasons } from './stack-dead-reasons';

/** The statements that could go, each by itself; of a case in which statements that are written alike stay apart. */
export function deadPlaced(open: OpenCase): readonly Placed[] {
  const { formulas } = open.space;
  return open.subject.placed.filter((placed) => {
    const [applied, gone] = [allowedWith(open, placed, 'applied'), allowedWith(open, placed, 'gone')];
    const [more, less] = placed.node.effect === 'Allow' ? [applied, gone] : [gone, applied];
    // Only where it applies can it make a difference.
    return isNone(open, formulas.and([placed.formula, more, formulas.not(less)]));
  });
}

/**
 * The statements of all layers that could go, one at a time, as things stand: no request of the caller is answered
 * otherwise without it. Of two that stand for each other both are told, and only one may go. Statements of which it
 * could not be decided are not told.
 */
export function deadStatements(scenario: Scenario, options: CaseOptions): readonly DeadStatement[] {
  const open = openCase(scenario, options, true);
  const reasons = new DeadReasons(open);
  return deadPlaced(open).map((placed) => ({ statement: placed.ref, ...reasons.of(placed) }));
}
