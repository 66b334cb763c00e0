import { useMemo } from 'react';
import { useFindings } from '../../store/findings';
import type { EditorMarks, Problem } from '../../ui/editor/marks';
import { noticesOf, problemsOf, type Notice } from './notices';

export interface Notices {
  readonly notices: readonly Notice[];
  /** For the editor: what the checks found, and in which text. */
  readonly later: { readonly value: string; readonly problems: readonly Problem[] };
}

/** What is to be said about the open policy. */
export function useNotices(key: string, marks: EditorMarks, text: string): Notices {
  const found = useFindings().get(key);
  return useMemo(() => {
    const checked = found ?? { text, findings: [] };
    const notices = noticesOf(marks.problems[0], checked);
    // What keeps the text from being read is underlined already.
    const later = problemsOf(checked.text, notices).map((problem, at) =>
      at < marks.problems.length ? { ...problem, unmarked: true } : problem,
    );
    return { notices, later: { value: checked.text, problems: later } };
  }, [found, marks, text]);
}
