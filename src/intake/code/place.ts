/** Lines and columns, counted from 1, as editors count them. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** The place of an offset in a text. */
export function placeIn(text: string, offset: number): TextPlace {
  let line = 1;
  let start = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
    line += 1;
    start = at + 1;
  }
  return { line, column: offset - start + 1 };
}
