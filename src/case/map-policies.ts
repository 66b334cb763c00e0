import { LAYERS, isLeveled, isList } from './layers';
import { isHidden } from './scenario';
import type { Policies, Policy, PolicyLevel } from './scenario';

/** The same layers with every policy changed; layers that are absent or unknown stay so. */
export function mapPolicies(
  policies: Policies,
  change: (policy: Policy) => Policy,
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
            policies: list.map(change),
          })),
        ],
      ];
    }
    if (isList(layer)) return [[layer, (value as readonly Policy[]).map(change)]];
    return [[layer, change(value as Policy)]];
  });
  return Object.fromEntries(entries);
}
