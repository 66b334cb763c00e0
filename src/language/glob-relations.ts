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
  let head = 0;
  let end = one.length;
  let otherEnd = other.length;
  for (; head < end && head < otherEnd; head += 1) {
    const [code, given] = [one.charCodeAt(head), other.charCodeAt(head)];
    if (code === STAR || given === STAR) break;
    if (!alike(code, given)) return false;
  }
  for (; end > head && otherEnd > head; end -= 1, otherEnd -= 1) {
    const [code, given] = [one.charCodeAt(end - 1), other.charCodeAt(otherEnd - 1)];
    if (code === STAR || given === STAR) break;
    if (!alike(code, given)) return false;
  }
  const [left, right] = [one.slice(head, end), other.slice(head, otherEnd)];
  if (left === '' || right === '') return /^\**$/.test(left + right);
  // One of them has a star in front now, and one at the end. A star of each at opposite sides takes in the other's text.
  const [opens, closes] = [left.startsWith('*'), left.endsWith('*')];
  if ((opens && right.endsWith('*')) || (closes && right.startsWith('*'))) return true;
  return opens ? takesIn(left, right) : takesIn(right, left);
}

/** One character each: can they be the same? */
const alike = (code: number, given: number): boolean =>
  code === given || code === QUESTION || given === QUESTION;

/** Does a pattern between two stars meet a text that has none at its ends? */
function takesIn(pattern: string, text: string): boolean {
  // What stands before the text's star goes to the first star of the pattern, what stands behind it to the last.
  if (text.includes('*')) return true;
  let at = 0;
  let inPattern = 0;
  let star = 0;
  let starEnd = 0;
  while (at < text.length) {
    const code = pattern.charCodeAt(inPattern);
    if (code === STAR) {
      star = inPattern;
      starEnd = at;
      inPattern += 1;
    } else if (alike(code, text.charCodeAt(at))) {
      at += 1;
      inPattern += 1;
    } else {
      starEnd += 1;
      at = starEnd;
      inPattern = star + 1;
    }
  }
  return /^\**$/.test(pattern.slice(inPattern));
}
