import type { TextPart } from './types';

/** The text with blanks in some parts: every place keeps its line and column. */
export function withoutParts(text: string, parts: readonly TextPart[]): string {
  if (parts.length === 0) return text;
  const left: string[] = [];
  let at = 0;
  for (const { start, end } of [...parts].sort((one, other) => one.start - other.start)) {
    const from = Math.max(at, start);
    if (end <= from) continue;
    left.push(text.slice(at, from));
    left.push(blank(text, from, Math.min(end, text.length)));
    at = end;
  }
  return left.join('') + text.slice(at);
}

/** Line ends stay. */
function blank(text: string, start: number, end: number): string {
  let blanks = '';
  let at = start;
  for (let next = text.indexOf('\n', at); next !== -1 && next < end; next = text.indexOf('\n', at)) {
    blanks += `${' '.repeat(next - at)}\n`;
    at = next + 1;
  }
  return blanks + ' '.repeat(Math.max(0, end - at));
}
