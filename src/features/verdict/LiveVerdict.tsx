import { useEffect, useState, type ReactElement } from 'react';

export const SPOKEN_AFTER_MS = 600;

/** Reads the verdict out once it has stood still for a moment: not at each keystroke, and not at first sight. */
export function LiveVerdict({ sentence }: { readonly sentence: string }): ReactElement {
  const [first] = useState(sentence);
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    if (sentence === spoken || (spoken === '' && sentence === first)) return;
    const timer = setTimeout(() => setSpoken(sentence), SPOKEN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [sentence, spoken, first]);
  return (
    <p className="hidden-text" role="status">
      {spoken}
    </p>
  );
}
