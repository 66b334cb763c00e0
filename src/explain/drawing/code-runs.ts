/** A line of JSON in the colours of the editor, and texts cut to a width with the whole of them kept beside. */
import type { Ink, Mark, Run } from '../../drawing/marks';
import { fitText, runsWidth } from '../../drawing/measure';

const PIECES = /("(?:[^"\\]|\\.?)*(?:"|$))(\s*:)?|[^"]+/g;

/** Names stand in ink, values in the colour of strings, what holds them together is quiet. */
export function codeRuns(line: string, size: number): readonly Run[] {
  const run = (text: string, ink: Ink): Run => ({ text, ink, size, mono: true });
  return [...line.matchAll(PIECES)].flatMap(([piece, quoted, colon]): readonly Run[] => {
    if (quoted === undefined) return [run(piece, /\w/.test(piece) ? 'c-str' : 'ink-3')];
    return colon === undefined ? [run(quoted, 'c-str')] : [run(quoted, 'ink'), run(colon, 'ink-3')];
  });
}

/** Runs that fit a width: the one that does not is cut, and those behind it are left out. */
export function cutRuns(runs: readonly Run[], width: number): readonly Run[] {
  const kept: Run[] = [];
  let left = width;
  for (const run of runs) {
    const own = runsWidth([run]);
    if (own <= left) {
      kept.push(run);
      left -= own;
      continue;
    }
    const shown = fitText(run.text, left - (run.gap ?? 0), run);
    if (shown.length > 1) kept.push({ ...run, text: shown });
    // A run of the text that is cut goes with its end.
    else if (kept.length > 0) kept[kept.length - 1] = ended(kept.at(-1)!);
    break;
  }
  return kept;
}

function ended(run: Run): Run {
  return run.text.endsWith('…') ? run : { ...run, text: `${run.text.slice(0, -1).trimEnd()}…` };
}

/** A line of text at a place, cut to a width; what was cut is told whole beside it. */
export function cutText(
  x: number,
  y: number,
  runs: readonly Run[],
  width: number,
  anchor: 'start' | 'end' = 'start',
): Mark {
  const shown = cutRuns(runs, width);
  const said = (list: readonly Run[]): string =>
    list.map(({ text, gap }) => (gap === undefined ? text : ` ${text}`)).join('');
  const [whole, cut] = [said(runs), said(shown)];
  return { kind: 'text', x, y, anchor, runs: shown, ...(whole !== cut && { whole }) };
}
