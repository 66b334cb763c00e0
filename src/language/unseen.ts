/**
 * The text that stands in for a policy whose own text nobody here can see. It is a comment, which no policy can be, so
 * whatever reads it counts the policy as unknown, never as empty.
 */
const LEAD = '// Not visible';

/** The stand-in: why, and the lines (commands mostly) that tell how to see the policy. */
export function unseenText(why: string, lines: readonly string[]): string {
  return [
    `${LEAD}: ${why}`,
    ...lines.map((line) => `//   ${line}`),
    '// Paste its JSON in place of these lines.',
  ].join('\n');
}

export function isUnseenText(text: string | undefined): boolean {
  return text?.startsWith(LEAD) === true;
}
