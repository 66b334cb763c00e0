/**
 * Who of an account can do something: every user and role is asked as the caller of a request of its own, by the evaluator.
 * A principal is counted once: a Deny that matches; else a limit that stops what its policies allow; else no Allow; else a key
 * that is not known; else allowed. The root user is not listed: it can nearly always.
 */
import type { Layer } from '../../case/layers';
import type { Dependency, Evaluation, StatementRef } from '../../engine/evaluation';
import type { Account, AccountPrincipal } from '../../intake/account/read';
import { caseOf, hiddenPolicy, type AccountQuestion } from './principal-case';
import { signatureOf } from './signature';
import { askOpen } from './untold-keys';

export type WhoOutcome = 'allowed' | 'allowedIf' | 'stoppedByLimit' | 'denied' | 'nothingGrants';

export interface WhoRow {
  readonly principal: AccountPrincipal;
  readonly outcome: WhoOutcome;
  /** The layer that allows, or that stops it. */
  readonly layer?: Layer;
  /** The statements that decided. */
  readonly because: readonly StatementRef[];
  /** What an `allowedIf` hangs on. */
  readonly dependsOn: readonly Dependency[];
}

export interface WhoCan {
  readonly question: AccountQuestion;
  /** Users, then roles, each by name. */
  readonly rows: readonly WhoRow[];
  /** A policy outside the account's answer has a say and was not given: the resource's own. */
  readonly needsResourcePolicy: boolean;
  /** How many cases were evaluated: principals whose policies are the same share one. */
  readonly evaluated: number;
}

/** The answer in steps, so that a caller can show the first rows, report, or stop. */
export function* whoCanStepwise(
  account: Account,
  question: AccountQuestion,
): Generator<WhoRow, number, void> {
  const known = new Map<string, Omit<WhoRow, 'principal'>>();
  for (const principal of account.principals) {
    const signature = signatureOf(account, principal, question);
    let row = known.get(signature);
    if (row === undefined) {
      row = rowOf(askOpen(account, caseOf(account, principal, question)).evaluation);
      known.set(signature, row);
    }
    yield { principal, ...row };
  }
  return known.size;
}

/**
 * Every user and role of the account, with whether it can do `question.action` on `question.resource`, and what decided it.
 * IAM User Guide: "Policy evaluation logic". Never throws.
 */
export function whoCan(account: Account, question: AccountQuestion): WhoCan {
  const rows: WhoRow[] = [];
  const run = whoCanStepwise(account, question);
  for (let step = run.next(); ; step = run.next()) {
    if (step.done === true)
      return { question, rows, needsResourcePolicy: hiddenPolicy(account, question), evaluated: step.value };
    rows.push(step.value);
  }
}

function rowOf(evaluation: Evaluation): Omit<WhoRow, 'principal'> {
  const { decision, decidedBy: because, dependsOn, missing } = evaluation;
  const layer = because[0]?.layer;
  switch (decision) {
    case 'Allowed':
      return { outcome: 'allowed', ...(layer !== undefined && { layer }), because, dependsOn: [] };
    case 'ExplicitlyDenied':
      return { outcome: 'denied', ...(layer !== undefined && { layer }), because, dependsOn: [] };
    case 'Undetermined':
      return { outcome: 'allowedIf', because, dependsOn };
    case 'ImplicitlyDenied': {
      // Where the caller's own policies grant nothing, no limit had anything to stop.
      const grants = missing.includes('identity') || missing.length === 0;
      const stops = grants ? 'identity' : missing[0]!;
      return {
        outcome: grants || stops === 'resource' ? 'nothingGrants' : 'stoppedByLimit',
        layer: stops,
        because,
        dependsOn: [],
      };
    }
  }
}
