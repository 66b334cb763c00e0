import type { ReactElement } from 'react';
import { policyAt, policyText } from '../../../case/scenario';
import { viewOf } from '../../../call/view';
import { textDiff } from '../../../explain/text-diff';
import { applyEdits } from '../../../lessons/edits';
import { readPlace } from '../../../lessons/place';
import type { Playable, Repair } from '../../../lessons/types';
import { useSitting } from '../../../store/learn/sitting';
import { Diff } from '../../../ui/Diff';

/** The model’s policies beside one’s own, line by line. */
export function Solutions({
  lesson,
}: {
  readonly lesson: Playable & { readonly repair: Repair };
}): ReactElement | null {
  const own = useSitting(({ sitting }) => sitting?.history.present ?? lesson.scenario);
  const model = applyEdits(lesson.scenario, lesson.repair.solution);
  const parts = lesson.repair.edit.flatMap((place) => {
    const read = readPlace(place);
    if (read?.kind !== 'policy') return [];
    const [mine, theirs] = [own, model].map((scenario) =>
      policyAt(viewOf(scenario, read.at).policies, read.address),
    );
    const lines = textDiff(mine ? policyText(mine) : '', theirs ? policyText(theirs) : '');
    return lines.length === 0 ? [] : [{ place, name: (theirs ?? mine)?.name ?? place, lines }];
  });
  if (lesson.repair.solution.length === 0) return null;
  return (
    <details className="learn-sibling">
      <summary>Compare with the model’s solution</summary>
      {parts.length === 0 ? (
        <p>The policies are the same.</p>
      ) : (
        parts.map(({ place, name, lines }) => (
          <div key={place}>
            <p>
              <b>{name}</b>: minus is yours, plus is the model’s.
            </p>
            <Diff label={`Your ${name} and the model’s`} lines={lines} />
          </div>
        ))
      )}
      <p className="dim">Any policy that behaves as the tests ask is a solution.</p>
    </details>
  );
}
