/** The form of a check. */
import type { CheckId } from './check-ids';
import type { CheckedPolicy } from './document';
import type { Fix, Severity } from './finding';
import type { Place } from '../language/place';
import type { PolicyType } from './policy-type';

/** A finding, before it gets the id and the severity of its check. */
export interface Problem {
  readonly at: Place;
  readonly message: string;
  readonly fixes?: readonly Fix[];
  readonly related?: readonly Place[];
  /** Where it is less, or more, than the check usually says. */
  readonly severity?: Severity;
  /** The place changes nothing: it may be drawn faded. */
  readonly faded?: boolean;
}

export interface Check {
  readonly id: CheckId;
  readonly severity: Severity;
  /** The types of policies it looks at; undefined: all. */
  readonly types: readonly PolicyType[] | undefined;
  readonly run: (policy: CheckedPolicy) => Iterable<Problem>;
}

const maker =
  (severity: Severity) =>
  (id: CheckId, run: Check['run'], types?: readonly PolicyType[]): Check => ({ id, severity, types, run });

export const error = maker('error');
export const security = maker('security');
export const warning = maker('warning');
export const suggestion = maker('suggestion');
