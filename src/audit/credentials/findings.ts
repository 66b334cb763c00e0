/**
 * The checks that a credential report decides. What each is in the CIS benchmark and in AWS Config stands in `sources.ts`.
 * IAM User Guide: "Generate credential reports for your AWS account", "Security best practices in IAM".
 */
import type { CredentialKey, CredentialReport, CredentialRow } from '../../intake/report/credential-types';
import { wholeDays } from '../days';
import type { CredentialFinding, CredentialFindingId } from './types';

export interface CredentialLimits {
  /** ISO 8601. */
  readonly now: string;
  /** More whole days than this is unused. */
  readonly unusedDays: number;
  readonly maxKeyAgeDays: number;
}

/** The benchmark asks whether the root user was used in this many days. */
const ROOT_DAYS = 90;

/** All findings, the root user's first, then in the order of the report. */
export function credentialFindings(
  report: CredentialReport,
  limits: CredentialLimits,
): readonly CredentialFinding[] {
  return [
    ...(report.root === undefined ? [] : rootFindings(report.root, limits)),
    ...report.users.flatMap((row) => userFindings(row, limits)),
  ];
}

/** Checks that do not apply to this account: a member account without root credentials needs no root MFA. */
export function notApplicable({ root }: CredentialReport): readonly CredentialFindingId[] {
  return root !== undefined && !root.password ? ['root-mfa'] : [];
}

function rootFindings(root: CredentialRow, { now }: CredentialLimits): readonly CredentialFinding[] {
  const of = (id: CredentialFindingId, rest: Partial<CredentialFinding> = {}): CredentialFinding => ({
    user: root.user,
    id,
    ...rest,
  });
  const [latest] = [root.passwordLastUsed, ...root.keys.map(({ lastUsed }) => lastUsed)]
    .filter((time) => time !== undefined)
    .sort((one, other) => Date.parse(other) - Date.parse(one));
  const days = latest === undefined ? Infinity : wholeDays(latest, now);
  return [
    // An inactive key of the root user can be switched on again: it is a key all the same.
    ...(root.keys.length > 0
      ? [of('root-access-key', { which: root.keys.map(({ slot }) => `key ${slot}`).join(', ') })]
      : []),
    ...(root.password && !root.mfa ? [of('root-mfa')] : []),
    ...(latest !== undefined && days <= ROOT_DAYS ? [of('root-used', { days, at: latest })] : []),
    ...certificates(root),
  ];
}

function userFindings(row: CredentialRow, limits: CredentialLimits): readonly CredentialFinding[] {
  const { user, keys } = row;
  const bare = !row.password && keys.length === 0 && row.certificates.length === 0;
  return [
    ...(row.password && !row.mfa ? [{ user, id: 'user-console-mfa' } as const] : []),
    ...passwordUnused(row, limits),
    ...keys.flatMap((key) => keyFindings(row, key, limits)),
    ...(keys.filter(({ active }) => active).length === 2 ? [{ user, id: 'two-active-keys' } as const] : []),
    ...certificates(row),
    ...(bare ? [{ user, id: 'no-credentials' } as const] : []),
  ];
}

function passwordUnused(
  row: CredentialRow,
  { now, unusedDays }: CredentialLimits,
): readonly CredentialFinding[] {
  const since = row.passwordLastUsed ?? row.passwordChanged ?? row.created;
  if (!row.password || since === undefined) return [];
  const days = wholeDays(since, now);
  if (days <= unusedDays) return [];
  const never = row.passwordLastUsed === undefined && { which: 'never used' };
  return [{ user: row.user, id: 'password-unused', days, ...never }];
}

function keyFindings(
  row: CredentialRow,
  key: CredentialKey,
  { now, unusedDays, maxKeyAgeDays }: CredentialLimits,
): readonly CredentialFinding[] {
  const { user } = row;
  const which = `key ${key.slot}`;
  if (!key.active) return [{ user, id: 'key-inactive', which }];
  const never = key.lastUsed === undefined;
  const since = key.lastUsed ?? key.made;
  const unused = since === undefined ? 0 : wholeDays(since, now);
  const age = key.made === undefined ? 0 : wholeDays(key.made, now);
  const found: CredentialFinding[] = [];
  if (unused > unusedDays)
    found.push({ user, id: 'key-unused', which: never ? `${which}, never used` : which, days: unused });
  if (age > maxKeyAgeDays) found.push({ user, id: 'key-old', which, days: age });
  if (row.password && never) found.push({ user, id: 'key-at-setup', which });
  return found;
}

function certificates({ user, certificates: list }: CredentialRow): readonly CredentialFinding[] {
  return list
    .filter(({ active }) => active)
    .map(({ slot }) => ({ user, id: 'signing-certificate', which: `certificate ${slot}` }));
}
