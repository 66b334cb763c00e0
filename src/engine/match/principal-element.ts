/** The Principal or NotPrincipal element of a statement, and what it says to the caller. */
import { entryPath } from '../../language/policy';
import type { PrincipalNode } from '../../language/policy';
import { childPath } from '../../language/path';
import type { ElementReason, GrantKind, Truth } from '../evaluation';
import type { Facts } from '../facts';
import { looksAlike } from './looks-alike';
import { notPrincipalReaches } from './not-principal';
import { findPrincipal } from './principal';

export interface PrincipalAnswer {
  readonly truth: Truth;
  /** Where the statement applies or may apply. */
  readonly grant: GrantKind | undefined;
  /** A stronger grant that it may be as well. */
  readonly perhaps?: GrantKind;
  readonly reason: ElementReason;
}

export class PrincipalElement {
  readonly name: 'Principal' | 'NotPrincipal';
  readonly path: string;

  constructor(
    private readonly node: PrincipalNode,
    private readonly effect: 'Allow' | 'Deny',
    statementPath: string,
  ) {
    this.name = node.not ? 'NotPrincipal' : 'Principal';
    this.path = childPath(statementPath, this.name);
  }

  answer(facts: Facts): PrincipalAnswer {
    if (this.node.not) return { ...notPrincipalReaches(this.node, this.effect, facts), grant: 'direct' };
    const found = findPrincipal(this.node, this.effect, facts);
    if (found?.truth !== 'yes') {
      const reason = { kind: 'principalNotNamed', caller: facts.caller.id } as const;
      return { truth: found?.truth ?? 'no', grant: found?.grant, reason };
    }
    const group = this.node.groups[found.group];
    const reason = {
      kind: 'principalMatched',
      value: group ? group.values[found.entry]! : '*',
      grant: found.grant,
      path: group ? entryPath(childPath(this.path, group.type), group, found.entry) : this.path,
    } as const;
    const { grant, perhaps } = found;
    return perhaps ? { truth: 'yes', grant, perhaps, reason } : { truth: 'yes', grant, reason };
  }

  /** What the element says, told in full: where nobody is named, also who looks alike. */
  traced(facts: Facts): PrincipalAnswer {
    const answer = this.answer(facts);
    const { reason } = answer;
    if (reason.kind !== 'principalNotNamed' || answer.truth !== 'no' || this.node.not) return answer;
    const near = looksAlike(this.node, facts.caller);
    const group = near && this.node.groups[near.group];
    if (!group) return answer;
    const path = entryPath(childPath(this.path, group.type), group, near.entry);
    const nearest = { value: group.values[near.entry]!, path, differs: near.differs };
    return { ...answer, reason: { ...reason, nearest } };
  }
}
