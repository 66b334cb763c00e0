import { addressKey, listPolicies, policyText, type Policies, type Policy } from '../../case/scenario';

interface Known {
  readonly id: string;
  readonly policy: Policy;
}

/**
 * A name for each policy's text that holds while it is typed in, renamed, moved or reordered, so that its undo
 * stack and scroll position stay its own. A policy is the same when it is the same object, or when it stands at
 * the same address under the same name or with the same text.
 */
export function textIdKeeper(): (policies: Policies) => ReadonlyMap<string, string> {
  const ids = new WeakMap<Policy, string>();
  let before = new Map<string, Known>();
  let count = 0;
  return (policies) => {
    const entries = listPolicies(policies);
    const present = new Set(entries.map(({ policy }) => policy));
    const now = new Map<string, Known>();
    for (const { address, policy } of entries) {
      const key = addressKey(address);
      const there = before.get(key);
      const follows = there !== undefined && !present.has(there.policy) && continues(there.policy, policy);
      const id = ids.get(policy) ?? (follows ? there.id : `policy-${(count += 1)}`);
      ids.set(policy, id);
      now.set(key, { id, policy });
    }
    before = now;
    return new Map([...now].map(([key, { id }]) => [key, id]));
  };
}

function continues(before: Policy, now: Policy): boolean {
  return before.name === now.name || policyText(before) === policyText(now);
}
