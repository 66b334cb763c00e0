import { useEffect, useState } from 'react';
import { requestCount, viewOf } from '../../call/view';
import { listPolicies, policyText, type Scenario } from '../../case/scenario';
import type { Decision } from '../../engine/evaluation';
import { applyEdits } from '../../lessons/edits';
import type { Outcome } from '../../lessons/opponent';
import { openedBetween, openedGroups, type Opened } from '../../lessons/opened';
import type { Playable, Repair } from '../../lessons/types';
import { startSweep } from '../../store/browser/startSweep';
import { actionsKnown } from '../../store/catalog';

/** How the search for a request that the model’s does not allow stands. */
export type Search =
  | { readonly kind: 'searching'; readonly done: number; readonly of: number; readonly stop: () => void }
  | Outcome;

/** What a solution opens beside the model’s. */
export interface Beyond {
  /** Undefined until it is counted. */
  readonly opened: { readonly own: Opened; readonly model: Opened } | undefined;
  readonly search: Search;
}

/** Looked for once the puzzle is solved and seen; undefined until it is begun. */
export function useBeyond(lesson: Playable, own: Scenario, wanted: boolean): Beyond | undefined {
  const [known, setKnown] = useState<{ readonly of: Scenario; readonly beyond: Beyond }>();
  const { repair, scenario } = lesson;
  useEffect(() => {
    if (!wanted || repair === undefined || repair.solution.length === 0) return undefined;
    const ending = new AbortController();
    const searching: Search = { kind: 'searching', done: 0, of: 0, stop: () => undefined };
    const tell = (news: Partial<Beyond>): void => {
      if (ending.signal.aborted) return;
      setKnown((before) => ({
        of: own,
        beyond: { opened: undefined, search: searching, ...(before?.of === own && before.beyond), ...news },
      }));
    };
    void count(scenario, repair, own, ending.signal).then((opened) => opened && tell({ opened }));
    void search(scenario, repair, own, ending.signal, (found) => tell({ search: found }));
    return () => ending.abort();
  }, [scenario, repair, own, wanted]);
  return known?.of === own ? known.beyond : undefined;
}

async function count(
  start: Scenario,
  repair: Repair,
  own: Scenario,
  ending: AbortSignal,
): Promise<Beyond['opened']> {
  const catalog = await actionsKnown();
  if (!catalog) return undefined;
  const cases = [start, own, applyEdits(start, repair.solution)].map((one) => openedGroups(one, catalog));
  const decisions = await swept(cases.flat(), ending);
  if (!decisions || ending.aborted) return undefined;
  const groups = cases[0]!;
  const length = groups.reduce((sum, { actions }) => sum + actions.length, 0);
  const [before, after, model] = [0, 1, 2].map((at) => decisions.slice(at * length, (at + 1) * length));
  return {
    own: openedBetween(groups, before!, after!),
    model: openedBetween(groups, before!, model!),
  };
}

/** In a worker of its own, which is ended with the attempt or by the person. */
async function search(
  start: Scenario,
  repair: Repair,
  own: Scenario,
  ending: AbortSignal,
  tell: (search: Search) => void,
): Promise<void> {
  const open = (): void => tell({ kind: 'open' });
  try {
    const [{ startOpponent }, { proofReference }] = await Promise.all([
      import('../../store/browser/startOpponent'),
      import('../../store/proofReference'),
    ]);
    const model = applyEdits(start, repair.solution);
    const parts = await proofReference.partsFor([own, model].flatMap(textsOf));
    if (ending.aborted) return;
    const stop = startOpponent(
      parts,
      { scenario: start, repair },
      own,
      (said) => {
        if (said.kind === 'done') {
          stop();
          tell(said.outcome);
        } else
          tell({
            kind: 'searching',
            done: said.done,
            of: said.of,
            stop: () => {
              stop();
              open();
            },
          });
      },
      open,
    );
    ending.addEventListener('abort', stop);
  } catch {
    // Without the reference nothing is tried, and nothing is said of it.
    open();
  }
}

/** Every policy of every request: what they name, the worker must know. */
function textsOf(scenario: Scenario): readonly string[] {
  return Array.from({ length: requestCount(scenario) }, (_, at) => viewOf(scenario, at)).flatMap(
    ({ policies }) => listPolicies(policies).map(({ policy }) => policyText(policy)),
  );
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
