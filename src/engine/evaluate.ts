/**
 * The verdict for one request, with everything that led to it.
 * Nothing is cut short: each layer and each statement is matched whatever the verdict, because people want to see
 * what the others would have said.
 */
import type { Evaluation } from './evaluation';
import { Evaluated } from './evaluated';
import type { Scenario } from '../case/scenario';
import { settle } from './settle';
import { showContext } from './shown-context';
import { sayingsOf } from './verdict';
import { readWorld } from './world';

/**
 * Evaluates a scenario's request against its policies. Never throws: what cannot be read is told in `problems`, or
 * counts as unknown.
 * IAM User Guide: "Policy evaluation logic"; the order of the steps follows the guide, the decision has none.
 */
export function evaluate(scenario: Scenario): Evaluation {
  const world = readWorld(scenario);
  const sayings = sayingsOf(world);
  return new Evaluated(world, sayings, settle(world, sayings));
}

/** The request context alone, given and derived, without a verdict. */
export function contextOf(scenario: Scenario): Evaluation['context'] {
  return showContext(readWorld(scenario)).context;
}
