/**
 * What statements, policies, levels and layers say to a request, and how it is put together. In any logic: a `T` is
 * the answer to "does it apply?" for one request, or a formula that tells for which requests it does.
 */
import type { GrantKind, Truth } from './evaluation';
import type { Logic } from './logic';
import { KLEENE } from './logic';

export type Grants<T = Truth> = Readonly<Record<GrantKind, T>>;

/** What a layer, or one of its levels, says to the request. */
export interface Say<T = Truth> {
  readonly deny: T;
  readonly allow: T;
  /** The Allows of a resource-based policy by their kind. */
  readonly grants: Grants<T>;
}

/** Nothing matches. */
export function silent<T>({ no }: Logic<T>): Say<T> {
  return { deny: no, allow: no, grants: { direct: no, role: no, account: no } };
}

export const SILENT: Say = silent(KLEENE);
export const NO_GRANTS: Grants = SILENT.grants;
const OPEN_GRANTS: Grants = { direct: 'unknown', role: 'unknown', account: 'unknown' };
/** What a layer says that is supposed to let the request through. */
export const ALLOWS: Say = {
  deny: 'no',
  allow: 'yes',
  grants: { direct: 'yes', role: 'no', account: 'no' },
};
/** In play, and nothing is known of it. */
export const OPEN: Say = { deny: 'unknown', allow: 'unknown', grants: OPEN_GRANTS };

/** What one statement says where it applies. A Deny denies whatever its kind of match; without a kind nothing is granted. */
export function sayOfStatementIn<T>(
  logic: Logic<T>,
  effect: 'Allow' | 'Deny',
  applies: T,
  grant: GrantKind | undefined,
): Say<T> {
  const { no } = logic;
  const grants = { direct: no, role: no, account: no };
  if (effect === 'Deny') return { deny: applies, allow: no, grants };
  if (grant) grants[grant] = applies;
  return { deny: no, allow: applies, grants };
}

/** Policies of one level are added up: one matching Allow suffices, one matching Deny too. */
export function joinIn<T>({ or }: Logic<T>, a: Say<T>, b: Say<T>): Say<T> {
  return {
    deny: or(a.deny, b.deny),
    allow: or(a.allow, b.allow),
    grants: {
      direct: or(a.grants.direct, b.grants.direct),
      role: or(a.grants.role, b.grants.role),
      account: or(a.grants.account, b.grants.account),
    },
  };
}

export function join(a: Say, b: Say): Say {
  if (a === SILENT) return b;
  return b === SILENT ? a : joinIn(KLEENE, a, b);
}

/** Levels are cumulative: each must allow; a Deny at any of them counts. Without a level nothing is said. */
export function stackIn<T>(logic: Logic<T>, levels: readonly Say<T>[]): Say<T> {
  const [first, ...rest] = levels;
  if (!first) return silent(logic);
  return rest.reduce(
    (said, level) => ({ ...joinIn(logic, said, level), allow: logic.and(said.allow, level.allow) }),
    first,
  );
}
