import type { Policies, PolicyAddress } from '../../case/scenario';
import { isLeveled } from '../../case/layers';
import { levelsOf } from '../../case/scenario';

/** The name of the level that holds a policy, for SCPs and RCPs. */
export function levelTarget(policies: Policies, { layer, level }: PolicyAddress): string | undefined {
  if (!isLeveled(layer) || level === undefined) return undefined;
  return levelsOf(policies, layer)[level]?.target;
}
