import type { ReactElement } from 'react';
import { useVerdict } from '../../store/store';
import { Icon } from '../../ui/Icon';
import { Failures } from './Failures';
import { countWords, ORDER, OUTCOMES } from './outcomes';
import { useTests } from './useTests';
import './tests.css';

/** `Tests ✓ 3 ✕ 1`: always in sight, and the way to the tests. */
export default function TestCount(): ReactElement {
  const { tests, counts, waiting, failed } = useTests();
  const show = useVerdict((state) => state.show);
  const words = failed ? 'could not be run' : waiting ? 'running' : countWords(counts);
  return (
    <>
      <button
        className="btn sm tests-count"
        aria-haspopup="dialog"
        aria-label={`Tests: ${words}`}
        title={`Tests: ${words}`}
        onClick={() => show('tests')}
      >
        <span className="tests-word">Tests</span>
        {waiting || failed ? (
          <span className="dim">{failed ? '!' : '…'}</span>
        ) : (
          ORDER.filter((kind) => counts[kind] > 0).map((kind) => (
            <span key={kind} className={`tests-mark ${kind}`}>
              <Icon name={OUTCOMES[kind].icon} size={11} />
              {counts[kind]}
            </span>
          ))
        )}
      </button>
      <Failures tests={tests} />
    </>
  );
}
