/** What a table of principals shows beside an answer: each fact of one principal from one of the files, joined by ARN. */
import { boundaryOf, identityOf } from '../../intake/account/policies';
import type { Account, AccountPrincipal } from '../../intake/account/read';
import { textAt } from '../../intake/evidence/values';
import { auditCredentials } from '../credentials/audit';
import type { CredentialFinding, KeyLimits, Rotation } from '../credentials/types';
import type { CredentialReport, CredentialRow } from '../../intake/report/credential-types';
import type { LastAccessedReport, UnusedAccessReport } from '../../intake/report/types';
import {
  isIdentityCenter,
  isNamedLikeLinked,
  isServiceLinked,
  trustedFromOutside,
  type TrustedRole,
} from './outside';
import { usersOfReport } from './report-users';
import { unseenPolicies, type UnseenPolicy } from './unseen';
import { unusedRoles } from './unused';

export interface PrincipalFacts {
  readonly arn: string;
  readonly name: string;
  readonly kind: AccountPrincipal['kind'] | 'root';
  /** ISO 8601, of a role's last use or a user's newest one; absent: never, or not told. */
  readonly lastUsed?: string;
  readonly unused: boolean;
  readonly boundary?: string;
  readonly outside: readonly Omit<TrustedRole, 'role'>[];
  /** A role that AWS keeps, or one that only has the name of such. */
  readonly keptBy?: 'service' | 'identityCenter' | 'nameOnly';
  /** Policies of which only the name is known, and the commands that print them. */
  readonly unseen: readonly string[];
  readonly commands: readonly string[];
  /** Its line of the credential report. */
  readonly row?: CredentialRow;
  /** What else was given of it: services that it was the last to use, and findings of unused access. */
  readonly told: readonly string[];
  readonly findings: readonly CredentialFinding[];
  readonly rotation?: Rotation;
}

export interface AccountOverview {
  /** Its number; several where the files mix accounts. */
  readonly ids: readonly string[];
  readonly principals: readonly PrincipalFacts[];
  /** The root user's, where a credential report was given. */
  readonly root?: PrincipalFacts & { readonly row: CredentialRow };
  /** When AWS made the credential report, or else the moment of the question; absent: no report. */
  readonly reportOf?: string;
  readonly hasReport: boolean;
  /** False: only the credential report was given, so nothing is known of roles, nor of what anybody may do. */
  readonly hasDetails: boolean;
  /** Users of the report that the account's answer does not hold: made since, or of another account. */
  readonly strangers: readonly string[];
  /** Told once for all, with the commands that print them. */
  readonly unseen: readonly UnseenPolicy[];
}

/** What was given besides the account itself. */
export interface Joined {
  readonly report?: CredentialReport;
  readonly accessed?: readonly LastAccessedReport[];
  readonly unusedAccess?: readonly UnusedAccessReport[];
  /** ISO 8601. Ages in the credential report count from when AWS made it. */
  readonly now: string;
  readonly windowDays?: number;
  /** Of passwords and keys; what is left out as in `KEY_LIMITS`. */
  readonly limits?: Partial<KeyLimits>;
}

/** All principals of an account with what every file tells of each; without its details those of the credential report. */
export function overviewOf(
  details: Account | undefined,
  { report, accessed = [], unusedAccess = [], now, windowDays = 90, limits }: Joined,
): AccountOverview {
  const account = details ?? usersOfReport(report);
  const reportOf = report?.generated ?? now;
  const audit = report && auditCredentials({ ...limits, report, now: reportOf });
  const audited = audit?.kind === 'audited' ? audit : undefined;
  const findings = grouped(audited?.findings ?? []);
  const rotations = new Map((audited?.rotations ?? []).map((one) => [one.user, one]));
  const rows = new Map((report?.users ?? []).map((row) => [row.arn, row]));
  const trusted = new Map<string, TrustedRole[]>();
  for (const one of trustedFromOutside(account).trusted)
    trusted.set(one.role.arn, [...(trusted.get(one.role.arn) ?? []), one]);
  const unused = new Set(unusedRoles(account, { now, windowDays }).map(({ role }) => role.arn));
  const root = report?.root;
  const told = toldOf(accessed, unusedAccess);
  const known = new Set(account.principals.map(({ arn }) => arn));
  return {
    ids: account.ids,
    hasReport: report !== undefined,
    hasDetails: details !== undefined,
    ...(report !== undefined && { reportOf }),
    strangers: (report?.users ?? []).filter(({ arn }) => !known.has(arn)).map(({ user }) => user),
    unseen: unseenPolicies(account),
    principals: account.principals.map((principal) => {
      const { arn, name, kind, detail } = principal;
      const row = rows.get(arn);
      const lastUsed =
        kind === 'role' ? textAt(detail, 'RoleLastUsed', 'LastUsedDate') : row && lastUseOf(row);
      const edge = boundaryOf(account, detail);
      const boundary = edge.policies[0]?.name;
      const identity = identityOf(account, kind, detail);
      // By name alone a user of another account would be the same.
      const rotation = row === undefined ? undefined : rotations.get(name);
      const own = row === undefined ? [] : (findings.get(name) ?? []);
      return {
        arn,
        name,
        kind,
        unused: unused.has(arn) || own.some(({ id }) => id === 'password-unused' || id === 'key-unused'),
        outside: (trusted.get(arn) ?? []).map(({ role: _, ...rest }) => rest),
        findings: own,
        unseen: [...identity.unseen, ...edge.unseen],
        commands: [...identity.commands, ...edge.commands],
        told: told.get(arn) ?? [],
        ...(row !== undefined && { row }),
        ...(lastUsed !== undefined && { lastUsed }),
        ...(boundary !== undefined && { boundary }),
        ...(rotation !== undefined && { rotation }),
        ...(isServiceLinked(principal) && { keptBy: 'service' as const }),
        ...(isIdentityCenter(principal) && { keptBy: 'identityCenter' as const }),
        ...(isNamedLikeLinked(principal) && { keptBy: 'nameOnly' as const }),
      };
    }),
    ...(root !== undefined && { root: rootOf(root, findings.get(root.user), rotations.get(root.user)) }),
  };
}

function rootOf(
  row: CredentialRow,
  findings: readonly CredentialFinding[] = [],
  rotation: Rotation | undefined,
): NonNullable<AccountOverview['root']> {
  const lastUsed = lastUseOf(row);
  return {
    arn: row.arn,
    name: row.user,
    kind: 'root',
    unused: false,
    outside: [],
    unseen: [],
    commands: [],
    told: [],
    findings,
    row,
    ...(lastUsed !== undefined && { lastUsed }),
    ...(rotation !== undefined && { rotation }),
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

/** By ARN: last-accessed reports name the last user of each service, findings name whom they are about. */
function toldOf(
  accessed: readonly LastAccessedReport[],
  unusedAccess: readonly UnusedAccessReport[],
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const add = (arn: string, words: string): void => {
    found.set(arn, [...(found.get(arn) ?? []), words]);
  };
  for (const { services } of accessed)
    for (const { prefix, by, last } of services)
      if (by !== undefined && last !== undefined)
        add(by, `Was the last to use \`${prefix}\`, on ${last.slice(0, 10)}`);
  for (const { findings } of unusedAccess)
    for (const { principal, unused, last, services } of findings)
      add(principal, findingWords(unused, last, services));
  return found;
}

function findingWords(
  unused: UnusedAccessReport['findings'][number]['unused'],
  last: string | undefined,
  services: readonly { readonly prefix: string }[],
): string {
  const since = last === undefined ? 'never used' : `not used since ${last.slice(0, 10)}`;
  switch (unused) {
    case 'role':
      return `Access Analyzer: the role was ${since}`;
    case 'access-key':
      return `Access Analyzer: an access key was ${since}`;
    case 'password':
      return `Access Analyzer: the password was ${since}`;
    case 'permissions':
      return `Access Analyzer: permissions of ${services.length} ${services.length === 1 ? 'service' : 'services'} are not used`;
  }
}
