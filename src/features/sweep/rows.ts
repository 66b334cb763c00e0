/** The decisions by outcome and, in an outcome, by service, as the list shows them. */
import type { Decision } from '../../engine/evaluation';
import type { GlyphKind } from '../../ui/Glyph';
import type { Plan } from './plan';

export interface Swept {
  readonly action: string;
  readonly decision: Decision;
}

export interface ServiceRow {
  readonly prefix: string;
  readonly actions: readonly Swept[];
}

export interface OutcomeGroup {
  readonly decision: Decision;
  readonly count: number;
  /** Its services by prefix. */
  readonly services: readonly ServiceRow[];
}

interface OutcomeWords {
  readonly word: string;
  readonly tone: GlyphKind;
}

/** In the order of the list: what is allowed on top. */
export const OUTCOMES: Readonly<Record<Decision, OutcomeWords>> = {
  Allowed: { word: 'Allowed', tone: 'allow' },
  ExplicitlyDenied: { word: 'Stopped by a Deny', tone: 'explicit' },
  Undetermined: { word: 'Not known', tone: 'unknown' },
  ImplicitlyDenied: { word: 'Nothing grants it', tone: 'implicit' },
};
const ORDER = Object.keys(OUTCOMES) as readonly Decision[];

/** Decisions in the order of the plan. */
export function sweptOf(plan: Plan, decisions: readonly Decision[]): readonly Swept[] {
  const actions = plan.groups.flatMap((group) => group.actions);
  return decisions.map((decision, at) => ({ action: actions[at]!, decision }));
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
  return ORDER.flatMap((decision) => {
    const own = found.filter((entry) => entry.decision === decision);
    return own.length === 0 ? [] : [{ decision, count: own.length, services: servicesOf(own) }];
  });
}

/** Names of actions need no quotation marks. */
export function csvOf(swept: readonly Swept[]): string {
  return ['action,decision', ...swept.map(({ action, decision }) => `${action},${decision}`), ''].join('\n');
}
