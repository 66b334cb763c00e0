/** What a verdict rests on that nobody here can see: layers that are supposed to allow. */
import type { Evaluation } from '../engine/evaluation';
import type { Layer, Scenario } from '../case/scenario';
import { LAYERS, isSupposed } from '../case/scenario';
import { stepOf } from './facts';
import { layerPlural } from './layers';
import { code, rich, richList } from './rich';
import type { Piece } from './rich';
import type { Rich } from './types';

/** The layers that are supposed to allow and in play, in the order of the walk. */
export function supposedLayers(evaluation: Evaluation): readonly Layer[] {
  return LAYERS.filter((layer) => stepOf(evaluation, layer)?.outcome.kind === 'supposed');
}

/** Every layer that the case supposes to allow, in play for this request or not. */
export function supposedIn({ policies }: Pick<Scenario, 'policies'>): readonly Layer[] {
  return LAYERS.filter((layer) => isSupposed(policies[layer]));
}

/** `if the SCPs allow it`; undefined where nothing is supposed. */
export function ifTheyAllow(
  evaluation: Evaluation,
  request: Pick<Scenario['request'], 'action'> = { action: '' },
): string | undefined {
  const layers = supposedLayers(evaluation);
  if (layers.length === 0) return undefined;
  const named = layers.map((layer) => layerPlural(layer, request));
  const verb = named.length > 1 || named[0]!.many ? 'allow' : 'allows';
  const names = named.map(({ name }) => name);
  const listed = names.length === 1 ? names[0]! : `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`;
  return `if the ${listed} ${verb} it`;
}

/** What is seen of an allowed request that rests on a supposition. */
export function seenSentence(scenario: Scenario, evaluation: Evaluation): Rich {
  const action: Piece = code(scenario.request.action);
  const granting = [...new Set(evaluation.decidedBy.map(({ layer }) => layer))];
  if (granting.length === 0) return rich`Nothing that can be seen denies ${action}`;
  const nouns = granting.map((layer) => rich`the ${layerPlural(layer, scenario.request).name}`);
  const isPlural = granting.length > 1 || layerPlural(granting[0]!, scenario.request).many;
  return rich`Of what can be seen, ${richList(nouns)} ${isPlural ? 'allow' : 'allows'} ${action}, and nothing denies it`;
}
