/** Slips of the fingers: a letter too many, too few, another one, or two that changed places. */

/** Shorter words have too many neighbours. */
const SHORTEST = 4;

/** Is a word one slip away from another? */
export function isNear(word: string, typed: string): boolean {
  if (typed.length < SHORTEST || Math.abs(word.length - typed.length) > 1) return false;
  let from = 0;
  while (from < word.length && word[from] === typed[from]) from += 1;
  const rest = word.slice(from);
  const other = typed.slice(from);
  if (rest.slice(1) === other.slice(1)) return true;
  if (rest.slice(1) === other || rest === other.slice(1)) return true;
  return rest[0] === other[1] && rest[1] === other[0] && rest.slice(2) === other.slice(2);
}
