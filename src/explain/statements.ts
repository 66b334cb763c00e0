/** The words of one statement in the walk. */
import type { ElementTrace, Evaluation, StatementTrace } from '../engine/evaluation';
import type { Scenario } from '../case/scenario';
import { elementWords } from './elements';
import { firstDifference, onlyLimits, statementName, stepOf } from './facts';
import { nearestOf } from './nearest';
import type { StatementWords, Tone } from './types';

/**
 * Name, outcome and one line of reason for a statement. With the scenario it also tells whether the statement
 * is the one that came nearest in a layer whose Allow is missing.
 */
export function statementWords(
  statement: StatementTrace,
  evaluation: Evaluation,
  scenario?: Scenario,
): StatementWords {
  const near = scenario !== undefined && nearestOf(statement, scenario, evaluation) !== undefined;
  const reason = reasonOf(statement, evaluation);
  return {
    tone: toneOf(statement),
    name: statementName(statement),
    word: wordOf(statement, evaluation),
    reason: near ? `Closest statement: ${reason}` : reason,
    near,
  };
}

function toneOf({ truth, effect, address, decided }: StatementTrace): Tone {
  if (truth === 'no') return 'miss';
  if (truth === 'unknown') return 'unknown';
  if (effect === 'Deny') return 'explicit';
  return decided || !onlyLimits(address.layer) ? 'allow' : 'pass';
}

function wordOf({ truth, effect, address }: StatementTrace, evaluation: Evaluation): string {
  if (truth === 'no') return 'No match';
  if (truth === 'unknown') return 'Not known';
  if (effect === 'Deny') return 'Denies';
  return stepOf(evaluation, address.layer)?.reached === false ? 'Would allow' : 'Allows';
}

/** What differs first, what it depends on, or the most telling part that matched. */
function reasonOf(statement: StatementTrace, evaluation: Evaluation): string {
  const shown = firstDifference(statement) ?? tellingMatch(statement);
  return shown ? elementWords(shown, evaluation) : 'All of it matches';
}

/** Conditions tell most about a match, then whom it names, then the action. */
function tellingMatch({ elements, address }: StatementTrace): ElementTrace | undefined {
  const of = (...names: string[]) => elements.find((element) => names.includes(element.element));
  const caller = address.layer === 'resource' ? of('Principal', 'NotPrincipal') : undefined;
  return of('Condition') ?? caller ?? of('Action', 'NotAction') ?? elements[0];
}
