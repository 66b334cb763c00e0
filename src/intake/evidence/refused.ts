/** What is said of a policy in a program that cannot be read whole. */
import type { RefusedObject } from '../literal/find';

/** Why the policy is left out, and what to paste instead: one or two sentences. */
export function refusedWords(text: string, { kind, start, what, offset, changed }: RefusedObject): string {
  const where = `The ${kind === 'policy' ? 'policy' : 'statement'} that begins in line ${lineAt(text, start)}`;
  // A quotation mark that opens and never closes is the end of a text that was cut.
  const isCut = changed !== true && /^["'`]/.test(what) && !what.slice(1).includes(what.charAt(0));
  if (isCut) return endless(where);
  if (what === '')
    return offset >= text.trimEnd().length
      ? endless(where)
      : `${where} is broken in line ${lineAt(text, offset)}, so it is left out. Put that right, or paste the policy as AWS has it.`;
  const shown = what.replace(/`/g, '').replace(/\s+/g, ' ').trim();
  const short = shown.length > 60 ? `${shown.slice(0, 59)}…` : shown;
  if (changed === true)
    return `${where} is changed by \`${short}\` in line ${lineAt(text, offset)} when the program runs, which is not read, so it is left out. Paste the policy as AWS has it.`;
  return `${where} is part of a program and left out, as \`${short}\` in line ${lineAt(text, offset)} is not written out: what it stands for is not in the text. Put the values in their place, or paste the policy as AWS has it.`;
}

function endless(where: string): string {
  return `${where} does not end: the rest of it is not in the text. A policy with a part missing would decide wrongly, so it is left out. Paste it whole.`;
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
