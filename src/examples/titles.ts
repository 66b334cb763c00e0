/**
 * The list of examples without their scenarios: small enough to be there from the start,
 * so that a menu can be shown and searched before the examples themselves are fetched.
 */
import { allowedTitles } from './titles/allowed';
import { callsTitles } from './titles/calls';
import { conditionsTitles } from './titles/conditions';
import { deniedTitles } from './titles/denied';
import { dependsTitles } from './titles/depends';
import { guideTitles } from './titles/guide';
import { rolesTitles } from './titles/roles';
import { startTitles } from './titles/start';
import { stepsTitles } from './titles/steps';
import type { ExampleTitle } from './types';

export type { ExampleTitle } from './types';

export interface TitleGroup {
  readonly name: string;
  readonly titles: readonly ExampleTitle[];
}

/** The groups in the order in which they are shown; the first example of all is the one to begin with. */
export const TITLE_GROUPS: readonly TitleGroup[] = [
  { name: 'Start here', titles: startTitles },
  { name: 'The seven steps', titles: stepsTitles },
  { name: 'From the guide', titles: guideTitles },
  { name: 'Assuming roles', titles: rolesTitles },
  { name: 'Conditions', titles: conditionsTitles },
  { name: 'Why was it denied?', titles: deniedTitles },
  { name: 'Why was it allowed?', titles: allowedTitles },
  { name: 'It depends', titles: dependsTitles },
  { name: 'One call, several checks', titles: callsTitles },
];

/** Every title with its group, in order. */
export const TITLES: readonly (ExampleTitle & { readonly group: string })[] = TITLE_GROUPS.flatMap(
  ({ name, titles }) => titles.map((title) => ({ ...title, group: name })),
);
