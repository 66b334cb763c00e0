import { LAYERS, isLeveled, isList } from './layers';
import { isHidden } from './scenario';
import type { Layer, Policies, Policy, PolicyLevel } from './scenario';

/** The same layers with every policy changed; layers that are absent or unknown stay so. */
export function mapPolicies(
  policies: Policies,
  change: (policy: Policy, layer: Layer) => Policy,
  changeTarget: (target: string) => string = (target) => target,
): Policies {
  const entries = LAYERS.flatMap((layer): [string, unknown][] => {
    const value = policies[layer];
    if (value === undefined) return [];
    if (isHidden(value)) return [[layer, value]];
    if (isLeveled(layer)) {
      const levels = value as readonly PolicyLevel[];
      return [
        [
          layer,
          levels.map(({ target, policies: list }) => ({
            target: changeTarget(target),
            policies: list.map((policy) => change(policy, layer)),
          })),
        ],
      ];
    }
    if (isList(layer)) return [[layer, (value as readonly Policy[]).map((policy) => change(policy, layer))]];
    return [[layer, change(value as Policy, layer)]];
  });
  return Object.fromEntries(entries);
}
