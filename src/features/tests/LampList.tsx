import type { ReactElement } from 'react';
import { openInSlot } from '../../store/openSlot';
import { keepRequestAsTest } from '../../store/keepRequestAsTest';
import { goTo } from '../../store/router';
import { lookAtTest } from '../../store/testEdits';
import { useVerdict } from '../../store/store';
import { Icon } from '../../ui/Icon';
import { RichText } from '../../ui/RichText';
import { Square } from '../../ui/Square';
import { failingFirst, holdWords, OUTCOMES } from './outcomes';
import { useTests, type TestState } from './useTests';

/** So many are read at a glance; the rest is in the table. */
const SHOWN = 6;

/** The tests under the lamp, what fails first. */
export function LampList({ onLeave }: { readonly onLeave: () => void }): ReactElement {
  const { tests, counts } = useTests();
  const order = failingFirst(tests);
  const rest = order.length - SHOWN;
  const table = (): void => {
    onLeave();
    openInSlot('tests');
  };
  return (
    <>
      <div className="tests-pop-head">
        <h2 className="grow">{holdWords(counts, tests.length)}</h2>
        <button className="btn sm" onClick={keepRequestAsTest}>
          <Icon name="plus" size={10} /> This case
        </button>
      </div>
      <ol aria-label="Tests">
        {order.slice(0, SHOWN).map((index) => (
          <li key={index}>
            <Entry state={tests[index]!} index={index} onLeave={onLeave} />
          </li>
        ))}
      </ol>
      <button className="btn sm tests-all" onClick={table}>
        {rest > 0 ? `and ${rest} more, in the table` : 'Open the table'}
      </button>
    </>
  );
}

interface EntryProps {
  readonly state: TestState;
  readonly index: number;
  readonly onLeave: () => void;
}

/** A test whose press asks it: the case, its path and its words follow. */
function Entry({ state: { test, result }, index, onLeave }: EntryProps): ReactElement {
  const look = (): void => {
    const { lookAt, edit, say } = useVerdict.getState();
    onLeave();
    lookAt(0);
    edit((scenario) => lookAtTest(scenario, index));
    goTo('case');
    say(`The page asks “${test.name}” now`, { undo: true });
  };
  const word = result === undefined ? 'running' : OUTCOMES[result.kind].word.toLowerCase();
  return (
    <button className={`tests-entry ${result?.kind ?? ''}`} onClick={look}>
      <Square holds={result?.kind === 'passes'} label="" />
      <span>
        <b>{test.name}</b>
        <span className="dim">
          expected {test.expect}
          {result !== undefined && result.kind !== 'passes' && (
            <>
              : {result.kind === 'fails' && `${result.lead} `}
              <RichText text={result.why} />
            </>
          )}
        </span>
      </span>
      <span className="tests-word-at">{word}</span>
    </button>
  );
}
