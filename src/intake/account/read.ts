/**
 * The answer of `aws iam get-account-authorization-details`, whole or in pages, however large.
 * IAM API Reference: GetAccountAuthorizationDetails, UserDetail, RoleDetail, GroupDetail, ManagedPolicyDetail.
 */
import { clean } from '../evidence/clean';
import { jsonIn } from '../evidence/json';
import type { JsonObject } from '../evidence/values';
import { at, isObject, listAt, textAt } from '../evidence/values';
import { GroupsByName } from './groups';

export interface AccountPrincipal {
  readonly kind: 'user' | 'role';
  readonly arn: string;
  readonly name: string;
  /** How many policies it has: inline, attached, and of its groups. */
  readonly policies: number;
  readonly detail: JsonObject;
}

export interface Account {
  /** Its number, where an ARN tells it; several where principals of more than one are mixed. */
  readonly ids: readonly string[];
  /** Users, then roles, each by name. */
  readonly principals: readonly AccountPrincipal[];
  readonly groups: GroupsByName;
  /** Managed policies by their ARN. */
  readonly managed: ReadonlyMap<string, JsonObject>;
  /** AWS had more to list than is in the text. */
  readonly truncated: boolean;
}

/** Reading a megabyte as anything else takes time, and this takes none. */
const LISTS = ['UserDetailList', 'RoleDetailList', 'GroupDetailList'] as const;

/** The account that a text describes; undefined where it is another text. */
export function readAccount(text: string): Account | undefined {
  if (!LISTS.some((list) => text.includes(list))) return undefined;
  const pages = jsonIn(clean(text)).flatMap(pagesOf);
  return pages.some(isPage) ? joined(pages) : undefined;
}

/** Is it an answer, or one page of it? */
export function isPage(object: JsonObject): boolean {
  return LISTS.some((list) => Array.isArray(at(object, list)));
}

/** Pages come one after another, or as the list that `jq -s` makes; some hold managed policies only. */
export function pagesOf(root: unknown): readonly JsonObject[] {
  const items: readonly unknown[] = Array.isArray(root) ? root : [root];
  return items.filter(isObject).filter((page) => isPage(page) || holdsPolicies(page));
}

/** A page may hold managed policies only; `list-policies` prints such a list too, without their texts. */
export function holdsPolicies(page: JsonObject): boolean {
  return listAt(page, 'Policies').some((entry) => Array.isArray(at(entry, 'PolicyVersionList')));
}

/** Pages of one account as one; they may stand in any order. */
export function joined(pages: readonly JsonObject[]): Account {
  const all = (list: string): readonly JsonObject[] =>
    pages.flatMap((page) => listAt(page, list)).filter(isObject);
  const groups = new GroupsByName(all('GroupDetailList'));
  const principals = [
    ...principalsOf('user', all('UserDetailList'), groups),
    ...principalsOf('role', all('RoleDetailList'), groups),
  ];
  // Each page but the last says that there is more; the pages may stand in any order.
  const truncated =
    pages.length > 0 && pages.every((page) => at(page, 'IsTruncated') === true || hasMore(page));
  return {
    ids: idsOf(principals),
    principals,
    groups,
    managed: byKey(all('Policies'), 'Arn'),
    truncated,
  };
}

/** Accounts read one after another as one: pages of the same, in any order. What is there twice counts once, the later one. */
export function joinedAccounts(accounts: readonly Account[]): Account {
  const [only] = accounts;
  if (only !== undefined && accounts.length === 1) return only;
  const groups = new GroupsByName(accounts.flatMap(({ groups: own }) => own.all));
  const details = (kind: 'user' | 'role'): readonly JsonObject[] =>
    accounts.flatMap(({ principals }) =>
      principals.filter((principal) => principal.kind === kind).map(({ detail }) => detail),
    );
  const principals = [
    ...principalsOf('user', details('user'), groups),
    ...principalsOf('role', details('role'), groups),
  ];
  return {
    ids: idsOf(principals),
    principals,
    groups,
    managed: new Map(accounts.flatMap((account) => [...account.managed])),
    // Each page but the last says that there is more.
    truncated: accounts.length > 0 && accounts.every(({ truncated }) => truncated),
  };
}

function idsOf(principals: readonly AccountPrincipal[]): readonly string[] {
  const ids = new Set(principals.map(({ arn }) => arn.split(':')[4] ?? ''));
  return [...ids].filter((id) => id !== '');
}

/** `NextToken` is what the AWS CLI prints where `--max-items` cut its own paging off. */
function hasMore(page: JsonObject): boolean {
  return textAt(page, 'NextToken') !== undefined;
}

function byKey(objects: readonly JsonObject[], key: string): ReadonlyMap<string, JsonObject> {
  return new Map(
    objects.flatMap((object) => {
      const name = textAt(object, key);
      return name === undefined ? [] : [[name, object] as const];
    }),
  );
}

function principalsOf(
  kind: 'user' | 'role',
  details: readonly JsonObject[],
  groups: GroupsByName,
): readonly AccountPrincipal[] {
  const found = details.flatMap((detail): readonly AccountPrincipal[] => {
    const arn = textAt(detail, 'Arn');
    const name = textAt(detail, kind === 'user' ? 'UserName' : 'RoleName');
    if (arn === undefined || name === undefined) return [];
    // A group that is not in the text counts as the one stand-in that it gets.
    const ofGroups = groupsOf(detail)
      .map((group) => groups.of(group, arn))
      .reduce((sum, group) => sum + (group === undefined ? 1 : countPolicies(group, 'group')), 0);
    return [{ kind, arn, name, policies: countPolicies(detail, kind) + ofGroups, detail }];
  });
  const collator = new Intl.Collator('en');
  const once = [...new Map(found.map((principal) => [principal.arn, principal])).values()];
  return once.sort((one, other) => collator.compare(one.name, other.name));
}

export const INLINE_LISTS = {
  user: 'UserPolicyList',
  role: 'RolePolicyList',
  group: 'GroupPolicyList',
} as const;

/** The names of a user's groups. */
export function groupsOf(detail: JsonObject): readonly string[] {
  return listAt(detail, 'GroupList').filter((name) => typeof name === 'string');
}

function countPolicies(detail: JsonObject | undefined, kind: keyof typeof INLINE_LISTS): number {
  return listAt(detail, INLINE_LISTS[kind]).length + listAt(detail, 'AttachedManagedPolicies').length;
}
