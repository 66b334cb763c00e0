/**
 * What a case says of a lesson: which one it comes from, or a whole lesson that someone wrote about it.
 * The lessons of the page itself are data of `lessons/`; nobody's answers or progress ever stand in a case.
 */
import type { OwnPolicies, Policy, Request } from './parts';

export interface LessonOf {
  /** The id of a lesson of the page. */
  readonly of: string;
}

/** A lesson about the case that it stands in; the case is its start. All that can be computed is computed. */
export interface LessonBlock {
  readonly title?: string;
  readonly story?: string;
  readonly ask?: LessonQuestion;
  readonly rule?: string;
  readonly repair?: LessonRepair;
  /** A page to read on. */
  readonly learn?: string;
}

export type LessonPart = LessonOf | LessonBlock;

export interface LessonQuestion {
  readonly kind: 'predict';
  readonly question: string;
  /** Two to four; exactly one claim agrees with the evaluation, those for a wrong reason excepted. */
  readonly options: readonly LessonOption[];
}

export interface LessonOption {
  readonly id: string;
  /** Verdict and reason. */
  readonly text: string;
  readonly claims: LessonClaim;
  /** The id of the belief that a wrong option stands for. */
  readonly belief?: string;
  /** A right verdict for a wrong reason. */
  readonly reasonOnly?: true;
  /** What is said against this reason, or for it. */
  readonly say: string;
}

/** What an option says of the evaluation; only what is named is compared. */
export interface LessonClaim {
  readonly decision: 'Allowed' | 'ExplicitlyDenied' | 'ImplicitlyDenied';
  /** The name of the policy that decides. */
  readonly by?: string;
  readonly statement?: number;
  /** The layer whose Allow is missing. */
  readonly missing?: string;
  /** The step that settles it. */
  readonly at?: string;
  /** The requests of the call that fail, counted from 0. */
  readonly failing?: readonly number[];
}

export interface LessonRepair {
  readonly task: string;
  /** Places that may be edited: `identity/0`, `scp/1/0`, `resource`, `request`, `s3`; all else is locked. */
  readonly edit: readonly string[];
  readonly tests: readonly LessonTest[];
  /** Run when the visible ones pass, then shown. */
  readonly hidden?: readonly LessonTest[];
  readonly constraints?: readonly LessonConstraint[];
  readonly hints?: readonly string[];
}

/** A test as a case has it, with what the learner reads when it is the first that fails. */
export interface LessonTest {
  readonly name: string;
  readonly request: Partial<Request>;
  readonly expect: 'Allowed' | 'Denied';
  readonly policies?: OwnPolicies;
  /** The number of the request in a call, or `call` for the whole. */
  readonly of?: number | 'call';
  readonly say?: string;
}

/** What a solution may not do, of the places that may be edited. */
export interface LessonConstraint {
  readonly kind: LessonLimit;
  readonly say: string;
  readonly in?: 'Action' | 'Resource' | 'Principal';
  readonly element?: string;
  readonly sid?: string;
  readonly only?: string;
  readonly count?: number;
  readonly severity?: 'error' | 'security' | 'warning' | 'suggestion';
  readonly than?: 'solution';
}

export const LESSON_LIMITS = [
  'noWildcard',
  'noBareStar',
  'keepsDeny',
  'noDeny',
  'without',
  'keepsStatement',
  'atMostStatements',
  'noFindings',
  'opensNoMoreThan',
] as const;

export type LessonLimit = (typeof LESSON_LIMITS)[number];

/** One edit of a puzzle: a document put in a place, a policy added, or one removed. */
export type LessonEdit =
  | { readonly at: string; readonly document: unknown }
  | { readonly at: string; readonly value: unknown }
  | { readonly at: string; readonly add: Policy }
  | { readonly at: string; readonly remove: true };
