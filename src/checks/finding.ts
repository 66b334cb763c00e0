/** What a check says about a policy. */
import type { Place, TextEdit } from '../language/place';
import type { CheckId } from './check-ids';

export type Severity = 'error' | 'security' | 'warning' | 'suggestion';

export interface Fix {
  /** What the fix does, as on a button. */
  readonly title: string;
  /** Never overlapping; every span counts in the text as it was checked. */
  readonly edits: readonly TextEdit[];
  /** The fix changes what the policy permits, or one of several meanings was chosen: the user should look at it. */
  readonly review?: true;
}

export interface Finding extends Place {
  readonly id: CheckId;
  readonly severity: Severity;
  /** What is wrong, why it matters, and what to do. Text of the policy stands in backticks. */
  readonly message: string;
  readonly fixes: readonly Fix[];
  /** Other places that the finding speaks of. */
  readonly related?: readonly Place[];
  /** The place changes nothing: it may be drawn faded. */
  readonly faded?: boolean;
}

/** A fix that keeps the meaning, or whose meaning is beyond doubt. */
export function fix(title: string, ...edits: readonly TextEdit[]): Fix {
  return { title, edits };
}

/** A fix that the user should look at. */
export function proposal(title: string, ...edits: readonly TextEdit[]): Fix {
  return { title, edits, review: true };
}

/** What a fix does, with a word where the meaning may change. */
export function fixTitle({ title, review }: Fix): string {
  return review === true ? `${title} (may change what is permitted)` : title;
}
