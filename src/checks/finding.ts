/** What a check says about a policy. */
import type { Span } from '../language/place';
import type { CheckId } from './check-ids';

export type Severity = 'error' | 'security' | 'warning' | 'suggestion';

/** A place in the policy: as a path, and as characters of its text. The whole policy has the empty path. */
export interface Place {
  readonly path: string;
  readonly span: Span;
}

export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

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
}
