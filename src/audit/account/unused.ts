/**
 * Roles that nobody has used for a while. AWS tells a role's last use for 400 days; an empty answer says that there was none.
 * IAM User Guide: "View role access"; IAM API Reference: RoleLastUsed.
 */
import { textAt } from '../../intake/evidence/values';
import type { Account, AccountPrincipal } from '../../intake/account/read';
import { wholeDays } from '../days';
import { isKept } from './outside';

export interface UnusedRole {
  readonly role: AccountPrincipal;
  /** A day (`2026-03-01`), or null: not used in the 400 days that AWS tells of. */
  readonly lastUsed: string | null;
  readonly region?: string;
  readonly created?: string;
}

export interface UnusedOptions {
  /** ISO 8601. */
  readonly now: string;
  /** More whole days than this; default 90. */
  readonly windowDays?: number;
}

/** Roles not used within the window and made before it, the longest unused first. Roles that AWS keeps are left out. */
export function unusedRoles(
  account: Account,
  { now, windowDays = 90 }: UnusedOptions,
): readonly UnusedRole[] {
  const old = (time: string): boolean => wholeDays(time, now) > windowDays;
  const found = account.principals.flatMap((role): readonly UnusedRole[] => {
    if (role.kind !== 'role' || isKept(role)) return [];
    const used = textAt(role.detail, 'RoleLastUsed', 'LastUsedDate');
    const created = textAt(role.detail, 'CreateDate');
    if (used === undefined ? created === undefined || !old(created) : !old(used)) return [];
    const region = textAt(role.detail, 'RoleLastUsed', 'Region');
    return [
      {
        role,
        lastUsed: used?.slice(0, 10) ?? null,
        ...(region !== undefined && { region }),
        ...(created !== undefined && { created }),
      },
    ];
  });
  return found.sort((one, other) => (one.lastUsed ?? '').localeCompare(other.lastUsed ?? ''));
}
