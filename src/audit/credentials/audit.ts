/** The credential report, judged: what each check finds, and the step of rotation of every user. */
import { readReport } from '../../intake/report/read';
import type { CredentialReport } from '../../intake/report/credential-types';
import { credentialFindings, notApplicable } from './findings';
import { rotationOf } from './rotation';
import { KEY_LIMITS } from './types';
import type { CredentialFinding, CredentialFindingId, KeyLimits, Rotation } from './types';

/** Limits that are left out are those of `KEY_LIMITS`. */
export interface CredentialAuditInput extends Partial<KeyLimits> {
  /** The report, or the text that holds it. */
  readonly report: CredentialReport | string;
  /** ISO 8601. Where AWS's own time is in the report, ages can count from that. */
  readonly now: string;
}

export type CredentialAudit =
  | {
      readonly kind: 'audited';
      readonly report: CredentialReport;
      readonly findings: readonly CredentialFinding[];
      readonly notApplicable: readonly CredentialFindingId[];
      /** The root user's first where it has a key, then each user's, in the order of the report. */
      readonly rotations: readonly Rotation[];
    }
  | { readonly kind: 'unreadable'; readonly problems: readonly string[] };

/**
 * What a credential report gives cause to do. Whole days count; more than the limit is too old.
 * IAM User Guide: "Generate credential reports for your AWS account".
 */
export function auditCredentials(input: CredentialAuditInput): CredentialAudit {
  const report = typeof input.report === 'string' ? readReport(input.report) : input.report;
  if (report.kind !== 'credentialReport')
    return { kind: 'unreadable', problems: report.problems.map(({ message }) => message) };
  const limits = {
    now: input.now,
    unusedDays: input.unusedDays ?? KEY_LIMITS.unusedDays,
    maxKeyAgeDays: input.maxKeyAgeDays ?? KEY_LIMITS.maxKeyAgeDays,
    quietHours: input.quietHours ?? KEY_LIMITS.quietHours,
  };
  const rows = [...(report.root === undefined ? [] : [report.root]), ...report.users];
  return {
    kind: 'audited',
    report,
    findings: credentialFindings(report, limits),
    notApplicable: notApplicable(report),
    rotations: rows
      .map((row) => rotationOf(row, limits))
      .filter(({ user, state }) => user !== '<root_account>' || state === 'root'),
  };
}
