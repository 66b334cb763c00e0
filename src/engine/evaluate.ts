/**
 * The verdict for one request, with everything that led to it.
 * Nothing is cut short: each layer and each statement is matched whatever the verdict, because people want to see
 * what the others would have said.
 */
import type { Evaluation } from './evaluation';
import type { Scenario } from '../case/scenario';
import { settle } from './settle';
import { showContext } from './shown-context';
import { walk } from './steps';
import { decidersOf, missingLayers, sayingsOf } from './verdict';
import { readWorld } from './world';

/**
 * Evaluates a scenario's request against its policies. Never throws: what cannot be read is told in `problems`, or
 * counts as unknown.
 * IAM User Guide: "Policy evaluation logic"; the order of the steps follows the guide, the decision has none.
 */
export function evaluate(scenario: Scenario): Evaluation {
  const world = readWorld(scenario);
  const sayings = sayingsOf(world);
  const settled = settle(world, sayings);
  const { decision, dependsOn, hinges, notes } = settled;
  const deciders = decidersOf(world, sayings, decision);
  const { caller } = world;
  const { context, missing: keysRead } = showContext(world);
  return {
    decision,
    decidedBy: deciders.refs,
    missing: decision === 'ImplicitlyDenied' ? missingLayers(settled.sayings ?? sayings) : [],
    dependsOn,
    ...(hinges && { hinges }),
    steps: walk(world, sayings, decision, deciders.in, notes),
    context,
    principal: {
      kind: caller.kind,
      name: caller.name,
      ...(caller.account !== undefined && { account: caller.account }),
      ...(caller.roleName !== undefined && { role: caller.roleName }),
    },
    ...(world.resourceAccount !== undefined && { resourceAccount: world.resourceAccount }),
    problems: world.problems,
    crossAccount: world.crossAccount,
    keysRead,
  };
}

/** The request context alone, given and derived, without a verdict. */
export function contextOf(scenario: Scenario): Evaluation['context'] {
  return showContext(readWorld(scenario)).context;
}
