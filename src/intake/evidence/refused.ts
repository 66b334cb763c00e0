/** What is said of a policy in a program that cannot be read whole. */
import type { Places } from '../code/place';
import type { RefusedObject } from '../literal/find';

/** Why the policy is left out, and what to paste instead: one or two sentences. */
export function refusedWords(
  text: string,
  places: Places,
  { kind, start, what, offset, changed }: RefusedObject,
): string {
  const where = `The ${kind === 'policy' ? 'policy' : 'statement'} that begins in line ${places.of(start).line}`;
  // A quotation mark that opens and never closes is the end of a text that was cut.
  const isCut = changed !== true && /^["'`]/.test(what) && !what.slice(1).includes(what.charAt(0));
  if (isCut) return endless(where);
  if (what === '')
    return offset >= text.trimEnd().length
      ? endless(where)
      : `${where} is broken in line ${places.of(offset).line}, so it is left out. Put that right, or paste the policy as AWS has it.`;
  const shown = what.replace(/`/g, '').replace(/\s+/g, ' ').trim();
  const short = shown.length > 60 ? `${shown.slice(0, 59)}…` : shown;
  if (changed === true)
    return `${where} is changed by \`${short}\` in line ${places.of(offset).line} when the program runs, which is not read, so it is left out. Paste the policy as AWS has it.`;
  return `${where} is part of a program and left out, as \`${short}\` in line ${places.of(offset).line} is not written out: what it stands for is not in the text. Put the values in their place, or paste the policy as AWS has it.`;
}

function endless(where: string): string {
  return `${where} does not end: the rest of it is not in the text. A policy with a part missing would decide wrongly, so it is left out. Paste it whole.`;
}
