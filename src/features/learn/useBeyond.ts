import { useEffect, useState } from 'react';
import type { Scenario } from '../../case/scenario';
import type { Decision } from '../../engine/evaluation';
import { applyEdits } from '../../lessons/edits';
import type { Found } from '../../lessons/opponent';
import { openedBetween, openedGroups, type Opened } from '../../lessons/opened';
import type { Playable, Repair } from '../../lessons/types';
import { startSweep } from '../../store/browser/startSweep';
import { actionsKnown } from '../../store/catalog';

/** What a solution opens beside the model’s. */
export interface Beyond {
  readonly own: Opened;
  readonly model: Opened;
  /** A request that it allows and the model’s does not. */
  readonly found: Found | undefined;
}

/** The search ends after so long, with what was found. */
const MOST_MS = 1200;

/** Looked for once the puzzle is solved and seen; undefined until it is known. */
export function useBeyond(lesson: Playable, own: Scenario, wanted: boolean): Beyond | undefined {
  const [known, setKnown] = useState<{ readonly of: Scenario; readonly beyond: Beyond }>();
  const { repair, scenario } = lesson;
  useEffect(() => {
    if (!wanted || repair === undefined || repair.solution.length === 0) return undefined;
    const ending = new AbortController();
    void look(scenario, repair, own, ending.signal).then((beyond) => {
      if (!ending.signal.aborted && beyond) setKnown({ of: own, beyond });
    });
    return () => ending.abort();
  }, [scenario, repair, own, wanted]);
  return known?.of === own ? known.beyond : undefined;
}

async function look(
  start: Scenario,
  repair: Repair,
  own: Scenario,
  ending: AbortSignal,
): Promise<Beyond | undefined> {
  const [catalog, { opponent }] = await Promise.all([actionsKnown(), import('../../lessons/opponent')]);
  if (!catalog) return undefined;
  const cases = [start, own, applyEdits(start, repair.solution)].map((one) => openedGroups(one, catalog));
  const decisions = await swept(cases.flat(), ending);
  if (!decisions || ending.aborted) return undefined;
  const groups = cases[0]!;
  const length = groups.reduce((sum, { actions }) => sum + actions.length, 0);
  const [before, after, model] = [0, 1, 2].map((at) => decisions.slice(at * length, (at + 1) * length));
  const until = performance.now() + MOST_MS;
  const stop = (): boolean => performance.now() > until;
  return {
    own: openedBetween(groups, before!, after!),
    model: openedBetween(groups, before!, model!),
    found: opponent({ scenario: start, repair }, own, { catalog, stop }),
  };
}

/** All decisions in order, from the worker; undefined where it can’t be started or is no longer wanted. */
function swept(
  groups: Parameters<typeof startSweep>[0],
  ending: AbortSignal,
): Promise<readonly Decision[] | undefined> {
  const wanted = groups.reduce((sum, { actions }) => sum + actions.length, 0);
  return new Promise((resolve) => {
    const decisions: Decision[] = [];
    const stop = startSweep(
      groups,
      (more) => {
        for (const { decision } of more) decisions.push(decision);
        if (decisions.length < wanted) return;
        stop();
        resolve(decisions);
      },
      () => resolve(undefined),
    );
    ending.addEventListener('abort', () => {
      stop();
      resolve(undefined);
    });
  });
}
