/** A scenario after a change. */
import type { Layer, Policies, Policy, PolicyLevel, Scenario } from '../../case/scenario';
import type { Proposal } from './types';

/** The scenario with the change made, and nothing else. */
export function applyChange(scenario: Scenario, change: Proposal): Scenario {
  if (change.context) {
    const { key, value } = change.context;
    const { request } = scenario;
    const rest = Object.entries(request.context ?? {}).filter(
      ([name]) => name.toLowerCase() !== key.toLowerCase(),
    );
    const entries = value === undefined ? rest : [...rest, [key, value] as const];
    return { ...scenario, request: { ...request, context: Object.fromEntries(entries) } };
  }
  if (change.s3) {
    // The bucket's account then owns the object too, and that is the caller's, as far as can be known.
    const { resourceAccount: _, ...asked } = scenario.request;
    return {
      ...scenario,
      request: change.kind === 'setOwnership' ? asked : scenario.request,
      s3: change.s3,
    };
  }
  if (change.newText === undefined) return scenario;
  return {
    ...scenario,
    policies: withText(scenario.policies, change, change.newText),
  };
}

/** Puts a text at an address: in place of the policy there, or as a new one. */
function withText(
  policies: Policies,
  { address: { layer, level, index }, policy, copyAs }: Proposal,
  text: string,
): Policies {
  const put = (list: readonly Policy[]): Policy[] => {
    const old = list[index];
    const { document: _, ...kept } = old ?? { name: policy };
    return list.toSpliced(index, old ? 1 : 0, { ...kept, name: copyAs ?? kept.name, text });
  };
  if (layer === 'scp' || layer === 'rcp') {
    const levels = policies[layer];
    if (levels === undefined || levels === 'unknown') return policies;
    const changed = levels.map((one, at): PolicyLevel =>
      at === level ? { ...one, policies: put(one.policies) } : one,
    );
    return { ...policies, [layer]: changed };
  }
  const value = policies[layer];
  if (value === 'unknown') return policies;
  if (isList(layer)) return { ...policies, [layer]: put((value as readonly Policy[] | undefined) ?? []) };
  return { ...policies, [layer]: put(value === undefined ? [] : [value as Policy])[0]! };
}

function isList(layer: Layer): boolean {
  return layer === 'identity' || layer === 'session';
}
