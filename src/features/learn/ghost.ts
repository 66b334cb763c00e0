/** Where an answer leads: the gate at which the request would stop, or that it comes through, in words. */
import type { StepId } from '../../engine/evaluation';
import { listPolicies, type Layer, type Scenario } from '../../case/scenario';
import { viewsOf } from '../../call/view';
import { layerNoun } from '../../explain/layers';
import type { Claim } from '../../lessons/types';

export interface Ghost {
  /** Where it stops; undefined where it comes through. */
  readonly stop: StepId | undefined;
  /** The layer whose Allow is said to let it in, for a way that comes through. */
  readonly by: Layer | undefined;
  readonly end: 'allowed' | 'denied' | 'open';
  readonly words: string;
}

export function ghostOf(claim: Claim, scenario: Scenario): Ghost {
  const view = viewsOf(scenario)[claim.failing?.[0] ?? 0] ?? scenario;
  const by = layerNamed(view, claim.by);
  const named = by ?? claim.missing ?? layerAt(claim);
  const noun = named && layerNoun(named, view.request);
  switch (claim.decision) {
    case 'Allowed':
      return {
        stop: undefined,
        by: named,
        end: 'allowed',
        words: noun ? `the ${noun} lets it in` : 'it comes through',
      };
    case 'ExplicitlyDenied':
      return {
        stop: 'explicitDeny',
        by: named,
        end: 'denied',
        words: noun ? `a Deny in the ${noun} stops it` : 'a Deny stops it',
      };
    case 'ImplicitlyDenied': {
      const at = named ?? 'identity';
      return {
        stop: at,
        by: undefined,
        end: 'denied',
        words: `it stops at the ${layerNoun(at, view.request)}`,
      };
    }
    case 'Undetermined': {
      const hidden = Object.entries(view.policies).find(([, value]) => value === 'unknown');
      const at = (named ?? hidden?.[0]) as Layer | undefined;
      return { stop: at, by: undefined, end: 'open', words: 'it can’t be said' };
    }
  }
}

function layerAt({ at }: Claim): Layer | undefined {
  return at === undefined || at === 'explicitDeny' || at === 'defaultDeny' ? undefined : at;
}

function layerNamed(view: Scenario, name: string | undefined): Layer | undefined {
  if (name === undefined) return undefined;
  return listPolicies(view.policies).find(({ policy }) => policy.name === name)?.address.layer;
}
