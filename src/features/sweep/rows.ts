/** The decisions by outcome and, in an outcome, by service, as the list shows them. */
import { LAYERS, type Layer } from '../../case/scenario';
import type { Decision } from '../../engine/evaluation';
import type { SweptAction } from '../../reasoning/sweep';
import type { GlyphKind } from '../../ui/Glyph';
import type { Plan } from './plan';
import { OUTCOMES, cappedWord } from './words';

export interface Swept extends SweptAction {
  readonly action: string;
}

export interface ServiceRow {
  readonly prefix: string;
  readonly actions: readonly Swept[];
}

export interface OutcomeGroup {
  /** Its word, which no other group has. */
  readonly word: string;
  readonly tone: GlyphKind;
  /** What is true of all of it, besides. */
  readonly note?: string;
  readonly count: number;
  /** Its services by prefix. */
  readonly services: readonly ServiceRow[];
}

/** Denied although something grants it: between what is allowed and what a Deny stops, as it is the nearest to mend. */
const cappedKinds = LAYERS.flatMap((layer): readonly Kind[] => {
  const word = cappedWord(layer);
  return word === undefined ? [] : [{ word, tone: 'implicit', cappedBy: layer }];
});

interface Kind {
  readonly word: string;
  readonly tone: GlyphKind;
  readonly decision?: Decision;
  readonly cappedBy?: Layer;
}

const kindOf = (decision: Decision): Kind => ({ ...OUTCOMES[decision], decision });

/** In the order of the list: what is allowed on top. */
const KINDS: readonly Kind[] = [
  kindOf('Allowed'),
  ...cappedKinds,
  kindOf('ExplicitlyDenied'),
  kindOf('Undetermined'),
  kindOf('ImplicitlyDenied'),
];

/** Decisions in the order of the plan. */
export function sweptOf(plan: Plan, decisions: readonly SweptAction[]): readonly Swept[] {
  const actions = plan.groups.flatMap((group) => group.actions);
  return decisions.map((swept, at) => ({ action: actions[at]!, ...swept }));
}

function servicesOf(swept: readonly Swept[]): readonly ServiceRow[] {
  const services = new Map<string, Swept[]>();
  for (const entry of swept) {
    const prefix = entry.action.slice(0, entry.action.indexOf(':'));
    const list = services.get(prefix);
    if (list) list.push(entry);
    else services.set(prefix, [entry]);
  }
  return [...services]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([prefix, actions]) => ({ prefix, actions }));
}

/** The outcomes that occur, of the actions whose name holds the text. */
export function outcomeGroups(swept: readonly Swept[], text: string): readonly OutcomeGroup[] {
  const wanted = text.trim().toLowerCase();
  const found = wanted === '' ? swept : swept.filter(({ action }) => action.toLowerCase().includes(wanted));
  return KINDS.flatMap(({ word, tone, decision, cappedBy }) => {
    const own = found.filter((entry) =>
      cappedBy === undefined
        ? entry.decision === decision && entry.cappedBy === undefined
        : entry.cappedBy === cappedBy,
    );
    if (own.length === 0) return [];
    const note = cappedBy === undefined ? {} : { note: 'another policy allows it' };
    return [{ word, tone, ...note, count: own.length, services: servicesOf(own) }];
  });
}

/** Names of actions need no quotation marks. */
export function csvOf(swept: readonly Swept[]): string {
  const rows = swept.map(({ action, decision, cappedBy }) => `${action},${decision},${cappedBy ?? ''}`);
  return ['action,decision,stopped by', ...rows, ''].join('\n');
}
