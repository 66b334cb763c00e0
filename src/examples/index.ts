/** The worked examples, whole. Fetched when the first one is opened; the menu needs only `titles`. */
import { allowed } from './scenarios/allowed';
import { calls } from './scenarios/calls';
import { conditions } from './scenarios/conditions';
import { denied } from './scenarios/denied';
import { depends } from './scenarios/depends';
import { guide } from './scenarios/guide';
import { roles } from './scenarios/roles';
import { start } from './scenarios/start';
import { steps } from './scenarios/steps';
import { TITLE_GROUPS } from './titles';
import type { Example, ExampleGroup, Worked } from './types';

export type { Example, ExampleExpectation, ExampleGroup, ExampleTitle } from './types';

const WORKED: Readonly<Record<string, Worked>> = {
  ...start,
  ...steps,
  ...guide,
  ...roles,
  ...conditions,
  ...denied,
  ...allowed,
  ...depends,
  ...calls,
};

/** The groups in order. An example's scenario carries its title. */
export const EXAMPLE_GROUPS: readonly ExampleGroup[] = TITLE_GROUPS.map(({ name, titles }) => ({
  name,
  examples: titles.flatMap((title): Example[] => {
    const worked = WORKED[title.id];
    if (worked === undefined) return [];
    return [{ ...title, group: name, ...worked, scenario: { ...worked.scenario, title: title.title } }];
  }),
}));

export const EXAMPLES: readonly Example[] = EXAMPLE_GROUPS.flatMap(({ examples }) => examples);

/** The example of that id, or undefined. */
export function findExample(id: string): Example | undefined {
  return EXAMPLES.find((example) => example.id === id);
}
