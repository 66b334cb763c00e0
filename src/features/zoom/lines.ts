/** The lines on which a statement stands in its policy. */
import { policyAt, policyText, type Scenario } from '../../case/scenario';
import type { StatementTrace } from '../../engine/evaluation';
import { positionAt } from '../../language/place';
import { statementSpans } from '../../language/spans';

/** `4–16`, or `4`; empty where the text can't be found. */
export function linesOf({ policies }: Scenario, { address, statement }: StatementTrace): string {
  const policy = policyAt(policies, address);
  const text = policy ? policyText(policy) : '';
  const span = statementSpans(text)[statement];
  if (!span) return '';
  const from = positionAt(text, span.offset).line;
  const to = positionAt(text, span.offset + span.length).line;
  return from === to ? String(from) : `${from}–${to}`;
}
