/** A file as a pager, an editor or a search lists it: each line with its number, or with the name of the file. */

/** Fewer lines begin so by accident. */
const LEAST = 3;
/** Longer ones are no listings on a screen. */
const MAX_LINES = 20_000;

/** `cat -n`, `bat`, `less -N`, editors. */
const NUMBER = /^[ \t]{0,8}(\d{1,6})(?:[ \t]{0,4}[|:│])?(?:[ \t]|$)/;
/** `grep -H`, `grep -n`, `rg`. */
const NAME = /^([\w./@-]{1,200}\.(?:json|tf|tofu|hcl|ya?ml|py|[jt]sx?|go|cs|txt|log)):(?:\d{1,6}[:-])?/;

/** Of another text, as an event with its sentence, the words tell enough. */
const HOLDS_POLICY = /\bStatement\b/;

/** The lines of a policy without what stands before all of them; the same lines where one has none. */
export function withoutListing(lines: readonly string[]): readonly string[] {
  const written = lines.filter((line) => line.trim() !== '');
  const [first] = written;
  if (first === undefined || written.length < LEAST || lines.length > MAX_LINES) return lines;
  if (!written.some((line) => HOLDS_POLICY.test(line)) || written.some((line) => /\beventName\b/.test(line)))
    return lines;
  const name = NAME.exec(first)?.[1];
  if (name !== undefined)
    return written.every((line) => NAME.exec(line)?.[1] === name)
      ? lines.map((line) => line.replace(NAME, ''))
      : lines;
  const start = Number(NUMBER.exec(first)?.[1]);
  const isCounted = written.every((line, at) => Number(NUMBER.exec(line)?.[1]) === start + at);
  return isCounted ? lines.map((line) => line.replace(NUMBER, '')) : lines;
}
