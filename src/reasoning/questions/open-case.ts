/** A case among all requests of its caller, ready to be asked about, and what is dead in it. */
import type { Scenario } from '../../case/scenario';
import type { StatementRef } from '../../engine/evaluation';
import type { Formula } from '../formula';
import { NEVER } from '../formula';
import { namesOf } from '../names';
import { Prover } from '../prover';
import { newWork } from '../work';
import { Space } from '../space';
import { addCase, settingOf } from '../stack/case';
import type { Placed } from '../stack/layers';
import { scopeOfCases } from './cases';
import type { CaseOptions } from './cases';

/** Why a statement of a case is dead, as things stand. */
export type StackDeadWhy =
  | 'neverApplies'
  /** Its layer does not apply to anything that it fits: a boundary of a service-linked role, SCPs in the management account. */
  | 'noSay'
  | 'denied'
  | 'alreadyAllowed'
  /** Of what it allows, the other layers leave nothing. */
  | 'outside'
  /** Of what a limit lets pass, nothing is granted. */
  | 'notGranted'
  | 'nothingToDeny';

export interface DeadStatement {
  readonly statement: StatementRef;
  readonly why: StackDeadWhy;
  /** The fewest statements that make it so; of a limit that leaves nothing, its Allows for actions of the statement, or all. */
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

export type OpenCase = ReturnType<typeof openCase>;

/** Is it proved that there is no such request? False also where it could not be decided. */
export function isNone({ prover }: OpenCase, formula: Formula): boolean {
  if (formula === NEVER) return true;
  const { found, reasons } = prover.today(formula, () => true, true);
  return found.length === 0 && reasons.length === 0;
}

/** What is allowed where the statement applies, or where it is gone. */
export function allowedWith({ space, subject }: OpenCase, placed: Placed, it: 'applied' | 'gone'): Formula {
  const { formulas } = space;
  const said = new Set(formulas.used(placed.formula));
  return formulas.reduce(subject.allowed, (id) =>
    said.has(id) ? (it === 'applied' ? 'yes' : 'no') : 'open',
  );
}
