/** The Principal or NotPrincipal element of a statement, and what it says to the caller. */
import { entryPath } from '../../language/policy';
import type { PrincipalNode } from '../../language/policy';
import { childPath } from '../../language/path';
import type { ElementReason, GrantKind, Truth } from '../evaluation';
import type { Facts } from '../facts';
import { looksAlike } from './looks-alike';
import { notPrincipalReaches } from './not-principal';
import type { Exemption } from './not-principal';
import { findPrincipal } from './principal';

export interface PrincipalAnswer {
  readonly truth: Truth;
  /** Where the statement applies or may apply. */
  readonly grant: GrantKind | undefined;
  /** A stronger grant that it may be as well. */
  readonly perhaps?: GrantKind;
}

const NOT_NAMED: PrincipalAnswer = { truth: 'no', grant: undefined };

export class PrincipalElement {
  readonly name: 'Principal' | 'NotPrincipal';

  constructor(
    private readonly node: PrincipalNode,
    private readonly effect: 'Allow' | 'Deny',
    private readonly statementPath: string,
  ) {
    this.name = node.not ? 'NotPrincipal' : 'Principal';
  }

  get path(): string {
    return childPath(this.statementPath, this.name);
  }

  /** Does it name the caller, and how strongly? */
  answer(facts: Facts): PrincipalAnswer {
    const { node, effect } = this;
    if (node.not) return { truth: notPrincipalReaches(node, effect, facts).truth, grant: 'direct' };
    return findPrincipal(node, effect, facts) ?? NOT_NAMED;
  }

  /** What the element says, told in full: where nobody is named, also who looks alike. */
  traced(facts: Facts): Exemption {
    const { node, effect } = this;
    if (node.not) return notPrincipalReaches(node, effect, facts);
    const found = findPrincipal(node, effect, facts);
    if (found?.truth !== 'yes') {
      return { truth: found?.truth ?? 'no', reason: this.notNamed(facts, found === undefined) };
    }
    const group = node.groups[found.group];
    const reason = {
      kind: 'principalMatched',
      value: group ? group.values[found.entry]! : '*',
      grant: found.grant,
      path: group ? entryPath(childPath(this.path, group.type), group, found.entry) : this.path,
    } as const;
    return { truth: 'yes', reason };
  }

  private notNamed({ caller }: Facts, surely: boolean): ElementReason {
    const reason = { kind: 'principalNotNamed', caller: caller.id } as const;
    const near = surely ? looksAlike(this.node, caller) : undefined;
    const group = near && this.node.groups[near.group];
    if (!group) return reason;
    const path = entryPath(childPath(this.path, group.type), group, near.entry);
    return { ...reason, nearest: { value: group.values[near.entry]!, path, differs: near.differs } };
  }
}
