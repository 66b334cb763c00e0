/** The one way from what the layers say to a decision, unknowns and unreadable requests included. */
import { decide } from './decide';
import type { Sayings } from './decide';
import type { Dependency } from './evaluation';
import { settleUnknowns } from './unknowns/settle';
import type { Settled } from './unknowns/settle';

export type { Settled } from './unknowns/settle';
import { decisionOf } from './verdict';
import type { World } from './world';

/** A request that cannot be read has no verdict, whatever the policies say. */
export function settle(world: World, sayings: Sayings): Settled {
  if (world.problems.length > 0) {
    const dependsOn = world.problems.map(({ field }): Dependency => ({ kind: 'request', field }));
    return { decision: 'Undetermined', dependsOn, notes: [] };
  }
  const decision = decisionOf(decide(sayings));
  return decision === 'Undetermined'
    ? settleUnknowns(world, sayings)
    : { decision, dependsOn: [], notes: [] };
}
