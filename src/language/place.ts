/** Places in a policy's text. Offsets count UTF-16 code units from 0; lines and columns count from 1. */

export interface Span {
  readonly offset: number;
  readonly length: number;
}

/** A place in a policy: as a path, and as characters of its text. The whole policy has the empty path. */
export interface Place {
  readonly path: string;
  readonly span: Span;
}

/** Characters of a text, and what to put in their place. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The line starts of the texts asked about last: marks ask about one text hundreds of times. */
const starts = new Map<string, readonly number[]>();
const REMEMBERED = 16;

function lineStarts(text: string): readonly number[] {
  const known = starts.get(text);
  if (known !== undefined) return known;
  const found = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) found.push(at + 1);
  if (starts.size >= REMEMBERED) starts.clear();
  starts.set(text, found);
  return found;
}

/** The line and column of an offset. */
export function positionAt(text: string, offset: number): Position {
  const lines = lineStarts(text);
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (lines[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - lines[low]! + 1 };
}
