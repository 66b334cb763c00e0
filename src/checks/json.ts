/** The text as JSON. */
import { firstJsonProblem } from '../language/document';
import { firstDuplicateName } from '../language/duplicates';
import { error } from './check';
import type { Problem } from './check';
import { fix } from './finding';
import type { Fix } from './finding';
import type { TextEdit } from '../language/place';
import { code } from './words';

/** An invisible character that some programs put in front of a file. */
const BYTE_ORDER_MARK = '\ufeff';

function parses(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Where the text stops being JSON; undefined for correct JSON without repeated names. */
export function jsonProblem(text: string): Problem | undefined {
  const document = parses(text);
  if (document === undefined) {
    const problem = firstJsonProblem(text) ?? { message: 'this is not JSON', offset: 0, length: text.length };
    const message = `The text is not JSON: ${problem.message}. AWS refuses a policy that it cannot read, whole.`;
    // What is missing at the end is shown at the last character.
    const offset = Math.min(problem.offset, Math.max(0, text.length - 1));
    const length = Math.min(problem.length, text.length - offset);
    const at = { path: '', span: { offset, length } };
    return { at, message, fixes: repairs(text, problem.offset) };
  }
  const twice = firstDuplicateName(text, document);
  if (!twice) return undefined;
  return {
    at: { path: '', span: { offset: twice.offset, length: twice.length } },
    message: `${code(twice.name)} stands twice in one object. AWS refuses the policy, and other readers see only the last one. Merge the two, or remove one.`,
  };
}

/** A fix for each single edit that makes the text JSON; the first of them only. */
function repairs(text: string, offset: number): readonly Fix[] {
  if (text.startsWith(BYTE_ORDER_MARK) && parses(text.slice(1)) !== undefined) {
    return [fix('Remove the byte order mark', { span: { offset: 0, length: 1 }, text: '' })];
  }
  const before = text.slice(0, offset).trimEnd();
  const insert = (inserted: string): TextEdit => ({
    span: { offset: before.length, length: 0 },
    text: inserted,
  });
  const candidates: [string, TextEdit][] = [['Insert the missing comma', insert(',')]];
  if (before.endsWith(',')) {
    const trailing = { span: { offset: before.length - 1, length: 1 }, text: '' };
    candidates.unshift(['Remove the comma', trailing]);
  }
  for (const closing of ['}', ']', ']}', '}]}', '"']) {
    const end = { span: { offset: text.trimEnd().length, length: 0 }, text: closing };
    candidates.push([`Add ${code(closing)}`, insert(closing)], [`Add ${code(closing)} at the end`, end]);
  }
  const found = candidates.find(([, { span, text: inserted }]) => {
    const repaired = text.slice(0, span.offset) + inserted + text.slice(span.offset + span.length);
    return parses(repaired) !== undefined;
  });
  return found ? [fix(...found)] : [];
}

export const jsonChecks = [
  error('json-syntax-error', function* ({ text }) {
    const problem = jsonProblem(text);
    if (problem) yield problem;
  }),
];
