/** Small parts of messages. */

const LONGEST = 80;

/** Text of the policy, in backticks; long text is cut. */
export function code(text: string): string {
  return `\`${text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text}\``;
}

/** `a`, `a and b`, `a, b and c`, `a, b and 7 more`. */
export function listed(words: readonly string[], most = 4, last = 'and'): string {
  const shown = words.length > most ? words.slice(0, most - 1) : words;
  const rest = words.length - shown.length;
  const all = rest > 0 ? [...shown, `${rest} more`] : shown;
  return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} ${last} ${all.at(-1)!}`;
}

/** As `listed`, each in backticks. */
export function listedCode(words: readonly string[], most = 4, last = 'and'): string {
  const shown = listed(words.map(code), most, last);
  return shown;
}

/** A sentence that offers a word, or nothing. */
export function didYouMean(word: string | undefined): string {
  return word === undefined ? '' : ` Did you mean ${code(word)}?`;
}
