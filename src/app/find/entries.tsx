/** What can be found: every command, place, policy, statement, example, lesson, rule and action of AWS. */
import type { ReactNode } from 'react';
import rules from '../../../docs/evaluation.md?page';
import { setRequest } from '../../case/edits';
import { listPolicies, addressKey, type Policy, type Scenario } from '../../case/scenario';
import type { Catalog } from '../../catalog/service-reference';
import { TITLES } from '../../examples/titles';
import { layerName } from '../../explain/layers';
import { setFindKey, useFindKey } from '../../store/browser/findKey';
import { applyTheme } from '../../store/browser/theme';
import { openExample } from '../../store/openExample';
import { LESSON_TITLES } from '../../lessons';
import { ALL_PLACES } from '../../places/places';
import { goTo } from '../../store/router';
import { useVerdict, type Theme } from '../../store/store';
import { Icon, type IconName } from '../../ui/Icon';
import type { MenuAction } from '../../ui/pop/types';
import { ALSO, USUAL } from './also';
import { ALSO_COMMANDS, CASE_COMMANDS, FORGET_COMMAND, OPEN_COMMANDS, TOOL_COMMANDS } from '../commands';

export type Group =
  | 'Last used'
  | 'Places'
  | 'This case'
  | 'Policies of this case'
  | 'Statements'
  | 'Open and hand over'
  | 'This page'
  | 'Examples'
  | 'Lessons'
  | 'Rules'
  | 'Actions of AWS';

export interface Entry {
  readonly id: string;
  readonly group: Group;
  readonly name: string;
  readonly detail: string;
  readonly mark: ReactNode;
  /** Other words that people type for it, in small letters. */
  readonly also?: string | undefined;
  /** Of a service that many use: before its equals of others. */
  readonly usual?: boolean;
  /** Found only by typing: there are too many to list. */
  readonly typed: boolean;
  readonly run: () => void;
}

/** After Find has given the focus back. */
const FOCUS_MS = 60;

const icon = (name: IconName): ReactNode => <Icon name={name} size={13} />;

function commands(group: Group, actions: readonly MenuAction[], mark: IconName): readonly Entry[] {
  return actions.map(({ id, label, detail, run }) => ({
    id: `command ${id}`,
    group,
    name: typeof label === 'string' ? label : id,
    detail: typeof detail === 'string' ? detail : '',
    mark: icon(mark),
    also: ALSO[id],
    typed: false,
    run,
  }));
}

const show = (dialog: 'paste' | 'share' | 'notes' | 'outside' | 'keys' | 'changes'): (() => void) => {
  return () => useVerdict.getState().show(dialog);
};

/** Undo, the colours, and the key of Find itself. */
function pageActions(): readonly MenuAction[] {
  const { undo, redo, history, setTheme } = useVerdict.getState();
  const key = useFindKey.getState().on;
  const paint = (theme: Theme, label: string): MenuAction => ({
    id: `theme-${theme}`,
    label,
    run: () => {
      applyTheme(theme);
      setTheme(theme);
    },
  });
  return [
    ...(history.past.length > 0 ? [{ id: 'undo', label: 'Undo', run: undo }] : []),
    ...(history.future.length > 0 ? [{ id: 'redo', label: 'Redo', run: redo }] : []),
    paint('dark', 'Theme: dark'),
    paint('light', 'Theme: light'),
    paint('system', 'Theme: system'),
    {
      id: 'findKey',
      label: key ? 'Do not open Find with its key' : 'Open Find with its key',
      run: () => setFindKey(!key),
    },
  ];
}

/** The commands that are the same for every case. */
export function standingEntries(): readonly Entry[] {
  return [
    ...ALL_PLACES.map(({ id, word, title }): Entry => ({
      id: `place ${id}`,
      group: 'Places',
      name: word,
      detail: title,
      mark: icon('go'),
      also: ALSO[id],
      typed: false,
      run: () => goTo(id),
    })),
    ...commands('This case', [...TOOL_COMMANDS, ...CASE_COMMANDS], 'gates'),
    ...commands(
      'This case',
      [
        { id: 'notes', label: 'Notes', run: show('notes') },
        { id: 'changes', label: 'How to allow it, or how to deny it', run: show('changes') },
        { id: 'keys', label: 'Which keys matter?', run: show('keys') },
        { id: 'outside', label: 'External access', run: show('outside') },
      ],
      'file',
    ),
    ...commands(
      'Open and hand over',
      [
        { id: 'paste', label: 'Paste', detail: 'error, policy, event, report, account', run: show('paste') },
        ...OPEN_COMMANDS,
        { id: 'share', label: 'Share', detail: 'link, file, report', run: show('share') },
        { ...FORGET_COMMAND, label: 'Forget the cases of this browser' },
        ...ALSO_COMMANDS,
      ],
      'clip',
    ),
    ...commands('This page', pageActions(), 'system'),
  ];
}

/** The policies of the case and their statements. */
export function caseEntries(scenario: Scenario): readonly Entry[] {
  return listPolicies(scenario.policies).flatMap(({ address, policy, target }) => {
    const key = addressKey(address);
    const where = target === undefined ? layerName(address.layer) : `${layerName(address.layer)}, ${target}`;
    const open = (statement?: number): void => {
      goTo('case');
      // A place that is gone to takes the focus first, and so does what Find was opened from.
      setTimeout(() => useVerdict.getState().open(address, { statement, focus: true }), FOCUS_MS);
    };
    return [
      {
        id: `policy ${key}`,
        group: 'Policies of this case' as const,
        name: policy.name,
        detail: where,
        mark: icon('file'),
        typed: false,
        run: () => open(),
      },
      ...statementsOf(policy).map((name, index): Entry => ({
        id: `statement ${key} ${index}`,
        group: 'Statements',
        name,
        detail: policy.name,
        mark: icon('file'),
        typed: true,
        run: () => open(index),
      })),
    ];
  });
}

/** Sids and effects, as far as the text can be read. */
function statementsOf(policy: Policy): readonly string[] {
  try {
    const document: unknown = policy.text === undefined ? policy.document : JSON.parse(policy.text);
    if (typeof document !== 'object' || document === null || !('Statement' in document)) return [];
    const list: readonly unknown[] = Array.isArray(document.Statement)
      ? document.Statement
      : [document.Statement];
    return list.map((one, index) => {
      const { Sid, Effect } = (one ?? {}) as { Sid?: unknown; Effect?: unknown };
      const name = typeof Sid === 'string' && Sid !== '' ? Sid : `Statement ${index + 1}`;
      return typeof Effect === 'string' ? `${name}: ${Effect}` : name;
    });
  } catch {
    return [];
  }
}

type Run = Extract<(typeof rules)[number], { kind: 'heading' }>['text'][number];

function plainRun(run: Run): string {
  if (typeof run === 'string') return run;
  if ('code' in run) return run.code;
  return 'strong' in run ? run.strong : run.link;
}

/** Examples, lessons and rules. */
export function readingEntries(): readonly Entry[] {
  return [
    ...TITLES.map(({ id, title, question }): Entry => ({
      id: `example ${id}`,
      group: 'Examples',
      name: title,
      detail: question,
      mark: icon('file'),
      typed: true,
      run: () => void openExample(id),
    })),
    ...LESSON_TITLES.map(({ lesson, chapter }): Entry => ({
      id: `lesson ${lesson.id}`,
      group: 'Lessons',
      name: lesson.title,
      detail: chapter.title,
      mark: icon('play'),
      typed: true,
      run: () => goTo('learn', { path: lesson.id }),
    })),
    ...rules.flatMap((block): readonly Entry[] =>
      block.kind !== 'heading' || block.level < 2
        ? []
        : [
            {
              id: `rule ${block.id}`,
              group: 'Rules',
              name: block.text.map(plainRun).join(''),
              detail: 'of the rules Verdict follows',
              mark: icon('file'),
              typed: true,
              run: () => useVerdict.getState().showRule(block.id),
            },
          ],
    ),
  ];
}

/** Every action of AWS: chosen, it is what the case asks. */
export function actionEntries(catalog: Catalog): readonly Entry[] {
  return catalog.services().flatMap(({ prefix, name: service }) =>
    [...(catalog.actions(prefix)?.values() ?? [])].map(({ name, accessLevels }): Entry => {
      const action = `${prefix}:${name}`;
      return {
        id: `action ${action}`,
        group: 'Actions of AWS',
        name: action,
        detail: `${service}, ${accessLevels.join(', ')}`,
        mark: icon('gates'),
        usual: USUAL.has(prefix),
        typed: true,
        run: () => {
          goTo('case');
          useVerdict.getState().edit((scenario) => setRequest(scenario, { action }));
        },
      };
    }),
  );
}
