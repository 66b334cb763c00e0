/** The six parts of an ARN, of a text and of a pattern: a part of the pattern stands against one of the text. */
import { firstFiveColons } from './arn';
import { sliceGlob } from './glob';
import type { Glob } from './glob';

/** Undefined when the text has fewer than six parts. */
export function textParts(text: string): readonly string[] | undefined {
  const colons = firstFiveColons(text);
  if (!colons) return undefined;
  return [0, ...colons.map((colon) => colon + 1)].map((start, at) => text.slice(start, colons[at]));
}

/** Undefined when the pattern has fewer than six parts. */
export function globParts(glob: Glob): readonly Glob[] | undefined {
  const colons = firstFiveColons(glob.text);
  if (!colons) return undefined;
  const starts = [0, ...colons.map((colon) => colon + 1)];
  return starts.map((start, at) => sliceGlob(glob, start, colons[at]));
}
