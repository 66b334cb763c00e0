import type { ReactElement } from 'react';
import type { TightenView } from '../../audit/least-privilege/view';
import type { ReadText } from '../../store/browser/tightenWorker';
import { useTighten } from '../../store/tighten';
import { backticks } from '../../ui/backticks';
import { Icon } from '../../ui/Icon';
import { RichText } from '../../ui/RichText';

/** What a warning says first: up to its reason or its advice. */
export function shortOf(message: string): string {
  return /^.*?(?=: |, so |; |\. |\.?$)/.exec(message)?.[0] ?? message;
}

/** What could not be read, and what the evidence cannot tell: always in sight. */
export function CannotTell({
  view,
  texts,
}: {
  readonly view: TightenView;
  readonly texts: readonly ReadText[];
}): ReactElement {
  const { choices, choose } = useTighten();
  const problems = texts.flatMap(({ name, problems: list }) => list.map((problem) => ({ ...problem, name })));
  return (
    <section className="tg-warns" aria-label="What the evidence can’t tell">
      <h3 className="tg-sect">
        What the evidence can’t tell <span>{view.warnings.length + problems.length}</span>
      </h3>
      <ul>
        {problems.map(({ id, message, line, name }, index) => (
          <li key={`${id}${index}`} className="tg-wn bad">
            <Icon name="warning" size={13} />
            <span>
              <b className="cut">{name}</b>
              <small>
                {line === undefined ? '' : `Line ${line}: `}
                <RichText text={backticks(message)} />
              </small>
            </span>
          </li>
        ))}
        {view.warnings.map(({ id, message, about = [] }) => (
          <li key={id} className="tg-wn" data-warning={id}>
            <Icon name="warning" size={13} />
            <details>
              <summary>
                <RichText text={backticks(shortOf(message))} />
              </summary>
              <small>
                <RichText text={backticks(message)} />
                {about.length > 0 && (
                  <>
                    {' '}
                    {about.slice(0, 6).join(', ')}
                    {about.length > 6 ? ` and ${about.length - 6} more` : ''}.
                  </>
                )}
              </small>
            </details>
            {id === 'logs-not-recorded' && (
              <button
                className="link"
                aria-pressed={choices.keep.length > 0}
                onClick={() => choose({ keep: choices.keep.length > 0 ? [] : about })}
              >
                {choices.keep.length > 0 ? 'Drop' : `Keep ${about.length}`}
              </button>
            )}
          </li>
        ))}
        {view.accessed !== undefined && (view.made === undefined || choices.made !== undefined) && (
          <li className="tg-wn">
            <Icon name="query" size={13} />
            <label className="tg-made" title="A report takes nothing from what is younger than the window">
              When was it made?
              <input
                type="date"
                className="pl-box"
                value={choices.made ?? ''}
                onChange={({ target }) => choose({ made: target.value === '' ? undefined : target.value })}
              />
            </label>
          </li>
        )}
      </ul>
    </section>
  );
}
