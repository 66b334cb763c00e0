import { useMemo, useState, type ReactElement } from 'react';
import { evaluate } from '../../engine/evaluate';
import type { Scenario } from '../../case/scenario';
import { addTest, removeTest } from '../../store/testEdits';
import { useVerdict } from '../../store/store';
import { countWords } from './outcomes';
import { TestRow } from './TestRow';
import { useTests } from './useTests';
import './tests.css';

/** The tests with their outcomes, and what one can do with them. */
export default function TestsPanel(): ReactElement {
  const { tests, counts, waiting, failed } = useTests();
  const edit = useVerdict((state) => state.edit);
  const undo = useVerdict((state) => state.undo);
  const [renaming, setRenaming] = useState<number>();
  const present = useVerdict(({ history }) => history.present);
  /** Undo takes a deletion back as long as nothing was changed since. */
  const [deleted, setDeleted] = useState<{ readonly name: string; readonly left: Scenario }>();
  const seen = new Map<string, number>();
  const keyOf = (name: string): string => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return `${name} ${count}`;
  };
  return (
    <div className="tests">
      {tests.length === 0 ? (
        <p>
          A test is a request with the answer you expect: who must get in, and who must not. Keep some, and
          every change to a policy shows at once which of them it breaks. They travel with the link and the
          file.
        </p>
      ) : (
        <p className="tests-sum">
          {failed
            ? 'The tests could not be run. Reload the page.'
            : waiting
              ? 'Running…'
              : countWords(counts)}
          <span className="dim"> A test keeps its request when you change the one on the page.</span>
        </p>
      )}
      <ol aria-label="Tests" className="tests-list">
        {tests.map(({ test, result }, index) => (
          <TestRow
            key={keyOf(test.name)}
            test={test}
            result={result}
            index={index}
            count={tests.length}
            renaming={renaming === index}
            onRename={(on) => setRenaming(on ? index : undefined)}
            onDelete={() => {
              edit((scenario) => removeTest(scenario, index));
              setDeleted({ name: test.name, left: useVerdict.getState().history.present });
            }}
          />
        ))}
      </ol>
      {deleted !== undefined && deleted.left === present && (
        <p className="tests-deleted" role="status">
          Deleted “{deleted.name}”.{' '}
          <button
            className="btn sm line"
            autoFocus
            onClick={() => {
              undo();
              setDeleted(undefined);
            }}
          >
            Undo
          </button>
        </p>
      )}
      <KeepButton onKept={() => setRenaming(tests.length)} />
    </div>
  );
}

/** The request on the page, with the verdict it has now as what is expected. */
function KeepButton({ onKept }: { readonly onKept: () => void }): ReactElement {
  const scenario = useVerdict(({ history }) => history.present);
  const edit = useVerdict((state) => state.edit);
  const { decision, problems } = useMemo(() => evaluate(scenario), [scenario]);
  const expect = decision === 'Allowed' ? 'Allowed' : 'Denied';
  const incomplete = problems.some(({ kind }) => kind === 'missing');
  return (
    <div className="tests-keep">
      <button
        className="btn main"
        disabled={incomplete}
        onClick={() => {
          edit((before) => addTest(before, expect));
          onKept();
        }}
      >
        Keep this request as a test
      </button>
      <span className="dim">
        {incomplete
          ? 'Fill in principal, action and resource first.'
          : decision === 'Undetermined'
            ? 'Its verdict is open; it will expect Denied unless you change that.'
            : `It will expect ${expect}, as it is now.`}
      </span>
    </div>
  );
}
