import { useEffect, useState, type ReactElement } from 'react';
import { failureWords } from './outcomes';
import type { TestState } from './useTests';

const SPOKEN_AFTER_MS = 600;

/** Reads out which tests fail once they have stood still for a moment, and that they pass again. */
export function Failures({ tests }: { readonly tests: readonly TestState[] }): ReactElement {
  const [spoken, setSpoken] = useState('');
  const failing = tests.filter(({ result }) => result?.kind === 'fails').map(({ test }) => test.name);
  const words = failing.length === 0 ? '' : failureWords(failing, tests.length);
  useEffect(() => {
    const timer = setTimeout(
      () => setSpoken((before) => words || (before === '' ? '' : 'No test fails any more.')),
      SPOKEN_AFTER_MS,
    );
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <span className="hidden-text" role="status">
      {spoken}
    </span>
  );
}
