import type { ReactElement } from 'react';
import { PopButton } from '../../ui/pop/PopButton';
import { Square } from '../../ui/Square';
import { Failures } from './Failures';
import { holdWords } from './outcomes';
import { LampList } from './LampList';
import { useTests } from './useTests';
import './tests.css';

/** `7 of 8 tests`: in sight in every place, and the list one click away. */
export default function Lamp(): ReactElement {
  const { tests, counts, waiting, failed } = useTests();
  const bad = counts.fails + counts.open > 0;
  const words = failed ? 'Tests could not be run' : holdWords(counts, tests.length);
  return (
    <>
      <PopButton
        className={`btn tests-lamp${bad ? ' bad' : ''}`}
        buttonLabel={waiting && !failed ? `${words}, running` : words}
        label="Tests"
        placement="bottom end"
        popClass="tests-pop"
        content={(close) => <LampList onLeave={close} />}
      >
        <Square holds={!bad && !failed} label="" />
        <span className={waiting ? 'dim' : undefined}>
          <b>
            {counts.passes} of {tests.length}
          </b>
          <span className="tests-word"> {tests.length === 1 ? 'test' : 'tests'}</span>
        </span>
      </PopButton>
      <Failures tests={tests} />
    </>
  );
}
