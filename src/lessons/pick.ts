/** Things pointed at, marked. */
import { viewsOf } from '../call/view';
import { layerName } from '../explain/layers';
import type { Layer, Scenario } from '../case/scenario';
import type { Item, Pick } from './types';

export type Mark = 'right' | 'missed' | 'wrong' | 'left';

/** What a person can point at, in order: written in the lesson, or the gates or requests of its case. */
export function itemsOf({ from, items, rows }: Pick, scenario: Scenario): readonly Item[] {
  if (items) return items;
  if (rows) return rows.map(({ id, text }) => ({ id, label: text }));
  if (from === 'requests')
    return viewsOf(scenario).map(({ request }, at) => ({
      id: String(at),
      label: `${scenario.linked?.[at - 1]?.name ?? 'The call itself'}: \`${request.action}\``,
    }));
  return GATES.map((id) => ({ id, label: id === 'explicitDeny' ? 'Explicit deny' : layerName(id) }));
}

/** The gates of the walk in its order. */
const GATES: readonly (Layer | 'explicitDeny')[] = [
  'explicitDeny',
  'scp',
  'rcp',
  'endpoint',
  'resource',
  'boundary',
  'session',
  'identity',
];

/** How each thing stands to what is right. */
export function markOf(id: string, right: readonly string[], chosen: readonly string[]): Mark {
  if (right.includes(id)) return chosen.includes(id) ? 'right' : 'missed';
  return chosen.includes(id) ? 'wrong' : 'left';
}

/** All that is right and nothing else. */
export function isRight(right: readonly string[], chosen: readonly string[]): boolean {
  return right.length === chosen.length && right.every((id) => chosen.includes(id));
}
