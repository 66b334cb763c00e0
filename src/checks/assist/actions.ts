/** Actions and their wildcards. Service Authorization Reference, action tables. */
import { splitAction } from '../../catalog/service-lookup';
import type { ActionSummary, Catalog } from '../../catalog/service-reference';
import { globMatches, globOf } from '../../language/glob';
import type { Suggestion } from './suggestion';

/** The actions of the reference that a written action stands for; undefined when they are not loaded. */
export function actionsCovered(catalog: Catalog, written: string): readonly string[] | undefined {
  const parts = splitAction(written);
  const actions = parts && catalog.actions(parts.prefix);
  if (!actions) return undefined;
  const glob = globOf(parts.name.toLowerCase());
  const prefix = parts.prefix.toLowerCase();
  return [...actions]
    .filter(([lower]) => globMatches(glob, lower))
    .map(([, { name }]) => `${prefix}:${name}`);
}

/** The verbs that begin two or more actions, each with how many: `Get`, 40. */
function verbs(actions: Iterable<ActionSummary>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { name } of actions) {
    const verb = /^[A-Z][a-z]+/.exec(name)?.[0];
    if (verb !== undefined) counts.set(verb, (counts.get(verb) ?? 0) + 1);
  }
  return new Map([...counts].filter(([, count]) => count > 1));
}

function services(catalog: Catalog): readonly Suggestion[] {
  return catalog.services().map(({ prefix, name }): Suggestion => ({
    label: `${prefix}:`,
    detail: name,
    insert: `${prefix}:`,
    again: true,
  }));
}

/** Before the colon the services; behind it the actions of the service, and wildcards with how many they cover. */
export function suggestActions(catalog: Catalog, before: string): readonly Suggestion[] {
  const parts = splitAction(before);
  const actions = parts && catalog.actions(parts.prefix);
  if (!parts || !actions) return services(catalog);
  const prefix = parts.prefix.toLowerCase();
  const single = [...actions.values()].map(({ name, accessLevels }): Suggestion => {
    const info = catalog.service(prefix)?.actions.get(name.toLowerCase())?.description;
    const written = `${prefix}:${name}`;
    return {
      label: written,
      detail: accessLevels.join(', '),
      insert: written,
      ...(info !== undefined && { info }),
    };
  });
  const wild = [...verbs(actions.values())].map(([verb, count]): Suggestion => {
    const written = `${prefix}:${verb}*`;
    return { label: written, detail: `covers ${count} actions`, insert: written, order: 1 };
  });
  const all = `${prefix}:*`;
  return [
    ...single,
    ...wild,
    { label: all, detail: `covers all ${actions.size} actions`, insert: all, order: 2 },
  ];
}
