/** Ways to become an administrator, as data. Every station is a request that the evaluator decided. */
import type { Decision, StatementRef } from '../../../engine/evaluation';
import type { AccountPrincipal } from '../../../intake/account/read';
import type { AccountQuestion } from '../principal-case';

export interface Station {
  /** Who makes the request: a user or role of the account, or a service. */
  readonly principal: string;
  readonly question: AccountQuestion;
  readonly decision: Extract<Decision, 'Allowed' | 'Undetermined'>;
  readonly because: readonly StatementRef[];
  /** Keys that an undetermined request hangs on. */
  readonly keys: readonly string[];
}

export interface PathStep {
  readonly from: AccountPrincipal;
  /** An id of the known paths, or `AssumeRole`. */
  readonly path: string;
  /** ARN of what is used: a role, user, group or policy. */
  readonly to: string;
  /** Whom the step makes of the one who takes it; undefined: itself, with more permissions. */
  readonly becomes?: AccountPrincipal;
  readonly stations: readonly Station[];
}

export interface AdminPath {
  readonly from: AccountPrincipal;
  readonly steps: readonly PathStep[];
  /** Every station is allowed whatever is not known; else it is possible if the keys are right. */
  readonly certain: boolean;
}

/** Entries of a list of a statement, of which others stay. */
export interface CutPart {
  readonly element: 'Action' | 'Resource';
  readonly values: readonly string[];
}

export interface Cut {
  /** Whose policy it is: an ARN. */
  readonly holder: string;
  readonly statement: StatementRef;
  /** What of the statement goes; undefined: all of it. */
  readonly part?: CutPart;
  /** A request that it stops: to try the cut on. */
  readonly station: Station;
  /** How many of the paths it closes. */
  readonly closes: number;
}

export interface AdminPaths {
  readonly admins: readonly AccountPrincipal[];
  /** The shortest ways of everybody who has one; several of the same length are all listed. */
  readonly paths: readonly AdminPath[];
  /** Taking away one of these statements, or entries of one, closes so many paths; the most first, the smaller before the larger. */
  readonly cuts: readonly Cut[];
  readonly asked: number;
}
