/**
 * Who and what is younger than the window: what runs rarely has had no time to be used, so no report speaks against it
 * (IAM User Guide, "Refine permissions using last accessed information": review what was granted lately with care).
 */
import { createdIn } from '../../intake/report/created';
import type { MadeThing, Report } from '../../intake/report/types';
import { lastSegment } from '../../language/arn';
import { wholeDays } from '../days';
import type { OldPolicy } from './rewrite';

export interface Ages {
  /** When the user or role was made, where that is told. */
  readonly made?: string;
  /** Is the policy, by its position, or who holds it younger than the window? */
  readonly isYoung: (policy: number) => boolean;
  /** Names of what is, the user or role first. */
  readonly young: readonly string[];
}

export interface AgeFacts {
  readonly reports: readonly Report[];
  readonly policies: readonly OldPolicy[];
  readonly principal: string | null;
  /** What the person told, ISO 8601. */
  readonly made: string | undefined;
  /** The day of the evidence; undefined: nothing has an age. */
  readonly now: string | undefined;
  readonly windowDays: number;
}

export function agesOf({ reports, policies, principal, made, now, windowDays }: AgeFacts): Ages {
  const told = reports.flatMap((report) =>
    report.kind === 'created' ? [report] : report.kind === 'account' ? [createdIn(report)] : [],
  );
  const since = made ?? told.flatMap(({ principals }) => principals).find(({ arn }) => arn === principal)?.at;
  const isAfter = (time: string | undefined): boolean =>
    time !== undefined && now !== undefined && wholeDays(time, now) < windowDays;
  const changed = told.flatMap((report) => report.policies);
  const youngPolicies = policies.map(({ name }) => isAfter(changed.find((each) => isNamed(each, name))?.at));
  const youngHolder = isAfter(since);
  return {
    ...(since !== undefined && { made: since }),
    isYoung: (policy) => youngHolder || youngPolicies[policy] === true,
    young: [
      ...(youngHolder && principal !== null ? [lastSegment(principal)] : []),
      ...policies.flatMap(({ name }, index) => (youngPolicies[index] === true ? [name] : [])),
    ],
  };
}

/** A policy of a case has its name, or its ARN. */
function isNamed({ arn, name }: MadeThing, own: string): boolean {
  return own === name || own === arn;
}
