/** Where the eye should land: in a case that just arrived, in another request of a call, after a step back or forth. */
import type { Scenario } from '../case/scenario';
import { isHidden, listPolicies, policyAt } from '../case/scenario';
import type { Quote } from '../explain/types';
import { chainOf } from '../call/chain';
import { lookAtStep, requestCount, stepLookedAt, viewOf } from '../call/view';
import { callOf, explanationOf } from './derive';
import type { History } from './history';
import { nextNumber } from './number';
import type { Reveal, Selection, VerdictState } from './state';

/** The first policy that exists, for a selection that lost its own. */
export function stillThere(scenario: Scenario, selection: Selection): Selection {
  const { address } = selection;
  if (
    address &&
    (policyAt(scenario.policies, address) !== undefined || isHidden(scenario.policies[address.layer]))
  )
    return selection;
  const first = listPolicies(scenario.policies).find(
    (entry) => selection.address === undefined || entry.address.layer === selection.address.layer,
  );
  return { ...selection, address: first?.address, statement: undefined };
}

/** After a step back or forth: the same request where it is still there, else the one in its place, else the first. */
function followed(before: Scenario, after: Scenario, at: number): number {
  if (at < 0) return stepLookedAt(after, at) === undefined ? 0 : at;
  const found = after.linked?.findIndex((one) => one === before.linked?.[at - 1]) ?? -1;
  return found >= 0 ? found + 1 : at < requestCount(after) ? at : 0;
}

/**
 * Where the eye should land in a case that just arrived: of a call the request that settles it, lest the page says in
 * large letters that a denied call is allowed; there the line that the verdict quotes, else the first policy.
 */
export function arrival(
  whole: Scenario,
): Pick<
  VerdictState,
  'at' | 'pasted' | 'lesson' | 'selection' | 'reveal' | 'wanted' | 'narrowTab' | 'slot' | 'arrived' | 'linked'
> {
  const at = stoppedStep(whole) ?? callOf(whole).failing[0] ?? 0;
  const scenario = viewOf(whole, at);
  const quote = explanationOf(scenario).quotes[0];
  const address = quote?.address ?? listPolicies(scenario.policies)[0]?.address;
  return {
    at,
    pasted: undefined,
    lesson: undefined,
    selection: { address, chosen: false },
    wanted: undefined,
    reveal: quote && revealOf(quote),
    narrowTab: 'verdict',
    slot: undefined,
    linked: undefined,
    arrived: nextNumber(),
  };
}

/** The step of a chain that stops it, where that is not the case itself. */
function stoppedStep(whole: Scenario): number | undefined {
  const stop = chainOf(whole)?.stop;
  return stop === undefined || stop === whole.chain?.length ? undefined : lookAtStep(stop);
}

function revealOf({ address, path }: Quote): Reveal {
  return { address, path, focus: false, count: nextNumber() };
}

/** Where the eye should land in another request of the same call. */
export function landing(view: Scenario, selection: Selection): Pick<VerdictState, 'selection' | 'reveal'> {
  const quote = explanationOf(view).quotes[0];
  return {
    selection: { ...stillThere(view, { address: quote?.address ?? selection.address, chosen: false }) },
    reveal: quote && revealOf(quote),
  };
}

export function travelled(
  { history, at, selection, arrived }: VerdictState,
  next: History<Scenario>,
): Pick<VerdictState, 'history' | 'at' | 'selection' | 'arrived'> {
  const place = followed(history.present, next.present, at);
  const isOther =
    history.present.title !== next.present.title && history.present.policies !== next.present.policies;
  return {
    arrived: isOther ? nextNumber() : arrived,
    history: next,
    at: place,
    selection: stillThere(viewOf(next.present, place), selection),
  };
}
