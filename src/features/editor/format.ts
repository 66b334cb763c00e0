import { applyEdits, format } from 'jsonc-parser';

/** The text laid out with two spaces; broken text as far as it can be read. */
export function formatText(text: string): string {
  const edits = format(text, undefined, { tabSize: 2, insertSpaces: true, eol: '\n' });
  return applyEdits(text, edits);
}
