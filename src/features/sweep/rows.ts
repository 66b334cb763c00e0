/** The decisions by service, as the table shows them. */
import type { Decision } from '../../engine/evaluation';
import type { Plan } from './plan';

export interface Swept {
  readonly action: string;
  readonly decision: Decision;
}

export interface ServiceRow {
  readonly prefix: string;
  readonly actions: readonly Swept[];
  readonly allowed: number;
  readonly denied: number;
  readonly open: number;
}

export const WORDS: Readonly<Record<Decision, string>> = {
  Allowed: 'Allowed',
  ExplicitlyDenied: 'Denied, by a Deny',
  ImplicitlyDenied: 'Denied, no Allow',
  Undetermined: 'Undetermined',
};

function rowOf(prefix: string, actions: readonly Swept[]): ServiceRow {
  let allowed = 0;
  let open = 0;
  for (const { decision } of actions) {
    if (decision === 'Allowed') allowed += 1;
    else if (decision === 'Undetermined') open += 1;
  }
  return { prefix, actions, allowed, open, denied: actions.length - allowed - open };
}

/** Decisions in the order of the plan; those that are there so far. */
export function sweptOf(plan: Plan, decisions: readonly Decision[]): readonly Swept[] {
  const actions = plan.groups.flatMap((group) => group.actions);
  return decisions.map((decision, at) => ({ action: actions[at]!, decision }));
}

/** Services by prefix; only actions whose name holds the text, and only one outcome where one is chosen. */
export function serviceRows(
  swept: readonly Swept[],
  text: string,
  outcome: 'all' | 'Allowed' | 'Denied' | 'Undetermined',
): readonly ServiceRow[] {
  const wanted = text.trim().toLowerCase();
  const services = new Map<string, Swept[]>();
  for (const entry of swept) {
    const { action, decision } = entry;
    if (wanted !== '' && !action.toLowerCase().includes(wanted)) continue;
    const kind = decision === 'Allowed' || decision === 'Undetermined' ? decision : 'Denied';
    if (outcome !== 'all' && outcome !== kind) continue;
    const prefix = action.slice(0, action.indexOf(':'));
    const list = services.get(prefix);
    if (list) list.push(entry);
    else services.set(prefix, [entry]);
  }
  return [...services]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([prefix, list]) => rowOf(prefix, list));
}

/** Names of actions need no quotation marks. */
export function csvOf(swept: readonly Swept[]): string {
  return ['action,decision', ...swept.map(({ action, decision }) => `${action},${decision}`), ''].join('\n');
}
