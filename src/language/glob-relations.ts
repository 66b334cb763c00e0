/**
 * How two patterns relate. Both are plain texts in which `*` is any run of characters and `?` one character.
 */

const STAR = 42;
const QUESTION = 63;

/** Beyond this length patterns are not compared: no name or ARN of AWS is longer. */
const LONGEST = 2048;

/** Does `pattern` match everything that `other` matches? Decided on the texts, so a true answer is always right. */
export function globCovers(pattern: string, other: string): boolean {
  let at = 0;
  let inPattern = 0;
  let star = -1;
  let starEnd = 0;
  while (at < other.length) {
    const wanted = pattern.charCodeAt(inPattern);
    const given = other.charCodeAt(at);
    if (wanted === STAR) {
      star = inPattern;
      starEnd = at;
      inPattern += 1;
    } else if (given !== STAR && (wanted === given || wanted === QUESTION)) {
      at += 1;
      inPattern += 1;
    } else if (star !== -1) {
      starEnd += 1;
      at = starEnd;
      inPattern = star + 1;
    } else {
      return false;
    }
  }
  while (pattern.charCodeAt(inPattern) === STAR) inPattern += 1;
  return inPattern === pattern.length;
}

/** Is there a text that both match? Patterns that are too long to compare count as meeting. */
export function globsMeet(one: string, other: string): boolean {
  if (one.length > LONGEST || other.length > LONGEST) return true;
  // reached[at]: the part of `one` read so far and the first `at` characters of `other` can produce the same text.
  let reached = new Uint8Array(other.length + 1);
  reached[0] = 1;
  spread(reached, other);
  for (let at = 0; at < one.length; at += 1) {
    const code = one.charCodeAt(at);
    const next = new Uint8Array(other.length + 1);
    for (let column = 0; column <= other.length; column += 1) {
      if (!reached[column]) continue;
      const given = other.charCodeAt(column);
      if (code === STAR) next.fill(1, column);
      else if (given === STAR) next[column] = 1;
      else if (given === code || given === QUESTION || (code === QUESTION && column < other.length)) {
        next[column + 1] = 1;
      }
      if (code === STAR) break;
    }
    spread(next, other);
    reached = next;
  }
  return reached[other.length] === 1;
}

/** A `*` of `other` may stand for nothing. */
function spread(reached: Uint8Array, other: string): void {
  for (let at = 0; at < other.length; at += 1) {
    if (reached[at] && other.charCodeAt(at) === STAR) reached[at + 1] = 1;
  }
}
