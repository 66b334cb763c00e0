/** What stops a policy's text from being read, in a sentence, with the stretch to underline. */
import type { PolicyTrace } from '../../engine/evaluation';
import { positionAt, type Span } from '../../language/place';
import type { TextRange } from '../../ui/editor/marks';

export interface TextProblem {
  readonly range: TextRange;
  readonly message: string;
}

/** The range of a span in editor terms. */
export function rangeOfSpan(text: string, { offset, length }: Span): TextRange {
  const start = positionAt(text, offset);
  const end = positionAt(text, offset + length);
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

/** The problem of an unreadable policy. */
export function problemOf(text: string, problem: NonNullable<PolicyTrace['problem']>): TextProblem {
  const between = problem.message === COMMA ? missingComma(text, problem.offset) : undefined;
  if (between) return between;
  const span = { offset: Math.min(problem.offset, text.length), length: problem.length };
  return { range: rangeOfSpan(text, firstLineOf(text, span)), message: sentence(problem.message) };
}

/** A value of many lines is underlined in its first one. */
export function firstLineOf(text: string, { offset, length }: Span): Span {
  const line = text.indexOf('\n', offset);
  return { offset, length: line === -1 ? length : Math.min(length, Math.max(1, line - offset)) };
}

/** The language's own words for a missing comma; the two values around the gap say it better. */
const COMMA = 'a comma belongs here';

const TOKEN_AT_END = /("(?:[^"\\\n]|\\.)*"|(?<![^\s"{}[\],:])[^\s"{}[\],:]+|[}\]])\s*$/;
const TOKEN_AT_START = /^("(?:[^"\\\n]|\\.)*"|[^\s"{}[\],:]+|[{[])/;

function missingComma(text: string, offset: number): TextProblem | undefined {
  const left = TOKEN_AT_END.exec(text.slice(0, offset));
  const right = TOKEN_AT_START.exec(text.slice(offset));
  if (!left?.[1] || !right?.[1]) return undefined;
  const sameLine = !text.slice(left.index, offset).includes('\n');
  const start = sameLine ? left.index : offset;
  return {
    range: rangeOfSpan(text, { offset: start, length: offset + right[1].length - start }),
    message: `A comma is missing between ${shorten(left[1])} and ${shorten(right[1])}.`,
  };
}

const LONGEST = 40;

function shorten(token: string): string {
  return token.length <= LONGEST ? token : `${token.slice(0, LONGEST - 2)}…${token.at(-1) ?? ''}`;
}

/** Words without backticks, beginning with a capital and ending with a full stop. */
function sentence(words: string): string {
  const plain = words.replaceAll('`', '');
  const first = plain.charAt(0).toUpperCase() + plain.slice(1);
  return /[.!?]$/.test(first) ? first : `${first}.`;
}
