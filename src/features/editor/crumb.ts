import type { Policies, PolicyAddress } from '../../case/scenario';

/** The name of the level that holds a policy, for SCPs and RCPs. */
export function levelTarget(policies: Policies, { layer, level }: PolicyAddress): string | undefined {
  if ((layer !== 'scp' && layer !== 'rcp') || level === undefined) return undefined;
  const levels = policies[layer];
  return levels === undefined || levels === 'unknown' ? undefined : levels[level]?.target;
}
