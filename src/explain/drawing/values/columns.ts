/** Pattern and text on one grid of characters: a column holds what stands over what. */
import type { Alignment } from '../../../language/align';
import { ANY_ONE, ANY_RUN } from '../../../language/glob';

export interface Column {
  /** A character each, or nothing. */
  readonly text: string;
  readonly pattern: string;
  /** `run`: a wildcard took it. `stop`: here they part. `rest`: behind that. `fold`: left out before it. */
  readonly kind: 'same' | 'run' | 'stop' | 'rest' | 'fold';
  /** Places in the text and in the pattern, for names over and under them. */
  readonly textAt: number;
  readonly patternAt: number;
  /** A star that was not reached. */
  readonly lone?: boolean;
}

/** What one wildcard took, in columns. */
export interface Took {
  readonly from: number;
  readonly to: number;
  readonly sign: '*' | '?';
  readonly text: string;
}

export interface Grid {
  readonly columns: readonly Column[];
  readonly runs: readonly Took[];
  readonly stop?: {
    readonly column: number;
    /** Counted from 1, in characters. */
    readonly character: number;
    readonly wanted: string | undefined;
    readonly found: string | undefined;
  };
  /** What wildcards took in front of what is shown. */
  readonly before: readonly Took[];
}

/** As many characters are laid out; longer texts are folded around the place where they part. */
const MOST = 400;

export function gridOf(alignment: Alignment): Grid {
  const { pattern, text, taken, stop } = alignment;
  const columns: Column[] = [];
  const runs: Took[] = [];
  for (const { sign, wild, from, to } of taken) {
    if (wild !== ANY_RUN && wild !== ANY_ONE) {
      columns.push({
        text: text.slice(from, to),
        pattern: pattern[sign]!,
        kind: 'same',
        textAt: from,
        patternAt: sign,
      });
      continue;
    }
    const start = columns.length;
    const own = Array.from(text.slice(from, to));
    let at = from;
    for (const character of own.length > 0 ? own : ['']) {
      columns.push({ text: character, pattern: '', kind: 'run', textAt: at, patternAt: sign });
      at += character.length;
    }
    runs.push({
      from: start,
      to: columns.length,
      sign: wild === ANY_RUN ? '*' : '?',
      text: text.slice(from, to),
    });
  }
  if (!stop) return folded({ columns, runs, before: [] }, MOST);
  const found = Array.from(text.slice(stop.text));
  const wanted = Array.from(pattern.slice(stop.pattern));
  const column = columns.length;
  let [textAt, patternAt] = [stop.text, stop.pattern];
  for (let at = 0; at < Math.max(found.length, wanted.length, 1); at += 1) {
    const kind = at === 0 ? 'stop' : 'rest';
    const sign = wanted[at] ?? '';
    columns.push({
      text: found[at] ?? '',
      pattern: sign,
      kind,
      textAt,
      patternAt,
      ...(at > 0 && sign === '*' && { lone: true }),
    });
    textAt += found[at]?.length ?? 1;
    patternAt += sign.length || 1;
  }
  const character = Array.from(text.slice(0, stop.text)).length + 1;
  return folded(
    { columns, runs, before: [], stop: { column, character, wanted: wanted[0], found: found[0] } },
    MOST,
  );
}

/** What agrees is folded to `…`, at a colon or slash, and what is behind the stop is cut, until it fits. */
export function folded(grid: Grid, most: number): Grid {
  const { columns, runs, stop } = grid;
  if (columns.length <= most) return grid;
  // Where they part stays in the picture, with a few characters before it.
  const focus = stop ? stop.column : columns.length;
  const surplus = Math.min(columns.length - most + 1, Math.max(0, focus - 3));
  let drop = surplus;
  for (let at = surplus; at <= focus - 3; at += 1) {
    const last = columns[at - 1];
    if (last && last.kind === 'same' && /[:/]/.test(last.text)) {
      drop = at;
      break;
    }
  }
  // A run is folded whole or not at all, unless it alone is too wide.
  const cut = runs.find((run) => run.from < drop && run.to > drop);
  if (cut && cut.from >= 2 && columns.length - cut.from < most) drop = cut.from;
  if (drop < 2) drop = 0;
  const shift = drop > 0 ? drop - 1 : 0;
  const fold: Column = { text: '…', pattern: '…', kind: 'fold', textAt: -1, patternAt: -1 };
  const kept = drop > 0 ? [fold, ...columns.slice(drop)] : [...columns];
  const tail = kept.length > most ? [...kept.slice(0, most - 1), { ...fold, kind: 'rest' as const }] : kept;
  return {
    columns: tail,
    runs: runs.flatMap((run) => {
      const from = Math.max(run.from - shift, drop > 0 ? 1 : 0);
      const to = Math.min(run.to - shift, tail.length);
      return run.to > drop && to > from ? [{ ...run, from, to }] : [];
    }),
    before: [...grid.before, ...runs.filter((run) => run.to <= drop)],
    ...(stop && { stop: { ...stop, column: stop.column - shift } }),
  };
}
