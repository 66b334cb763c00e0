import type { TextPart } from './types';

/** The text with blanks in some parts: every place keeps its line and column. */
export function withoutParts(text: string, parts: readonly TextPart[]): string {
  if (parts.length === 0) return text;
  let left = '';
  let at = 0;
  for (const { start, end } of [...parts].sort((one, other) => one.start - other.start)) {
    left +=
      text.slice(at, start) +
      text.slice(Math.max(at, start), end).replace(/[^\n]+/g, (line) => ' '.repeat(line.length));
    at = Math.max(at, end);
  }
  return left + text.slice(at);
}
