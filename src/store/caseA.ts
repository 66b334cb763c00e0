/** The case that the one on the page is compared with. It may have come in the link of the case, or be kept by hand. */
import type { CaseBody, Scenario } from '../case/scenario';
import { useVerdict } from './store';

const asCases = new WeakMap<CaseBody, Scenario>();

/** The same case for the same body, so that what was worked out for it stays. */
function asCase(body: CaseBody): Scenario {
  let found = asCases.get(body);
  if (!found) {
    found = { ...body, schema: 2 };
    asCases.set(body, found);
  }
  return found;
}

/** A: what came in the case's link first, then what was kept. */
export function useCaseA(): Scenario | undefined {
  return useVerdict(({ history, kept }) => {
    const { before } = history.present;
    return before ? asCase(before) : kept;
  });
}

function withoutBefore({ before: _before, ...rest }: Scenario): Scenario {
  return rest;
}

/** Keeps a case as A in place of the one before; none: forgets it. */
export function keepCaseA(scenario: Scenario | undefined): void {
  const { history, keep, replace } = useVerdict.getState();
  if (history.present.before) replace(withoutBefore(history.present));
  keep(scenario && withoutBefore(scenario));
}

/** The case on the page with A inside it, as it travels in a link or a file. A's own tests and guards stay behind. */
export function withCaseA(present: Scenario, a: Scenario): Scenario {
  const { tests: _tests, guards: _guards, before: _before, chain: _chain, lesson: _lesson, ...body } = a;
  return { ...present, before: body };
}
