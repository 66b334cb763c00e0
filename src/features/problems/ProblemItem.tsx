import { lazy, Suspense, useState, type ReactElement } from 'react';
import { fixTitle } from '../../checks/finding';
import type { Severity } from '../../checks/finding';
import { applyFix, fixAll } from '../../store/fixCommands';
import { useVerdict } from '../../store/store';
import { backticks } from '../../ui/backticks';
import { Icon } from '../../ui/Icon';
import { RichText } from '../../ui/RichText';
import type { ProblemRow } from './problemRows';

const Why = lazy(() => import('./Why'));

const WORDS: Readonly<Record<Severity, string>> = {
  error: 'Error',
  security: 'Security',
  warning: 'Warning',
  suggestion: 'Suggestion',
};

interface ProblemItemProps {
  readonly row: ProblemRow;
  /** Something was put right: the row may be gone. */
  readonly onFixed: () => void;
}

export function ProblemItem({ row, onFixed }: ProblemItemProps): ReactElement {
  const { address, policy, line, checked, finding, together } = row;
  const [asked, setAsked] = useState(false);
  const open = useVerdict((state) => state.open);
  return (
    <li className={`problem ${finding.severity}`}>
      <span className="problem-kind">
        <Icon name="warning" size={12} />
        {WORDS[finding.severity]}
      </span>
      <div className="grow">
        <p>
          <RichText text={backticks(finding.message)} />
        </p>
        <div className="problem-acts">
          <button className="link" onClick={() => open(address, { path: finding.path, focus: true })}>
            {policy}, line {line}
          </button>
          {finding.fixes.map((fix) => (
            <button
              key={fix.title}
              className="btn sm line"
              onClick={() => {
                applyFix(address, checked.text, fix);
                onFixed();
              }}
            >
              <span>
                Fix: <RichText text={backticks(fixTitle(fix))} />
              </span>
            </button>
          ))}
          {together > 1 && (
            <button
              className="btn sm"
              onClick={() => {
                fixAll(finding.id);
                onFixed();
              }}
            >
              Fix all {together} of these
            </button>
          )}
          <button className="btn sm" aria-expanded={asked} onClick={() => setAsked(!asked)}>
            Why
          </button>
        </div>
        {asked && (
          <Suspense fallback={null}>
            <Why id={finding.id} />
          </Suspense>
        )}
      </div>
    </li>
  );
}
