/** What can be done from everywhere, once: the case menu, the menu behind ⋮ and Find draw from it. */
import type { Scenario } from '../case/scenario';
import { newCase, openCase, saveCase } from '../features/file/fileActions';
import { keepPresentAsA } from '../store/keepAsA';
import { openInSlot } from '../store/openSlot';
import { forgetRecent, type Recent } from '../store/recent';
import { goTo } from '../store/router';
import { keepRequestAsTest } from '../store/keepRequestAsTest';
import { useVerdict } from '../store/store';
import { Glyph } from '../ui/Glyph';
import type { MenuAction } from '../ui/pop/types';

const show = (dialog: Parameters<ReturnType<typeof useVerdict.getState>['show']>[0]) => (): void =>
  useVerdict.getState().show(dialog);

export const OPEN_COMMANDS: readonly MenuAction[] = [
  { id: 'new', label: 'New, empty case', run: newCase },
  { id: 'open', label: 'Open from a file…', run: () => void openCase() },
  { id: 'save', label: 'Save as a file', run: saveCase },
  { id: 'examples', label: 'Examples…', detail: 'more than a hundred', run: show('examples') },
];

export const CASE_COMMANDS: readonly MenuAction[] = [
  { id: 'keep', label: 'Keep as “before”', detail: 'for Compare', run: keepPresentAsA },
  { id: 'addTest', label: 'Add this case as a test', run: keepRequestAsTest },
  { id: 'alsoNeeds', label: 'Add a request to this call…', run: show('alsoNeeds') },
];

/** What stands in Case beside the policies. */
export const TOOL_COMMANDS: readonly MenuAction[] = [
  {
    id: 'actions',
    label: 'What else can this caller do?',
    detail: 'every action',
    run: () => openInSlot('actions'),
  },
  { id: 'tests', label: 'Tests', run: () => openInSlot('tests') },
];

/** Found by typing; the case's menu has it under the cases that it lists. */
export const FORGET_COMMAND: MenuAction = {
  id: 'forget',
  label: 'Forget these cases',
  detail: 'and what Find was used for',
  run: forgetRecent,
};

export const ALSO_COMMANDS: readonly MenuAction[] = [
  { id: 'rules', label: 'The rules Verdict follows', run: show('rules') },
];

interface CaseMenu {
  /** The case as a link brought it, where it was changed since. */
  readonly linked: Scenario | undefined;
  readonly recent: readonly Recent[];
  readonly title: string;
  readonly rename: () => void;
}

/** The menu of the case: what it is called, where it comes from, what is kept of it, and the cases before it. */
export function caseActions({ recent, title, rename, linked }: CaseMenu): readonly MenuAction[] {
  const { replace } = useVerdict.getState();
  const others = recent.filter(({ name }) => name !== title);
  return [
    ...(linked === undefined
      ? []
      : [
          {
            id: 'linked',
            label: 'Changed since the link',
            detail: 'see what',
            run: () => {
              useVerdict.getState().keep(linked);
              goTo('compare');
            },
          },
        ]),
    { id: 'rename', label: 'Rename', run: rename },
    ...OPEN_COMMANDS,
    ...CASE_COMMANDS.map((action, at) => ({ ...action, apart: at === 0 })),
    ...others.map((other, at) => ({
      id: `recent ${other.name}`,
      mark: <Glyph kind={other.tone} size={14} label="" />,
      label: other.name,
      apart: at === 0,
      ...(at === 0 && { heading: 'Lately in this browser' }),
      run: () => replace(other.scenario, `Opened “${other.name}”`),
    })),
    ...(others.length === 0 ? [] : [FORGET_COMMAND]),
  ];
}
