import type { ReactElement } from 'react';
import type { TightenView } from '../../audit/least-privilege/view';
import { useTighten } from '../../store/tighten';
import { PlaceBand } from '../../ui/place/PlaceBand';
import { NarrowerMark, UseMark } from './Marks';
import { Numbers } from './Numbers';
import { modeOf } from './useQuestion';
import { counted, numberWord } from './words';

/** What was used and what can go, in one sentence, with its numbers. */
export function Answer({
  view,
  policies,
}: {
  readonly view: TightenView;
  readonly policies: number;
}): ReactElement {
  const { choices, texts, waiting } = useTighten();
  const dropped = modeOf(choices, texts) === 'tight';
  const { counts } = view;
  return (
    <div className={waiting ? 'tg-answer waits' : 'tg-answer'} aria-live="polite">
      <PlaceBand
        id="tighten-answer"
        tone="plain"
        mark={<NarrowerMark />}
        heading={headline(view, policies)}
        side={<Numbers view={view} />}
      >
        {policies > 0 && (
          <span className="tg-levels">
            <span>
              <UseMark kind="used" /> <b>{numberWord(counts.used)}</b> used
            </span>
            <span>
              <UseMark kind="unused" /> <b>{numberWord(counts.notUsed)}</b> not used in {choices.windowDays}{' '}
              days
            </span>
            <span>
              <UseMark kind="nodata" /> <b>{numberWord(counts.noData)}</b> no data,{' '}
              {dropped ? 'dropped' : 'kept'}
            </span>
          </span>
        )}
        {waiting && <span className="dim">working it out…</span>}
      </PlaceBand>
    </div>
  );
}

function headline(view: TightenView, policies: number): ReactElement {
  if (view.problem === 'job-failed') return <>The report could not be made, so it says nothing</>;
  if (view.problem === 'job-not-completed') return <>The report is not ready yet, so it says nothing</>;
  if (view.events === undefined && view.accessed === undefined && view.findings.length === 0)
    return (
      <>
        {view.simulated === undefined
          ? 'This evidence tells nothing of what was used'
          : 'AWS’s simulator beside Verdict'}
      </>
    );
  if (policies === 0 && view.events === undefined) return <>The case has no policy to tighten</>;
  if (policies === 0)
    return (
      <>
        {counted(view.new.actions, 'action')} {view.new.actions === 1 ? 'was' : 'were'} used. This is the
        policy for {view.new.actions === 1 ? 'it' : 'them'}
      </>
    );
  const gone = view.old.actions - view.new.actions;
  const used = `${numberWord(view.counts.used)} of ${counted(view.old.actions, 'action')} ${view.counts.used === 1 ? 'was' : 'were'} used`;
  return (
    <>
      {used}. {gone === 0 ? 'Nothing can go' : `${numberWord(gone)} can go`}
    </>
  );
}
