/** One element, opened: what stands against what, why, what would match, and all of it in one sentence. */
import type { Scenario } from '../../case/scenario';
import type { ElementTrace, Evaluation, StatementTrace } from '../../engine/evaluation';
import { elementWords } from '../elements';
import { lineOf, textAt } from '../source';
import { readsVariables } from './filled';
import { fixOf } from './fixes';
import { sentenceOf } from './sentence';
import { shapeOf } from './shape';
import { elementTone } from './tone';
import type { ValueShape, ValueView } from './types';

/** Works one element out value by value. Meant for one at a time, when it is opened. */
export function valueView(
  scenario: Scenario,
  evaluation: Evaluation,
  statement: StatementTrace,
  element: ElementTrace,
): ValueView {
  const shape = shapeOf(scenario, evaluation, statement, element);
  const text = textAt(scenario, statement.address) ?? '';
  const fix = wanted(statement, element)
    ? fixOf(shape, element, evaluation, readsVariables(text))
    : undefined;
  const path = placeOf(shape, element);
  const view = {
    name: elementName(element),
    rule: ruleOf(shape, element),
    address: statement.address,
    policy: statement.policy,
    statement: statement.statement,
    path,
    line: lineOf(text, path) ?? lineOf(text, element.path, 'property'),
    truth: element.truth,
    tone: elementTone(statement, element),
    shape,
    why: withoutMiddles(elementWords(element, evaluation)),
    ...(fix && { fix: { ...fix, effect: withoutMiddles(fix.effect) } }),
  };
  return { ...view, sentence: withoutMiddles(sentenceOf(view)) };
}

/** A word longer than this, as an ARN of 2,000 characters, is told by its ends: the drawing shows where it differs. */
const LONGEST = 120;
const END = 44;

export function withoutMiddles(words: string): string {
  return words
    .split(' ')
    .map((word) => (word.length > LONGEST ? `${word.slice(0, END)}…${word.slice(-END)}` : word))
    .join(' ');
}

export function elementName({ element, reason }: ElementTrace): string {
  return element === 'Condition' && reason.kind === 'condition' ? reason.key : element;
}

/**
 * Listing the value makes an Allow match that did not, and spares the request a Deny that holds because something
 * is not listed. Elsewhere nothing is wanted.
 */
function wanted(statement: StatementTrace, { truth, element, reason }: ElementTrace): boolean {
  const negated = element.startsWith('Not') || (reason.kind === 'condition' && /not/i.test(reason.operator));
  if (statement.effect === 'Allow') return truth === 'no' && !negated;
  return statement.truth === 'yes' && negated;
}

function placeOf(shape: ValueShape, element: ElementTrace): string {
  if (shape.kind === 'attempts') return shape.attempts[0]?.path ?? element.path;
  if (shape.kind === 'address') return shape.ranges[0]?.path ?? element.path;
  return element.path;
}

function ruleOf(shape: ValueShape, { element, reason }: ElementTrace): string {
  const count = countOf(shape, reason);
  if (reason.kind !== 'condition') {
    const of = element.replace('Not', '').toLowerCase();
    if (count <= 1) return element.startsWith('Not') ? 'all but this one' : 'this one';
    return element.startsWith('Not') ? `all but these ${count} ${of}s` : `one of ${count} must match`;
  }
  const one =
    count > 1 ? (/not/i.test(reason.operator) ? `, true outside all ${count}` : `, one of ${count}`) : '';
  return `${reason.operator}${one}`;
}

/** How many listed values the element is looked at for, one of which is enough. */
function countOf(shape: ValueShape, reason: ElementTrace['reason']): number {
  switch (shape.kind) {
    case 'attempts':
    case 'address':
      return shape.of;
    case 'line':
      return reason.kind === 'condition' ? reason.expected.length : 0;
    case 'set':
    case 'missing':
    case 'plain':
      return 0;
  }
}
