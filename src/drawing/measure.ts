/** The widths of texts, and texts cut to a width, without a page to ask. */
import { LETTERS, REGULAR, SEMIBOLD } from './advances';
import type { Run } from './marks';

/** IBM Plex Mono sets every sign on the same width. */
const MONO = 0.6;
/** A sign that is not in the table counts as a wide one, so that a text is never wider than was counted on. */
const OTHER = 900;

const PLACE: ReadonlyMap<string, number> = new Map(Array.from(LETTERS, (letter, at) => [letter, at]));

type Style = Pick<Run, 'size' | 'weight' | 'mono'>;

/** The width of a text in pixels. Between the two weights of the table it is interpolated. */
export function textWidth(text: string, { size, weight = 400, mono = false }: Style): number {
  if (mono) return Array.from(text).length * MONO * size;
  const bold = Math.min(1, Math.max(0, (weight - 400) / 200));
  let sum = 0;
  for (const letter of text) {
    const at = PLACE.get(letter);
    sum += at === undefined ? OTHER : REGULAR[at]! * (1 - bold) + SEMIBOLD[at]! * bold;
  }
  return (sum / 1000) * size;
}

export function runsWidth(runs: readonly Run[]): number {
  return runs.reduce((sum, run) => sum + (run.gap ?? 0) + textWidth(run.text, run), 0);
}

/** A text that fits a width, cut with an ellipsis where it must be. */
export function fitText(text: string, width: number, style: Style): string {
  if (textWidth(text, style) <= width) return text;
  const letters = Array.from(text);
  let [low, high] = [0, letters.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (textWidth(`${letters.slice(0, middle).join('')}…`, style) <= width) low = middle;
    else high = middle - 1;
  }
  return `${letters.slice(0, Math.max(low, 1)).join('').trimEnd()}…`;
}

/** A text that keeps its end: what a pattern or an ARN says last tells it from the others. */
export function fitEnd(text: string, width: number, style: Style): string {
  if (textWidth(text, style) <= width) return text;
  const letters = Array.from(text);
  let [low, high] = [1, letters.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (textWidth(`…${letters.slice(middle).join('')}`, style) <= width) high = middle;
    else low = middle + 1;
  }
  return `…${letters.slice(low).join('')}`;
}
