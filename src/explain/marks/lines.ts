/** On which lines the ticks and crosses of a statement's elements stand. */
import type { ElementTrace, Evaluation, StatementTrace, Truth } from '../../engine/evaluation';
import { elementWords } from '../elements';
import { lineOf, tellingPath } from '../source';
import type { Tone } from '../types';

export interface LineMark {
  readonly line: number;
  readonly mark: Truth;
  /** The reason, for hovering. */
  readonly title: string;
  /** Left out for grey. */
  readonly tone?: Tone;
}

export function elementMarks(
  text: string,
  statement: StatementTrace,
  evaluation: Evaluation,
  tone: Tone | undefined,
): readonly LineMark[] {
  return statement.elements.flatMap((element) => {
    const title = elementWords(element, evaluation);
    return elementLines(text, element).map((line) => ({
      line,
      mark: element.truth,
      title,
      ...(tone === undefined ? {} : { tone }),
    }));
  });
}

/**
 * The line of an element that speaks for all of it, the same that the verdict quotes: of the entry that matched or
 * came nearest, else the one on which the element's name stands.
 */
export function elementLine(text: string, element: ElementTrace): number | undefined {
  if (element.reason.kind === 'resourceImplied') return undefined;
  const path = tellingPath(element);
  return lineOf(text, path, 'property') ?? lineOf(text, path);
}

/**
 * A match stands at the entry that matched; a miss at each line of the list, because all of them were tried;
 * a Not-element that covers the request at the end of its list; a condition at its key.
 */
function elementLines(text: string, element: ElementTrace): readonly number[] {
  const { reason, path, truth } = element;
  if (reason.kind === 'resourceImplied') return [];
  const matched = 'path' in reason ? lineOf(text, reason.path) : undefined;
  if (matched !== undefined) return [matched];
  const entries = reason.kind === 'condition' ? [] : entryLines(text, path);
  if (entries.length === 0) {
    const line = lineOf(text, path, 'property') ?? lineOf(text, path);
    return line === undefined ? [] : [line];
  }
  return truth === 'no' ? entries : entries.slice(-1);
}

/** The lines of an array's entries, each once; empty when the value is no array. */
function entryLines(text: string, path: string): number[] {
  const lines: number[] = [];
  for (let at = 0; ; at += 1) {
    const line = lineOf(text, `${path}[${at}]`);
    if (line === undefined) return lines;
    if (lines.at(-1) !== line) lines.push(line);
  }
}
