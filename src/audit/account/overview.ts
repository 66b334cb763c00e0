/** What a table of principals shows beside an answer: each fact of one principal from one of the files, joined by ARN. */
import { boundaryOf } from '../../intake/account/policies';
import type { Account, AccountPrincipal } from '../../intake/account/read';
import { textAt } from '../../intake/evidence/values';
import { auditCredentials } from '../credentials/audit';
import type { CredentialFinding, Rotation } from '../credentials/types';
import type { CredentialReport, CredentialRow } from '../../intake/report/credential-types';
import { isIdentityCenter, isServiceLinked, trustedFromOutside, type TrustedRole } from './outside';
import { unusedRoles } from './unused';

export interface PrincipalFacts {
  readonly arn: string;
  readonly name: string;
  readonly kind: AccountPrincipal['kind'];
  /** ISO 8601, of a role's last use or a user's newest one; absent: never, or not told. */
  readonly lastUsed?: string;
  readonly unused: boolean;
  readonly boundary?: string;
  readonly outside: readonly Omit<TrustedRole, 'role'>[];
  /** A role that AWS keeps. */
  readonly keptBy?: 'service' | 'identityCenter';
  readonly findings: readonly CredentialFinding[];
  readonly rotation?: Rotation;
}

export interface AccountOverview {
  /** Its number; several where the files mix accounts. */
  readonly ids: readonly string[];
  readonly principals: readonly PrincipalFacts[];
  /** The root user's, where a credential report was given. */
  readonly root?: { readonly findings: readonly CredentialFinding[]; readonly rotation?: Rotation };
  readonly hasReport: boolean;
}

/** `now`: ISO 8601. */
export function overviewOf(
  account: Account,
  report: CredentialReport | undefined,
  now: string,
  windowDays = 90,
): AccountOverview {
  const audit = report && auditCredentials({ report, now });
  const audited = audit?.kind === 'audited' ? audit : undefined;
  const findings = grouped(audited?.findings ?? []);
  const rotations = new Map((audited?.rotations ?? []).map((one) => [one.user, one]));
  const rows = new Map((report?.users ?? []).map((row) => [row.arn, row]));
  const trusted = new Map<string, TrustedRole[]>();
  for (const one of trustedFromOutside(account).trusted)
    trusted.set(one.role.arn, [...(trusted.get(one.role.arn) ?? []), one]);
  const unused = new Set(unusedRoles(account, { now, windowDays }).map(({ role }) => role.arn));
  const root = report?.root;
  return {
    ids: account.ids,
    hasReport: report !== undefined,
    principals: account.principals.map((principal) => {
      const { arn, name, kind, detail } = principal;
      const row = rows.get(arn);
      const lastUsed =
        kind === 'role' ? textAt(detail, 'RoleLastUsed', 'LastUsedDate') : row && lastUseOf(row);
      const boundary = boundaryOf(account, detail).policies[0]?.name;
      const rotation = kind === 'user' ? rotations.get(name) : undefined;
      const own = kind === 'user' ? (findings.get(name) ?? []) : [];
      return {
        arn,
        name,
        kind,
        unused: unused.has(arn) || own.some(({ id }) => id === 'password-unused' || id === 'key-unused'),
        outside: (trusted.get(arn) ?? []).map(({ role: _, ...rest }) => rest),
        findings: own,
        ...(lastUsed !== undefined && { lastUsed }),
        ...(boundary !== undefined && { boundary }),
        ...(rotation !== undefined && { rotation }),
        ...(isServiceLinked(principal) && { keptBy: 'service' as const }),
        ...(isIdentityCenter(principal) && { keptBy: 'identityCenter' as const }),
      };
    }),
    ...(root !== undefined && {
      root: {
        findings: findings.get(root.user) ?? [],
        ...(rotations.has(root.user) && { rotation: rotations.get(root.user)! }),
      },
    }),
  };
}

function grouped(findings: readonly CredentialFinding[]): ReadonlyMap<string, readonly CredentialFinding[]> {
  const found = new Map<string, CredentialFinding[]>();
  for (const finding of findings) found.set(finding.user, [...(found.get(finding.user) ?? []), finding]);
  return found;
}

function lastUseOf({ passwordLastUsed, keys }: CredentialRow): string | undefined {
  const times = [passwordLastUsed, ...keys.map(({ lastUsed }) => lastUsed)].filter(
    (time) => time !== undefined,
  );
  return times.sort((one, other) => Date.parse(other) - Date.parse(one))[0];
}
