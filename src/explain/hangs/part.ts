/** What a hidden layer can do to the verdict. */
import type { Evaluation } from '../../engine/evaluation';
import type { Layer } from '../../case/scenario';

/** `mayAllow`: it may stay silent, but then something else has to be the case. */
export type HiddenSay = 'mustAllow' | 'mayAllow' | 'onlyDenies';

/** By the ways in which it turns out. */
export function partOf(layer: Layer, { hinges }: Evaluation): HiddenSay {
  const hinge = hinges?.each.find(
    ({ dependency }) => dependency.kind === 'layer' && dependency.layer === layer,
  );
  if (!hinge) return 'onlyDenies';
  const maySilent = hinge.allowsWhen.some((one) => one.kind === 'says' && one.effect === 'silent');
  if (!maySilent) return 'mustAllow';
  return hinge.silenceDenies ? 'mayAllow' : 'onlyDenies';
}
