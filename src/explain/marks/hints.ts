/** The line that decides, comes nearest or hangs, and the sentence under it. */
import type { ElementTrace, Evaluation, StatementTrace } from '../../engine/evaluation';
import { elementWords } from '../elements';
import { operatorParts } from '../elements/operators';
import { firstDifference } from '../facts';
import type { Nearest } from '../nearest';
import { list } from '../rich';
import { lineOf } from '../source';
import type { Tone } from '../types';
import { elementLine } from './lines';

interface Hint {
  readonly line: number;
  readonly tone: Tone;
  readonly note?: string;
}

/** `s3:PutObject is not one of these 2 actions. Resource matches.` */
export function nearHint(
  text: string,
  { element, statement }: Nearest,
  evaluation: Evaluation,
): Hint | undefined {
  const line = elementLine(text, element);
  if (line === undefined) return undefined;
  return {
    line,
    tone: 'implicit',
    note: [`${elementWords(element, evaluation)}.`, ...others(statement, element)].join(' '),
  };
}

/** What the other elements did, so that one sees whether this is the only obstacle. */
function others({ elements }: StatementTrace, shown: ElementTrace): readonly string[] {
  const rest = elements.filter((element) => element !== shown);
  const names = (wanted: readonly ElementTrace[]) => [...new Set(wanted.map(({ element }) => element))];
  const differing = names(rest.filter(({ truth }) => truth === 'no'));
  const matching = names(rest.filter(({ truth }) => truth === 'yes')).filter(
    (name) => !differing.includes(name),
  );
  return [
    ...(matching.length > 0 ? [`${list(matching)} ${matching.length === 1 ? 'matches' : 'match'}.`] : []),
    ...(differing.length > 0
      ? [`${list(differing)} ${differing.length === 1 ? 'differs' : 'differ'} too.`]
      : []),
  ];
}

/** The condition that made a Deny apply; a Deny without one is told at its Sid. */
export function deniedHint(
  text: string,
  statement: StatementTrace,
  evaluation: Evaluation,
): Hint | undefined {
  const condition = statement.elements.find(({ reason }) => reason.kind === 'condition');
  const line = condition && elementLine(text, condition);
  if (!condition || line === undefined) return grantLine(text, statement);
  const words = elementWords(condition, evaluation);
  const end = words.includes(', so ') ? ' and the Deny applies.' : ', so the Deny applies.';
  return { line, tone: 'explicit', note: `${words}${end}` };
}

/** The element that keeps a statement open, and what would settle it where that can be said shortly. */
export function openHint(text: string, statement: StatementTrace, evaluation: Evaluation): Hint | undefined {
  const open = firstDifference(statement);
  const line = open && elementLine(text, open);
  if (!open || line === undefined) return undefined;
  return { line, tone: 'unknown', note: openNote(open, statement.effect, evaluation) };
}

function openNote(open: ElementTrace, effect: StatementTrace['effect'], evaluation: Evaluation): string {
  const { reason } = open;
  if (reason.kind !== 'condition' || reason.by !== 'unknownKey') {
    return `${elementWords(open, evaluation)}, so whether this ${effect} applies is not known.`;
  }
  const { base, negated, ifExists, set } = operatorParts(reason.operator);
  const said = `${reason.key} is marked not known.`;
  if (set || ifExists || !/equals$/i.test(base) || reason.expected.length === 0) {
    return `${said} Whether this ${effect} applies depends on it.`;
  }
  if (negated) return `${said} Any other value, or none at all, makes this ${effect} match.`;
  const values = reason.expected.length === 1 ? 'Only this value makes' : 'Only one of these values makes';
  return `${said} ${values} this ${effect} match.`;
}

/** The Sid of a deciding statement, or its Effect: the whole statement speaks. */
export function grantLine(text: string, { path, effect }: StatementTrace): Hint | undefined {
  const line = lineOf(text, `${path}.Sid`) ?? lineOf(text, `${path}.Effect`) ?? lineOf(text, path);
  return line === undefined ? undefined : { line, tone: effect === 'Deny' ? 'explicit' : 'allow' };
}
