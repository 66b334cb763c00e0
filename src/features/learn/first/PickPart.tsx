import { useEffect, type ReactElement } from 'react';
import type { Scenario } from '../../../case/scenario';
import { isRight, itemsOf, markOf, type Mark } from '../../../lessons/pick';
import type { Pick } from '../../../lessons/types';
import { Icon } from '../../../ui/Icon';
import { Prose } from '../Prose';
import { askSecond, beginPicking, showRight, toggle, usePicking } from './picking';

const MARKS: Readonly<Record<Mark, { readonly word: string; readonly icon?: 'tick' | 'cross' }>> = {
  right: { word: 'Yes', icon: 'tick' },
  missed: { word: 'This one too', icon: 'tick' },
  wrong: { word: 'Not this one', icon: 'cross' },
  left: { word: '' },
};

interface PickPartProps {
  readonly pick: Pick;
  readonly scenario: Scenario;
  readonly onDone: () => void;
}

/** Point at all that are right; then each says why. */
export function PickPart({ pick, scenario, onDone }: PickPartProps): ReactElement {
  const { chosen, shown, second } = usePicking();
  useEffect(beginPicking, [pick]);
  const asked = second && pick.then ? pick.then : pick;
  const items = itemsOf(pick, scenario);
  return (
    <form
      className="learn-first"
      onSubmit={(event) => {
        event.preventDefault();
        showRight();
      }}
    >
      <fieldset>
        <legend>
          <Prose text={asked.question} />
        </legend>
        <ul className="learn-items">
          {items.map(({ id, label }) => {
            const mark = shown ? markOf(id, asked.right, chosen) : 'left';
            const { word, icon } = MARKS[mark];
            const say = asked.say[id];
            return (
              <li key={id} data-mark={shown ? mark : undefined}>
                <label>
                  <input
                    type="checkbox"
                    checked={chosen.includes(id)}
                    disabled={shown}
                    onChange={() => toggle(id)}
                  />
                  <span>
                    <Prose text={label} />
                  </span>
                </label>
                {shown && (word !== '' || say !== undefined) && (
                  <p>
                    {icon && <Icon name={icon} />} {word !== '' && <b>{word}.</b>}{' '}
                    {say !== undefined && <Prose text={say} />}
                  </p>
                )}
              </li>
            );
          })}
        </ul>
      </fieldset>
      {shown ? (
        <div className="learn-row">
          <p role="status">
            {isRight(asked.right, chosen) ? 'All of them, and no other.' : 'Not quite these.'}
          </p>
          {!second && pick.then ? (
            <button className="btn main" type="button" onClick={askSecond}>
              One more look
            </button>
          ) : (
            <button className="btn main" type="button" onClick={onDone}>
              On to the question
            </button>
          )}
        </div>
      ) : (
        <div className="learn-row">
          <button className="btn main" type="submit" disabled={chosen.length === 0}>
            These
          </button>
          <button className="link" type="button" onClick={showRight}>
            Just show me
          </button>
        </div>
      )}
    </form>
  );
}
