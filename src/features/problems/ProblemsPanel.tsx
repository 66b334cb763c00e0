import { useEffect, useMemo, useRef, type ReactElement } from 'react';
import { useReferenceWords } from '../../store/catalog';
import { listProblems, useFindings, useFindingsStore } from '../../store/findings';
import { useScenario } from '../../store/selectors';
import { Icon } from '../../ui/Icon';
import { ProblemItem } from './ProblemItem';
import { problemRows } from './problemRows';
import './problems.css';

/** What the checks found in all policies, under the editor, when it was asked for. */
export function ProblemsPanel(): ReactElement | null {
  const listed = useFindingsStore((state) => state.listed);
  return listed ? <Panel /> : null;
}

/** Closed, the keyboard goes on in the editor's panel. */
function close(): void {
  listProblems(false);
  document.getElementById('editor')?.focus();
}

function Panel(): ReactElement {
  const { policies } = useScenario();
  const byPolicy = useFindings();
  const rows = useMemo(() => problemRows(policies, byPolicy), [policies, byPolicy]);
  const reference = useReferenceWords();
  const title = useRef<HTMLHeadingElement>(null);
  const toTitle = (): void => title.current?.focus();
  useEffect(() => title.current?.focus(), []);
  return (
    <section
      className="panel problems"
      aria-labelledby="problems-title"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <div className="head">
        <h2 className="grow cut" id="problems-title" ref={title} tabIndex={-1}>
          Problems <span className="dim">{rows.length > 0 ? rows.length : 'none'}</span>
        </h2>
        <button className="btn icon sm" aria-label="Close the problems" onClick={close}>
          <Icon name="cross" />
        </button>
      </div>
      <div className="body">
        {rows.length === 0 ? (
          <p className="problem dim">The checks find nothing to say about these policies.</p>
        ) : (
          <ul>
            {rows.map((row) => (
              <ProblemItem key={row.key} row={row} onFixed={toTitle} />
            ))}
          </ul>
        )}
      </div>
      <div className="foot">
        <span className="cut">Checks the text, not the request · {reference}</span>
      </div>
    </section>
  );
}
