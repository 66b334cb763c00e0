/**
 * Names that stand twice in one object. JSON.parse keeps the last one and says nothing; IAM allows no duplicates
 * (IAM User Guide: "Grammar of the IAM JSON policy language").
 */
import { visit } from 'jsonc-parser';
import type { Span } from './place';

const QUOTE = 34;
const BACKSLASH = 92;
const COLON = 58;

/** How many `"name":` the text holds. The text is known to be JSON. */
function countWrittenNames(text: string): number {
  let names = 0;
  let at = text.indexOf('"');
  while (at !== -1) {
    let end = at + 1;
    while (text.charCodeAt(end) !== QUOTE) end += text.charCodeAt(end) === BACKSLASH ? 2 : 1;
    let after = end + 1;
    while (text.charCodeAt(after) <= 32) after += 1;
    if (text.charCodeAt(after) === COLON) names += 1;
    at = text.indexOf('"', after);
  }
  return names;
}

function countParsedNames(document: unknown): number {
  let names = 0;
  const waiting: unknown[] = [document];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== 'object' || value === null) continue;
    const members: unknown[] = Object.values(value);
    if (!Array.isArray(value)) names += members.length;
    for (const member of members) waiting.push(member);
  }
  return names;
}

/** The second standing of the first name that occurs twice in one object; undefined where there is none. */
export function firstDuplicateName(
  text: string,
  document: unknown,
): (Span & { readonly name: string }) | undefined {
  if (countWrittenNames(text) === countParsedNames(document)) return undefined;
  let found: (Span & { name: string }) | undefined;
  const open: Set<string>[] = [];
  visit(text, {
    onObjectBegin: () => {
      open.push(new Set());
    },
    onObjectEnd: () => {
      open.pop();
    },
    onObjectProperty: (name, offset, length) => {
      const names = open.at(-1);
      if (names?.has(name) && !found) found = { name, offset, length };
      names?.add(name);
    },
  });
  return found;
}
