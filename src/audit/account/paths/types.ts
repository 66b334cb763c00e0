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

/** A known way through a thing that the account's answer does not list: it is one only if such a thing runs with one of the roles. */
export interface HangingPath {
  readonly from: AccountPrincipal;
  /** An id of the known paths. */
  readonly path: string;
  /** Whose things they are: `lambda.amazonaws.com`. */
  readonly service: string;
  /** ARNs of the roles by which one is or becomes administrator, and which the service may take. */
  readonly roles: readonly string[];
  readonly stations: readonly Station[];
}

/** What of a statement is changed. */
export type CutPart =
  /** Entries of a list go, others stay. */
  | {
      readonly kind: 'entries';
      readonly element: 'Action' | 'Resource';
      readonly values: readonly string[];
    }
  /** Patterns of `Resource` give way to the roles they cover that make nobody administrator. */
  | { readonly kind: 'narrowed'; readonly values: readonly string[]; readonly to: readonly string[] }
  /** `Resource` of everything becomes `NotResource` of the roles that make somebody administrator. */
  | { readonly kind: 'except'; readonly roles: readonly string[] };

/** A change that may close ways: of a statement, all of it without `part`; or a Deny that an SCP adds. */
export type CutChange =
  | { readonly kind: 'statement'; readonly statement: StatementRef; readonly part?: CutPart }
  | { readonly kind: 'scp'; readonly action: string; readonly resource: string };

export type Cut = CutChange & {
  /** Whose policy it is: an ARN; of an SCP the account's ID. */
  readonly holder: string;
  /** A request that it stops: to try the cut on. */
  readonly station: Station;
  /** How many of the paths it closes. */
  readonly closes: number;
  /** Which ones: places in the list of paths. */
  readonly ways: readonly number[];
};

export interface AdminPaths {
  readonly admins: readonly AccountPrincipal[];
  /** The shortest ways of everybody who has one; several of the same length are all listed. */
  readonly paths: readonly AdminPath[];
  /** One of these changes closes so many paths; the most first, the smaller before the larger. */
  readonly cuts: readonly Cut[];
  /** Of those who have no way that is known. */
  readonly hanging: readonly HangingPath[];
  readonly asked: number;
}
