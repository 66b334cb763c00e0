/** The cases that were on the page lately, each with its verdict, kept in this browser alone. */
import { create } from 'zustand';
import type { Scenario } from '../case/scenario';
import { parseScenario } from '../formats/schema';
import type { Explanation } from '../explain/types';
import { FOUND, RECENT } from './browser/kept';
import { explanationOf } from './derive';
import { isEmpty, useVerdict } from './store';

export interface Recent {
  readonly name: string;
  readonly tone: Explanation['tone'];
  readonly scenario: Scenario;
}

const MOST = 5;
/** A larger case would fill the browser's storage; it is in a file or a link of the person's own. */
const LONGEST = 200_000;

export const useRecent = create<{ readonly cases: readonly Recent[] }>()(() => ({ cases: [] }));

/** How a case is called where it has no title. */
export function caseName({ title, request }: Scenario): string {
  if (title !== undefined && title !== '') return title;
  return request.action === '' ? 'Untitled' : `Untitled: ${request.action}`;
}

function keep(cases: readonly Recent[]): void {
  useRecent.setState({ cases });
  if (cases.length === 0) RECENT.forget();
  else RECENT.keep(JSON.stringify(cases));
}

/** Puts a case that leaves the page on top of the list; one of the same name makes room for it. */
function remember(scenario: Scenario): void {
  if (isEmpty(scenario) || JSON.stringify(scenario).length > LONGEST) return;
  const name = caseName(scenario);
  const others = useRecent.getState().cases.filter((other) => other.name !== name);
  keep([{ name, tone: explanationOf(scenario).tone, scenario }, ...others].slice(0, MOST));
}

/** Forgets the cases before this one, and what Find was used for. */
export function forgetRecent(): void {
  keep([]);
  FOUND.forget();
}

function restored(text: string): readonly Recent[] {
  try {
    const list: unknown = JSON.parse(text);
    if (!Array.isArray(list)) return [];
    return list.slice(0, MOST).map((one: { scenario: unknown }): Recent => {
      const scenario = parseScenario(one.scenario);
      return { name: caseName(scenario), tone: explanationOf(scenario).tone, scenario };
    });
  } catch {
    // Of another version or damaged: the cases themselves are in links and files.
    return [];
  }
}

/** Takes up the list, and adds each case that another one takes the place of. */
export function beginRecent(): void {
  const text = RECENT.text();
  if (text !== undefined) useRecent.setState({ cases: restored(text) });
  useVerdict.subscribe(({ history, arrived }, before) => {
    const left = before.history.present;
    if (arrived !== before.arrived && caseName(left) !== caseName(history.present)) remember(left);
  });
}
