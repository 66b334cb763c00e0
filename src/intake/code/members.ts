/** Who is in which group: a group's policies are those of its users. IAM User Guide: "IAM user groups". */
import type { CodePolicy, Holder } from './types';

/** Users by the name of their group. */
export class Members {
  readonly #users = new Map<string, Holder[]>();

  /** Names are those that policies of the same text know the group and the user by. */
  add(group: string, user: string): void {
    const users = this.#users.get(group) ?? [];
    if (users.every(({ name }) => name !== user)) users.push({ kind: 'user', name: user, through: group });
    this.#users.set(group, users);
  }

  /** The policies of groups, attached to their members too. */
  withMembers(policies: readonly CodePolicy[]): readonly CodePolicy[] {
    if (this.#users.size === 0) return policies;
    return policies.map((policy) => {
      const members = policy.attachedTo.flatMap(({ kind, name }) =>
        kind === 'group' ? (this.#users.get(name) ?? []) : [],
      );
      const others = members.filter(({ name }) =>
        policy.attachedTo.every((holder) => holder.kind !== 'user' || holder.name !== name),
      );
      return others.length === 0 ? policy : { ...policy, attachedTo: [...policy.attachedTo, ...others] };
    });
  }
}
