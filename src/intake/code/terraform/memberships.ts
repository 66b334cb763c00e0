/** Users of groups. Terraform Registry, hashicorp/aws: `aws_iam_group_membership`, `aws_iam_user_group_membership`. */
import { Members } from '../members';
import type { Configuration } from './configuration';
import { holdersOf } from './holders';

/** The arguments that name groups and users, by type. */
export const MEMBERSHIPS: Readonly<Record<string, { readonly groups: string; readonly users: string }>> = {
  aws_iam_group_membership: { groups: 'group', users: 'users' },
  aws_iam_user_group_membership: { groups: 'groups', users: 'user' },
};

export function membersIn(configuration: Configuration): Members {
  const members = new Members();
  for (const { type, labels, body } of configuration.blocks) {
    const named = labels[0] ?? '';
    if (type !== 'resource' || !Object.hasOwn(MEMBERSHIPS, named)) continue;
    const { groups, users } = MEMBERSHIPS[named]!;
    const all = (argument: string, kind: string): readonly string[] =>
      holdersOf(body.attributes.get(argument)?.value, kind, configuration).map(({ name }) => name);
    for (const group of all(groups, 'group')) for (const user of all(users, 'user')) members.add(group, user);
  }
  return members;
}
