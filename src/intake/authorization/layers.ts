/** The policies of AWS's own evaluation, each in its layer; SCPs and RCPs at their levels, the root first. */
import { LAYERS, isLeveled, isList } from '../../case/layers';
import type { Policies, Policy, PolicyLevel } from '../../case/scenario';
import type { EvidencePolicy } from '../evidence/types';

/** A policy of the list, and what stands for it in the case. */
export interface MadePolicy {
  readonly told: EvidencePolicy;
  readonly policy: Policy;
}

/** Layers that have policies; a layer without any is not in play, as the list is complete. */
export function layersOf(made: readonly MadePolicy[]): Policies {
  const entries = LAYERS.flatMap((layer): [string, unknown][] => {
    const here = made.filter(({ told }) => told.layer === layer);
    const [first] = here;
    if (first === undefined) return [];
    if (isLeveled(layer)) return [[layer, levelsOf(here)]];
    return [[layer, isList(layer) ? here.map(({ policy }) => policy) : first.policy]];
  });
  return Object.fromEntries(entries);
}

function levelsOf(made: readonly MadePolicy[]): readonly PolicyLevel[] {
  const levels = new Map<string, Policy[]>();
  for (const { told, policy } of made)
    for (const target of targetsOf(told)) levels.set(target, [...(levels.get(target) ?? []), policy]);
  return [...levels]
    .map(([target, policies]) => ({ target, policies }))
    .sort((one, other) => rank(one.target) - rank(other.target));
}

function targetsOf({ attachedTo = [] }: EvidencePolicy): readonly string[] {
  const names = attachedTo.map(levelName);
  return names.length === 0 ? ['Root'] : [...new Set(names)];
}

/** `arn:aws:organizations::…:ou/o-…/ou-ab12-…`: the kind of the target, and its id. */
function levelName(arn: string): string {
  const id = arn.slice(arn.lastIndexOf('/') + 1);
  if (/:root\//.test(arn) || id.startsWith('r-')) return 'Root';
  return /:ou\//.test(arn) || id.startsWith('ou-') ? `OU ${id}` : `Account ${id}`;
}

function rank(target: string): number {
  return target === 'Root' ? 0 : target.startsWith('OU ') ? 1 : 2;
}
