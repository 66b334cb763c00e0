/** Two texts line by line: what stayed, what went, what came. The lines are compared by the package `diff`. */
import { diffArrays } from 'diff/lib/diff/array.js';

export interface DiffLine {
  /** `gap` stands for unchanged lines that are left out. */
  readonly kind: 'same' | 'minus' | 'plus' | 'gap';
  readonly text: string;
  /** The line's number in the text that it stands in: the second one's where both have it. From 1. */
  readonly line?: number;
  /** How many lines a gap leaves out. */
  readonly count?: number;
}

/** Texts that differ in more lines are shown as replaced, for the comparison would take too long. */
const MOST_CHANGES = 1000;

/** The lines that differ, with `around` unchanged lines on each side. Empty for equal texts. */
export function textDiff(before: string, after: string, around = 1): readonly DiffLine[] {
  if (before === after) return [];
  const lines = comparedOnce(before, after);
  const near = lines.map((_, at) =>
    lines.slice(Math.max(0, at - around), at + around + 1).some(({ kind }) => kind !== 'same'),
  );
  const found: DiffLine[] = [];
  lines.forEach((line, at) => {
    if (near[at]) found.push(line);
    else if (near[at - 1] && near.includes(true, at))
      found.push({ kind: 'gap', text: '', count: near.indexOf(true, at) - at });
  });
  return found;
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.split(/\r?\n/);
}

interface Compared {
  readonly before: string;
  readonly after: string;
  readonly lines: readonly DiffLine[];
}

/** Several parts of a page ask about the same few texts; the newest stand in front. */
const MOST_KEPT = 4;
let kept: readonly Compared[] = [];

function comparedOnce(before: string, after: string): readonly DiffLine[] {
  const known = kept.find((one) => one.before === before && one.after === after);
  if (known) return known.lines;
  const lines = compared(linesOf(before), linesOf(after));
  kept = [{ before, after, lines }, ...kept].slice(0, MOST_KEPT);
  return lines;
}

/** How many lines one of the texts has and the other has not, whatever their order: no fewer are changed. */
function fewestChanges(before: readonly string[], after: readonly string[]): number {
  const left = new Map<string, number>();
  for (const line of before) left.set(line, (left.get(line) ?? 0) + 1);
  let shared = 0;
  for (const line of after) {
    const count = left.get(line) ?? 0;
    if (count === 0) continue;
    left.set(line, count - 1);
    shared += 1;
  }
  return before.length + after.length - 2 * shared;
}

function compared(before: string[], after: string[]): readonly DiffLine[] {
  const found =
    fewestChanges(before, after) > MOST_CHANGES
      ? undefined
      : diffArrays(before, after, { maxEditLength: MOST_CHANGES });
  const changes = found ?? [
    { value: before, added: false, removed: true },
    { value: after, added: true, removed: false },
  ];
  let old = 0;
  let now = 0;
  return changes.flatMap(({ value, added, removed }) =>
    value.map((text): DiffLine => {
      if (!added) old += 1;
      if (!removed) now += 1;
      if (removed) return { kind: 'minus', text, line: old };
      return { kind: added ? 'plus' : 'same', text, line: now };
    }),
  );
}
