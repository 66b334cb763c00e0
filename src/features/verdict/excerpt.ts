/** A few lines of a policy around one of them, moved to the left as far as they go together. */
export interface Excerpt {
  /** Number of the first line, from 1. */
  readonly from: number;
  readonly lines: readonly string[];
}

/** Up to `before` lines before line `line` (from 1) and `after` behind it. */
export function excerpt(text: string, line: number, before = 3, after = 2): Excerpt {
  const all = text.split(/\r?\n/);
  const from = Math.max(1, line - before);
  const lines = all.slice(from - 1, line + after);
  const indents = lines.filter((entry) => entry.trim() !== '').map((entry) => entry.search(/\S/));
  const common = indents.length === 0 ? 0 : Math.min(...indents);
  return { from, lines: lines.map((entry) => entry.slice(common)) };
}
