/** Lines of policies, quoted in the verdict with a way to them. */
import type { PolicyTrace, StatementTrace } from '../engine/evaluation';
import type { Scenario } from '../case/scenario';
import { positionAt } from '../language/place';
import { spanOfPath } from '../language/spans';
import type { Nearest } from './nearest';
import { tellingPath, textAt } from './source';
import type { Quote } from './types';

/** Longer lines are cut at the end, with an ellipsis. */
const LONGEST = 72;

/** The Sid of a statement; without one its first condition if it denies, else its actions. */
export function statementQuote(
  scenario: Scenario,
  statement: StatementTrace,
  lead: string,
): Quote | undefined {
  const { address, policy, path } = statement;
  const text = textAt(scenario, address);
  if (text === undefined) return undefined;
  const condition = statement.elements.find(({ element }) => element === 'Condition');
  const places = [
    `${path}.Sid`,
    ...(condition && statement.effect === 'Deny' ? [condition.path] : []),
    `${path}.Action`,
    `${path}.NotAction`,
  ];
  for (const place of places) {
    const found = quoted(text, place);
    if (found) return { lead, address, policy, statement: statement.statement, path: place, ...found };
  }
  return undefined;
}

/** The element that keeps the nearest statement from allowing. */
export function nearestQuote(scenario: Scenario, near: Nearest): Quote | undefined {
  const { address, policy, statement } = near.statement;
  const text = textAt(scenario, address);
  const path = tellingPath(near.element);
  const found = text === undefined ? undefined : (quoted(text, path) ?? quoted(text, near.element.path));
  return found && { lead: 'Closest', address, policy, statement, path, ...found };
}

/** The place and the message of the first problem in an unreadable policy. */
export function problemQuote(scenario: Scenario, trace: PolicyTrace): Quote | undefined {
  const text = textAt(scenario, trace.address);
  if (text === undefined || !trace.problem) return undefined;
  const { message, offset } = trace.problem;
  const { line } = positionAt(text, offset);
  return {
    lead: '',
    code: wordAt(text, offset),
    address: trace.address,
    policy: trace.name,
    path: '',
    line,
    problem: message,
  };
}

/** `"Action": ["s3:GetObject", "s3:ListBucket"]`, on one line, with its line number. */
function quoted(text: string, path: string): { code: string; line: number } | undefined {
  const span = spanOfPath(text, path, 'property');
  if (!span) return undefined;
  const code = text
    .slice(span.offset, span.offset + span.length)
    .replace(/\s+/g, ' ')
    .replace(/([[{]) | ([\]}])/g, '$1$2');
  return { code: cut(code), line: positionAt(text, span.offset).line };
}

/** The last value before a problem, which is what the eye looks for. */
function wordAt(text: string, offset: number): string {
  const before = text.slice(0, offset).trimEnd();
  const line = before.slice(before.lastIndexOf('\n') + 1).trim();
  return cut(/"[^"\n]*"[^"\n]*$/.exec(line)?.[0] ?? line);
}

function cut(code: string): string {
  return code.length <= LONGEST ? code : `${code.slice(0, LONGEST - 1)}…`;
}
