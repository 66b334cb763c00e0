/** Two texts line by line: what stayed, what went, what came. */

export interface DiffLine {
  /** `gap` stands for unchanged lines that are left out. */
  readonly kind: 'same' | 'minus' | 'plus' | 'gap';
  readonly text: string;
}

/** Beyond this many pairs of lines the middle is shown as replaced, for the comparison would take too long. */
const MOST_PAIRS = 1_000_000;

/** The lines that differ, with `around` unchanged lines on each side. Empty for equal texts. */
export function textDiff(before: string, after: string, around = 1): readonly DiffLine[] {
  if (before === after) return [];
  const lines = compared(linesOf(before), linesOf(after));
  const near = lines.map((_, at) =>
    lines.slice(Math.max(0, at - around), at + around + 1).some(({ kind }) => kind !== 'same'),
  );
  return lines.flatMap((line, at): DiffLine[] => {
    if (near[at]) return [line];
    const between = near[at - 1] === true && near.includes(true, at);
    return between ? [{ kind: 'gap', text: '' }] : [];
  });
}

function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.split(/\r?\n/);
}

function compared(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const same = (text: string): DiffLine => ({ kind: 'same', text });
  return [
    ...before.slice(0, head).map(same),
    ...middle(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...before.slice(before.length - tail).map(same),
  ];
}

/** By the longest common subsequence, the lines that went before the lines that came. */
function middle(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  const minus = (text: string): DiffLine => ({ kind: 'minus', text });
  const plus = (text: string): DiffLine => ({ kind: 'plus', text });
  if (before.length * after.length > MOST_PAIRS) return [...before.map(minus), ...after.map(plus)];
  const width = after.length + 1;
  const common = new Uint32Array((before.length + 1) * width);
  for (let row = before.length - 1; row >= 0; row -= 1)
    for (let column = after.length - 1; column >= 0; column -= 1)
      common[row * width + column] =
        before[row] === after[column]
          ? common[(row + 1) * width + column + 1]! + 1
          : Math.max(common[(row + 1) * width + column]!, common[row * width + column + 1]!);
  const lines: DiffLine[] = [];
  let row = 0;
  let column = 0;
  while (row < before.length && column < after.length) {
    if (before[row] === after[column]) {
      lines.push({ kind: 'same', text: before[row]! });
      row += 1;
      column += 1;
    } else if (common[(row + 1) * width + column]! >= common[row * width + column + 1]!) {
      lines.push(minus(before[row]!));
      row += 1;
    } else {
      lines.push(plus(after[column]!));
      column += 1;
    }
  }
  return [...lines, ...before.slice(row).map(minus), ...after.slice(column).map(plus)];
}
