/**
 * Places in a policy document, as text: `Statement[0].Condition.StringLike["aws:x"][1]`.
 * A name that is not a plain word stands in brackets and quotes.
 */

export type PathSegment = string | number;

const WORD = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/** The path one step deeper. */
export function childPath(path: string, segment: PathSegment): string {
  if (typeof segment === 'number') return `${path}[${segment}]`;
  if (!WORD.test(segment)) return `${path}[${JSON.stringify(segment)}]`;
  return path === '' ? segment : `${path}.${segment}`;
}

export function formatPath(segments: readonly PathSegment[]): string {
  return segments.reduce<string>(childPath, '');
}

const STEP = /\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|\.?([A-Za-z_$][A-Za-z0-9_$]*)/y;

/** The segments of a path; undefined when it is not of the form above. */
export function parsePath(path: string): PathSegment[] | undefined {
  const segments: PathSegment[] = [];
  let at = 0;
  while (at < path.length) {
    STEP.lastIndex = at;
    const found = STEP.exec(path);
    if (!found) return undefined;
    const [whole, index, quoted, word] = found;
    if (index !== undefined) segments.push(Number(index));
    else if (quoted !== undefined) segments.push(unquote(quoted));
    else segments.push(word!);
    at += whole.length;
  }
  return segments;
}

function unquote(quoted: string): string {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return quoted.slice(1, -1);
  }
}
