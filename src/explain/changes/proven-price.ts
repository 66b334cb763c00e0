/** What a change opens or closes over every resource and context, in words. */
import { BY_HARM } from '../../reasoning/names';
import type { AccessGroup, Comparison } from '../../reasoning/comparison';
import { code, rich } from '../rich';
import type { Price } from './price';
import type { PriceLine } from './price-words';

/** So many different resources have a line of their own. */
const MOST_LINES = 6;

const VERBS = { opens: 'Opens', closes: 'Closes' } as const;

function byResource(groups: readonly AccessGroup[]): ReadonlyMap<string, readonly AccessGroup[]> {
  const found = new Map<string, AccessGroup[]>();
  for (const group of groups) {
    const key = group.resource.join(', ') || '*';
    const list = found.get(key);
    if (list) list.push(group);
    else found.set(key, [group]);
  }
  return found;
}

/**
 * One line for each set of resources, and last that it is all. Undefined where not all was decided: then what was
 * counted on single resources stands.
 */
export function provenPriceWords(
  { gained, lost, undecided, considered }: Comparison,
  direction: Price['direction'],
): readonly PriceLine[] | undefined {
  if (undecided.length > 0) return undefined;
  const groups = direction === 'opens' ? gained : lost;
  const verb = VERBS[direction];
  const all = considered.actions.toLocaleString('en');
  if (groups.length === 0)
    return [{ text: rich`${verb} nothing by itself, whatever the resource: proved.`, actions: [] }];
  const sets = [...byResource(groups)];
  const lines = sets.slice(0, MOST_LINES).map(([resource, list]): PriceLine => {
    const levels = new Map(
      list.flatMap(({ actions, accessLevel }) => actions.map((one) => [one, accessLevel])),
    );
    const actions = [...levels].map(([action, level]) => ({ action, level }));
    actions.sort((one, other) => BY_HARM.indexOf(one.level) - BY_HARM.indexOf(other.level));
    const many = `${actions.length.toLocaleString('en')} ${actions.length === 1 ? 'action' : 'actions'}`;
    // A limit that is not written out here may leave less than the patterns hold.
    const where = /[*?]|all but /.test(resource) ? 'within' : 'on';
    return { text: rich`${verb} ${many} ${where} ${code(resource)}:`, actions };
  });
  const left = sets.length - lines.length;
  const more = left > 0 ? `, and more on ${left} other sets of resources` : '';
  return [
    ...lines,
    { text: rich`Counted over every resource${more}: nothing else of the ${all} actions.`, actions: [] },
  ];
}
