/**
 * Config's rules that an account's authorization details decide: users, groups, roles and customer managed policies, each by name.
 * AWS Config Developer Guide: "iam-user-no-policies-check", "iam-user-group-membership-check", "iam-group-has-users-check",
 * "iam-no-inline-policy-check", "iam-policy-blacklisted-check", "iam-policy-in-use", "iam-role-managed-policy-check".
 */
import { unpacked } from '../../intake/evidence/json';
import type { JsonObject } from '../../intake/evidence/values';
import { at, listAt, textAt } from '../../intake/evidence/values';
import type { Account } from '../../intake/account/read';
import { boundaryArns, defaultDocument } from '../../intake/account/policies';
import { groupsOf, INLINE_LISTS } from '../../intake/account/read';
import { listed, policyRules } from './policy-rules';
import { byName, judged, ruleBy, type Compliance, type ConfigParameters, type ConfigRule } from './types';
import { entryOf } from '../../language/entry';

const ADMINISTRATOR = 'arn:aws:iam::aws:policy/AdministratorAccess';

interface Holder {
  readonly kind: 'user' | 'group' | 'role';
  readonly name: string;
  readonly detail: JsonObject;
}

export function accountRules(account: Account, parameters: ConfigParameters = {}): readonly ConfigRule[] {
  const holders: readonly Holder[] = [
    ...account.principals,
    ...[...account.groups].map(([name, detail]) => ({ kind: 'group' as const, name, detail })),
  ];
  const only = (kind: Holder['kind']): readonly Holder[] => holders.filter((holder) => holder.kind === kind);
  const users = only('user');
  const each = (rule: string, of: readonly Holder[], compliant: (holder: Holder) => boolean): ConfigRule =>
    ruleBy(rule, byName(of.map((holder) => [holder.name, judged(compliant(holder))] as const)));
  const named = listed(parameters.groupNames);
  const members = new Set(users.flatMap(({ detail }) => groupsOf(detail)));
  return [
    each('iam-user-no-policies-check', users, (user) => inline(user) === 0 && attached(user).length === 0),
    each('iam-user-group-membership-check', users, ({ detail }) => {
      const own = groupsOf(detail);
      return named.length === 0 ? own.length > 0 : named.every((group) => own.includes(group));
    }),
    each('iam-group-has-users-check', only('group'), ({ name }) => members.has(name)),
    each('iam-no-inline-policy-check', holders, (holder) => inline(holder) === 0),
    blacklisted(holders, parameters),
    ...inUse(holders, parameters),
    ...managedRoles(only('role'), parameters),
    ...policies(account, holders, parameters),
  ];
}

const inline = ({ kind, detail }: Holder): number => listAt(detail, INLINE_LISTS[kind]).length;

const attached = ({ detail }: Holder): readonly string[] =>
  listAt(detail, 'AttachedManagedPolicies').flatMap((entry) => textAt(entry, 'PolicyArn') ?? []);

/** `users:[ana;bo], groups:[…], roles:[…]`: names that the rule passes over. */
function excepted(list: string | undefined): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [, kind, names] of (list ?? '').matchAll(/(users|groups|roles)\s*:\s*\[([^\]]*)\]/g))
    for (const name of names!.split(';')) found.add(`${kind!.slice(0, -1)}/${name.trim()}`);
  return found;
}

function blacklisted(holders: readonly Holder[], parameters: ConfigParameters): ConfigRule {
  const given = listed(parameters.policyArns);
  const arns = given.length > 0 ? given : [ADMINISTRATOR];
  const spared = excepted(parameters.exceptionList);
  const rows = holders.map((holder): readonly [string, Compliance] => [
    holder.name,
    judged(
      spared.has(`${holder.kind}/${holder.name}`) || !attached(holder).some((arn) => arns.includes(arn)),
    ),
  ]);
  return ruleBy('iam-policy-blacklisted-check', byName(rows));
}

const USAGE: Readonly<Record<string, Holder['kind']>> = {
  IAM_USER: 'user',
  IAM_GROUP: 'group',
  IAM_ROLE: 'role',
};

function inUse(
  holders: readonly Holder[],
  { policyARN, policyUsageType }: ConfigParameters,
): readonly ConfigRule[] {
  if (policyARN === undefined) return [];
  const kind = entryOf(USAGE, policyUsageType ?? '');
  const used = holders.some(
    (holder) => (kind === undefined || holder.kind === kind) && attached(holder).includes(policyARN),
  );
  return [{ rule: 'iam-policy-in-use', status: judged(used) }];
}

function managedRoles(
  roles: readonly Holder[],
  { managedPolicyArns }: ConfigParameters,
): readonly ConfigRule[] {
  const wanted = listed(managedPolicyArns);
  if (wanted.length === 0) return [];
  const rows = roles.map(
    (role) => [role.name, judged(wanted.every((arn) => attached(role).includes(arn)))] as const,
  );
  return [ruleBy('iam-role-managed-policy-check', byName(rows))];
}

/** The rules on policy texts, over every customer managed policy's default version and every inline policy. */
function policies(
  account: Account,
  holders: readonly Holder[],
  parameters: ConfigParameters,
): readonly ConfigRule[] {
  const answers = new Map<string, (readonly [string, Compliance])[]>();
  const add = (name: string, rules: Readonly<Record<string, Compliance>>): void => {
    for (const [rule, status] of Object.entries(rules))
      if (status !== 'NOT_APPLICABLE') answers.set(rule, [...(answers.get(rule) ?? []), [name, status]]);
  };
  const boundaries = boundaryArns(account);
  const spared = parameters.excludePermissionBoundaryPolicy?.toLowerCase() === 'true';
  for (const [arn, detail] of account.managed) {
    if (/^arn:[^:]+:iam::aws:/.test(arn)) continue;
    const document = defaultDocument(detail);
    if (document === undefined || (spared && boundaries.has(arn))) continue;
    add(textAt(detail, 'PolicyName') ?? arn, policyRules(document, 'customer managed', parameters));
  }
  for (const { kind, name, detail } of holders)
    for (const entry of listAt(detail, INLINE_LISTS[kind])) {
      const document = unpacked(at(entry, 'PolicyDocument'));
      if (document !== undefined) add(name, policyRules(document, 'inline', parameters));
    }
  return [...answers].map(([rule, rows]) => ruleBy(rule, byName(rows)));
}
