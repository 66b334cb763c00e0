import type { ReactElement } from 'react';
import type { TestResult } from '../../explain/run-tests';
import type { TurnedTest } from '../../store/browser/proofWorker';
import { Square } from '../../ui/Square';

const hasTurned = ({ before, after }: TurnedTest): boolean => before.kind !== after.kind;
const holds = ({ kind }: TestResult): boolean => kind === 'passes';

/** The case's tests under both versions: those whose result turned first, of them those that fail now. */
export function TurnedTests({ tests }: { readonly tests: readonly TurnedTest[] }): ReactElement | null {
  if (tests.length === 0) return null;
  const turned = tests
    .filter(hasTurned)
    .sort((one, other) => Number(holds(one.after)) - Number(holds(other.after)));
  const rest = tests.length - turned.length;
  const passing = (side: 'before' | 'after'): number => tests.filter((test) => holds(test[side])).length;
  return (
    <section className="cmp-side" aria-label="Tests">
      <h2>
        Tests{' '}
        <span className="dim">
          A {passing('before')} of {tests.length}, B {passing('after')} of {tests.length}
        </span>
      </h2>
      <ul>
        {turned.map(({ name, after }) => (
          <li key={name} className="cmp-guard">
            <Square holds={holds(after)} />
            <span>
              <b>{name}</b>
              <span className="cmp-example">
                {holds(after) ? 'Holds in B, failed in A' : 'Held in A, fails in B'}
              </span>
            </span>
          </li>
        ))}
      </ul>
      <p className="cmp-none">
        {turned.length === 0 ? 'None turned.' : rest === 0 ? '' : `${rest} as in A.`}
      </p>
    </section>
  );
}
