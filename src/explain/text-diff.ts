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

/** Texts that differ in more lines are shown as replaced. */
const MOST_CHANGES = 1000;

/** So many lines that both texts have may stand in another order: comparing more of them would hold the page. */
const MOST_MOVED = 700;

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

interface Numbered {
  readonly text: string;
  /** Its place in its own text, from 0. */
  readonly at: number;
}

/** The lines of a text that the other has as well. What only one of them has is changed wherever it stands. */
function sharedLines(lines: readonly string[], other: readonly string[]): Numbered[] {
  const there = new Set(other);
  return lines.flatMap((text, at) => (there.has(text) ? [{ text, at }] : []));
}

/** Pairs of lines that stay, by their places in both texts, in order; none where too many lines moved. */
function stayingLines(before: readonly string[], after: readonly string[]): readonly [number, number][] {
  if (fewestChanges(before, after) > MOST_CHANGES) return [];
  const [old, now] = [sharedLines(before, after), sharedLines(after, before)];
  const changes = diffArrays(old, now, {
    maxEditLength: MOST_MOVED,
    comparator: (one, other) => one.text === other.text,
  });
  const pairs: [number, number][] = [];
  let [inOld, inNow] = [0, 0];
  for (const { count, added, removed } of changes ?? []) {
    if (!added && !removed)
      for (let at = 0; at < count; at += 1) pairs.push([old[inOld + at]!.at, now[inNow + at]!.at]);
    if (!added) inOld += count;
    if (!removed) inNow += count;
  }
  return pairs;
}

function compared(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  const found: DiffLine[] = [];
  let [old, now] = [0, 0];
  const changedUpTo = (oldEnd: number, nowEnd: number): void => {
    for (; old < oldEnd; old += 1) found.push({ kind: 'minus', text: before[old]!, line: old + 1 });
    for (; now < nowEnd; now += 1) found.push({ kind: 'plus', text: after[now]!, line: now + 1 });
  };
  for (const [inOld, inNow] of stayingLines(before, after)) {
    changedUpTo(inOld, inNow);
    found.push({ kind: 'same', text: after[inNow]!, line: inNow + 1 });
    [old, now] = [inOld + 1, inNow + 1];
  }
  changedUpTo(before.length, after.length);
  return found;
}
