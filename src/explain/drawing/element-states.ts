/** A statement's elements as small gates on one way: what a row across the page and a rail down the phone share. */
import type { ElementTrace, StatementTrace } from '../../engine/evaluation';
import { round } from '../../drawing/draw';
import type { Ink, Mark } from '../../drawing/marks';
import type { Tone } from '../types';
import { elementName } from '../values/view';
import { TONE_INK } from './gate';
import { wayMark } from './lane';

export const ELEMENT_ORDER: readonly ElementTrace['element'][] = [
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
];

export type ElementWay = 'went' | 'maybe' | 'rest';

interface ElementState {
  readonly element: ElementTrace;
  /** `stop`: the first that differs. */
  readonly state: 'stop' | 'veiled' | 'plain';
  readonly before: ElementWay;
  readonly after: ElementWay;
}

/** In the order in which they stand: where the way ends, and where it is not known to go on. */
export function elementStates(elements: readonly ElementTrace[]): readonly ElementState[] {
  let before: ElementWay = 'went';
  return elements.map((element): ElementState => {
    const { truth } = element;
    const stops = truth === 'no' && before !== 'rest';
    const after: ElementWay = stops ? 'rest' : truth === 'unknown' && before === 'went' ? 'maybe' : before;
    const state = stops ? 'stop' : truth === 'unknown' ? 'veiled' : 'plain';
    const told = { element, state, before, after } as const;
    before = after;
    return told;
  });
}

/** Thinner than the way through layers. */
export function thinWay(kind: ElementWay, d: string, phase: number): Mark {
  const mark = wayMark(kind, d, phase) as Extract<Mark, { kind: 'line' }>;
  return { ...mark, width: kind === 'rest' ? 1.5 : 2.5 };
}

export function veil(d: string): Mark {
  return { kind: 'line', d, ink: 'unknown', width: 2.5, dash: '1 5', round: true };
}

/** A tick or a cross; behind the stop it is quiet. */
export function elementMark({ truth }: ElementTrace, x: number, y: number, late: boolean): Mark {
  const d =
    truth === 'yes'
      ? `M${round(x - 4)} ${round(y + 0.3)}l2.4 2.4 5.6 -5.2`
      : `M${round(x - 3.2)} ${round(y - 3.2)}l6.4 6.4m0 -6.4l-6.4 6.4`;
  return { kind: 'line', d, ink: truth === 'no' ? 'ink' : late ? 'ink-3' : 'ink-2', width: 1.6, round: true };
}

export function stopInk(tone: Tone): Ink {
  return tone === 'miss' ? 'ink-2' : TONE_INK[tone];
}

const OUTCOMES = {
  Allow: { yes: ['pass', 'Allows'], no: ['miss', 'No match'], unknown: ['unknown', 'Not known'] },
  Deny: { yes: ['explicit', 'Denies'], no: ['miss', 'No match'], unknown: ['unknown', 'Not known'] },
} as const;

export function outcomeOf({
  effect,
  truth,
}: StatementTrace): readonly ['pass' | 'miss' | 'unknown' | 'explicit', string] {
  return OUTCOMES[effect][truth];
}

/** The name of what decides has the colour of what it decides. */
export function elementInk(element: ElementTrace, statement: StatementTrace, tone: Tone): Ink {
  const decides =
    (element.truth === 'no' && tone === 'implicit') || (element.truth === 'unknown' && tone === 'unknown');
  const denies = tone === 'explicit' && element.element === 'Condition' && statement.truth === 'yes';
  return decides || denies ? TONE_INK[tone] : 'ink-2';
}

/** `token.actions.githubusercontent.com:sub` is `…:sub`. */
export function shownName(element: ElementTrace): string {
  return elementName(element).replace(/^[a-z0-9-]+\.[a-z0-9.-]+(?=:)/i, '…');
}
