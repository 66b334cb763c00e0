/** A text that two patterns both match, to show where they meet. */

const LONGEST = 512;

/**
 * The shortest text that both patterns match (`*` any run, `?` one character), or undefined where there is none
 * or a pattern is too long to try. Takes time proportional to the product of the lengths.
 */
export function commonText(one: string, other: string, fill = 'x'): string | undefined {
  if (one.length > LONGEST || other.length > LONGEST) return undefined;
  const width = other.length + 1;
  const start = 0;
  const goal = (one.length + 1) * width - 1;
  const from = new Map<number, { readonly state: number; readonly text: string }>([
    [start, { state: -1, text: '' }],
  ]);
  // States in the order of the text's length: silent steps first, then one character further.
  let layer = [start];
  while (layer.length > 0 && !from.has(goal)) {
    const next: number[] = [];
    const reach = (state: number, before: number, text: string, into: number[]): void => {
      if (from.has(state)) return;
      from.set(state, { state: before, text });
      into.push(state);
    };
    for (let at = 0; at < layer.length; at += 1) {
      const state = layer[at]!;
      const left = one[Math.floor(state / width)];
      const right = other[state % width];
      // A star may stand for nothing.
      if (left === '*') reach(state + width, state, '', layer);
      if (right === '*') reach(state + 1, state, '', layer);
    }
    for (const state of layer) {
      const left = one[Math.floor(state / width)];
      const right = other[state % width];
      if (left === undefined || right === undefined) continue;
      const leftWild = left === '*' || left === '?';
      const rightWild = right === '*' || right === '?';
      if (!leftWild && !rightWild && left !== right) continue;
      const letter = !leftWild ? left : !rightWild ? right : fill;
      const step = (left === '*' ? 0 : width) + (right === '*' ? 0 : 1);
      if (step > 0) reach(state + step, state, letter, next);
    }
    layer = next;
  }
  if (!from.has(goal)) return undefined;
  const letters: string[] = [];
  for (let state = goal; state > start;) {
    const step = from.get(state)!;
    letters.push(step.text);
    state = step.state;
  }
  return letters.reverse().join('');
}
