/** What the margin of the editor shows for one policy: brackets, element marks, the line that decides and its reason. */
import type { Evaluation, StatementTrace } from '../engine/evaluation';
import type { PolicyAddress, Scenario } from '../case/scenario';
import { positionAt } from '../language/place';
import { statementSpans } from '../language/spans';
import { traceAt } from './facts';
import { deniedHint, grantLine, nearHint, openHint } from './marks/hints';
import { elementMarks } from './marks/lines';
import type { LineMark } from './marks/lines';
import { nearestOf } from './nearest';
import type { Nearest } from './nearest';
import { textAt } from './source';
import { statementWords } from './statements';
import type { Tone } from './types';

/** A statement's lines, counted from 1. */
export interface Bracket {
  readonly statement: number;
  readonly from: number;
  readonly to: number;
  readonly tone: Tone;
  readonly title: string;
  /** Filled lightly, because it decides or keeps the verdict open. */
  readonly tinted: boolean;
}

/** The line that decides, comes nearest or hangs, with the sentence to put under it. */
export interface Hit {
  readonly line: number;
  readonly tone: Tone;
  readonly note?: string;
}

export interface PolicyMarks {
  readonly brackets: readonly Bracket[];
  readonly lines: readonly LineMark[];
  readonly hits: readonly Hit[];
  /** An unreadable policy: the line and the words of its first problem. */
  readonly problem?: { readonly line: number; readonly message: string };
}

const NONE: PolicyMarks = { brackets: [], lines: [], hits: [] };

/** The marks of the policy at an address; none for a policy that is switched off, or that the scenario lacks. */
export function policyMarks(scenario: Scenario, evaluation: Evaluation, address: PolicyAddress): PolicyMarks {
  const text = textAt(scenario, address);
  const trace = traceAt(evaluation, address);
  if (text === undefined || !trace || trace.state === 'off') return NONE;
  if (trace.state === 'unreadable') {
    if (!trace.problem) return NONE;
    const { message, offset } = trace.problem;
    return { ...NONE, problem: { line: positionAt(text, offset).line, message } };
  }
  const here = trace.statements
    .map((statement) => nearestOf(statement, scenario, evaluation))
    .find((near) => near !== undefined);
  const spans = statementSpans(text);
  return {
    brackets: trace.statements.flatMap((statement) => {
      const span = spans[statement.statement];
      if (!span) return [];
      const { tone, name, word } = statementWords(statement, evaluation);
      const from = positionAt(text, span.offset).line;
      const to = positionAt(text, span.offset + span.length - 1).line;
      return [
        {
          statement: statement.statement,
          from,
          to,
          tone,
          title: `${name}: ${word}`,
          tinted: tints(statement),
        },
      ];
    }),
    lines: trace.statements.flatMap((statement) =>
      elementMarks(text, statement, evaluation, toneOfMarks(statement, here)),
    ),
    hits: trace.statements.flatMap((statement) => hitOf(text, statement, evaluation, here) ?? []),
  };
}

function tints({ decided, truth }: StatementTrace): boolean {
  return decided || truth === 'unknown';
}

/** Marks are grey, save in the statement that decides, hangs or comes nearest. */
function toneOfMarks(statement: StatementTrace, near: Nearest | undefined): Tone | undefined {
  if (near?.statement === statement) return 'implicit';
  if (statement.truth === 'unknown') return 'unknown';
  if (!statement.decided) return undefined;
  return statement.effect === 'Deny' ? 'explicit' : 'allow';
}

function hitOf(
  text: string,
  statement: StatementTrace,
  evaluation: Evaluation,
  near: Nearest | undefined,
): Hit | undefined {
  const tone = toneOfMarks(statement, near);
  if (tone === 'implicit') return nearHint(text, near!, evaluation);
  if (tone === 'unknown') return openHint(text, statement, evaluation);
  if (tone === 'explicit') return deniedHint(text, statement, evaluation);
  return tone === 'allow' ? grantLine(text, statement) : undefined;
}
