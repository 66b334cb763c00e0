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
    const later = problemsOf(checked.text, notices.slice(marks.problems.length));
    return { notices, later: { value: checked.text, problems: later } };
  }, [found, marks, text]);
}
