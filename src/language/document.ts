/** From what was typed, or from parsed JSON, to a policy tree or the first problem with its place. */
import { visit } from 'jsonc-parser';
import type { ParseErrorCode } from 'jsonc-parser';
import { firstDuplicateName } from './duplicates';
import type { PolicyForm } from './forms';
import { GrammarFault, readGrammar } from './grammar';
import type { Span } from './place';
import type { PolicyTree } from './policy';
import { spanOfPath } from './spans';
import { isUnseenText } from './unseen';

export interface Problem extends Span {
  readonly message: string;
}

export type ReadPolicy =
  | { readonly kind: 'readable'; readonly tree: PolicyTree }
  | { readonly kind: 'unreadable'; readonly problem: Problem };

// The codes of jsonc-parser's const enum, by number: a const enum cannot be imported under isolated modules.
const JSON_PROBLEMS: Readonly<Record<number, string>> = {
  1: 'this is not JSON',
  2: 'the number cannot be read',
  3: 'a name in double quotes belongs here',
  4: 'a value belongs here',
  5: 'a colon belongs here',
  6: 'a comma belongs here',
  7: 'a closing brace `}` belongs here',
  8: 'a closing bracket `]` belongs here',
  9: 'nothing may follow the end of the policy',
  10: 'a policy holds no comments',
  11: 'the comment does not end',
  12: 'the text does not end: a closing quotation mark belongs here',
  13: 'the number does not end',
  14: 'the four digits of a `\\u` escape belong here',
  15: 'this escape is not known to JSON',
  16: 'a line break or tab inside a text is written `\\n` or `\\t`',
};

/** The first place at which the text stops being JSON; undefined for correct JSON. */
export function firstJsonProblem(text: string): Problem | undefined {
  if (text.trim() === '') return { message: 'the policy is empty', offset: 0, length: text.length };
  if (isUnseenText(text)) return { message: 'its text is not here yet', offset: 0, length: text.length };
  let first: Problem | undefined;
  const onError = (code: ParseErrorCode, offset: number, length: number): void => {
    if (first && first.offset <= offset) return;
    first = { message: JSON_PROBLEMS[code] ?? 'this is not JSON', offset, length: Math.max(length, 1) };
  };
  try {
    visit(text, { onError }, { disallowComments: true });
  } catch {
    return { message: 'the policy is nested too deeply', offset: 0, length: text.length };
  }
  return first;
}

function faultInText(text: string, fault: GrammarFault): ReadPolicy {
  const span = spanOfPath(text, fault.path, fault.onName ? 'name' : 'value') ?? {
    offset: 0,
    length: text.length,
  };
  return { kind: 'unreadable', problem: { message: fault.message, ...span } };
}

function readTree(document: unknown, form: PolicyForm, text: () => string): ReadPolicy {
  try {
    return { kind: 'readable', tree: readGrammar(document, form) };
  } catch (error) {
    if (error instanceof GrammarFault) return faultInText(text(), error);
    throw error;
  }
}

/** Reads what was typed. Never throws; the problem's offset counts in `text`. */
export function readPolicyText(text: string, form: PolicyForm): ReadPolicy {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    const problem = firstJsonProblem(text) ?? { message: 'this is not JSON', offset: 0, length: text.length };
    return { kind: 'unreadable', problem };
  }
  const twice = firstDuplicateName(text, document);
  if (twice) {
    const message = `\`${twice.name}\` stands twice in one object`;
    return { kind: 'unreadable', problem: { message, offset: twice.offset, length: twice.length } };
  }
  return readTree(document, form, () => text);
}

/** Reads parsed JSON. Never throws; a problem's offset counts in the document laid out with two spaces. */
export function readPolicyDocument(document: unknown, form: PolicyForm): ReadPolicy {
  return readTree(document, form, () => layOut(document));
}

function layOut(document: unknown): string {
  try {
    return JSON.stringify(document ?? {}, null, 2);
  } catch {
    return '';
  }
}
