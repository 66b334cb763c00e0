import { useId, type ReactElement } from 'react';
import type { TightenView } from '../../audit/least-privilege/view';
import { numberWord } from './words';

/** Before and after; what is still allowed of what was recorded. A number with names behind it opens their list. */
export function Numbers({ view }: { readonly view: TightenView }): ReactElement {
  const { old, new: after, events } = view;
  return (
    <div className="tg-stats">
      <Change from={old.actions} to={after.actions} what="actions" />
      <Listed
        before={old.permissionsManagement}
        after={after.permissionsManagement}
        what="permissions management"
      />
      <Listed before={old.escalations} after={after.escalations} what="escalation paths" />
      {events !== undefined && (
        <div className="tg-stat">
          <b>
            {numberWord(events.allowed)} <i>of {numberWord(events.eligible)}</i>
          </b>
          <span>events still allowed</span>
        </div>
      )}
    </div>
  );
}

interface ChangeProps {
  readonly from: number;
  readonly to: number;
  readonly what: string;
}

function Change({ from, to, what }: ChangeProps): ReactElement {
  return (
    <div className="tg-stat">
      <Figures from={from} to={to} what={what} />
    </div>
  );
}

function Figures({ from, to, what }: ChangeProps): ReactElement {
  return (
    <>
      <b>
        <s>{numberWord(from)} →</s> {numberWord(to)}
      </b>
      <span>{what}</span>
    </>
  );
}

interface ListedProps {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly what: string;
}

/** The names: those that stay, then those that go. */
function Listed({ before, after, what }: ListedProps): ReactElement {
  const id = useId();
  if (before.length === 0 && after.length === 0) return <Change from={0} to={0} what={what} />;
  const kept = new Set(after);
  const gone = before.filter((name) => !kept.has(name));
  return (
    <>
      <button className="tg-stat" type="button" popoverTarget={id}>
        <Figures from={before.length} to={after.length} what={what} />
      </button>
      <div id={id} popover="auto" className="tg-list" role="dialog" aria-label={what}>
        <h3>{after.length === 0 ? 'None is left' : `Left: ${numberWord(after.length)}`}</h3>
        {after.length > 0 && (
          <ul>
            {after.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        )}
        {gone.length > 0 && (
          <>
            <h3>Gone: {numberWord(gone.length)}</h3>
            <ul>
              {gone.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </>
  );
}
