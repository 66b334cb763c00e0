/**
 * Resource and NotResource. A pattern is compared with the whole ARN, with regard to case; `*` runs over slashes,
 * and over colons. Variables stand only in the sixth part.
 * IAM User Guide: "IAM JSON policy elements: Resource", "NotResource", "Policy variables".
 */
import { globMatches, hasLiteralWildcard } from '../../language/glob';
import type { Glob } from '../../language/glob';
import { globCovers, globsMeet } from '../../language/glob-relations';
import { entryPath } from '../../language/policy';
import type { ListNode } from '../../language/policy';
import type { ElementReason, Truth } from '../evaluation';
import type { Facts } from '../facts';
import { not, truth } from '../truth';
import type { Alike } from './alike';
import { isNearer, onePast } from './difference';
import type { Difference } from './difference';
import { ResourcePattern } from './resource-pattern';

interface Listed {
  readonly truth: Truth;
  /** The first pattern that matches, or -1. */
  readonly at: number;
}

const NOT_LISTED: Listed = { truth: 'no', at: -1 };
const OPEN: Listed = { truth: 'unknown', at: -1 };

export interface ResourceAnswer {
  /** Of the whole element. */
  readonly truth: Truth;
  readonly reason: ElementReason;
}

const NONE: readonly string[] = [];

const IMPLIED: ResourceAnswer = { truth: 'yes', reason: { kind: 'resourceImplied' } };

/** Of a resource that is not known: only how its ARN begins. */
function truthBehind(glob: Glob, prefix = ''): Truth {
  // A star that a variable brought is a plain character, and no key has one in its ARN.
  if (hasLiteralWildcard(glob)) return prefix === '' ? 'unknown' : 'no';
  if (glob.text === '*') return 'yes';
  if (prefix === '') return 'unknown';
  const behind = `${prefix}*`;
  if (globCovers(glob.text, behind)) return 'yes';
  return globsMeet(glob.text, behind) ? 'unknown' : 'no';
}

export class ResourceElement {
  #patterns: readonly ResourcePattern[] | undefined;
  #paths: readonly string[] | undefined;

  /** Without a node the policy's own resource is meant: role trust policies, and some services' policies. */
  constructor(
    readonly node: ListNode | undefined,
    readonly path: string,
    private readonly alike: Alike,
  ) {}

  private get patterns(): readonly ResourcePattern[] {
    this.#patterns ??= (this.node?.values ?? []).map((text) => new ResourcePattern(text, this.alike));
    return this.#patterns;
  }

  private entryTruth(pattern: ResourcePattern, facts: Facts): Truth {
    const { resource, lookup } = facts;
    // Most patterns are told apart by how they begin, before their variables are put in.
    if (resource !== undefined && !pattern.begins(resource) && pattern.isWhole(lookup)) return 'no';
    const resolved = pattern.resolve(lookup);
    if (resolved.kind === 'unresolved') return 'no';
    if (resolved.kind === 'unknown') return 'unknown';
    if (resource !== undefined) return truth(globMatches(resolved.glob, resource));
    return truthBehind(resolved.glob, facts.resourcePrefix);
  }

  private listed(facts: Facts): Listed {
    let result = NOT_LISTED;
    const { patterns } = this;
    for (let at = 0; at < patterns.length; at += 1) {
      const found = this.entryTruth(patterns[at]!, facts);
      if (found === 'yes') return { truth: found, at };
      if (found === 'unknown') result = OPEN;
    }
    return result;
  }

  truth(facts: Facts): Truth {
    if (!this.node) return 'yes';
    const { truth: found } = this.listed(facts);
    return this.node.not ? not(found) : found;
  }

  /** What the element says, and why. */
  answer(facts: Facts): ResourceAnswer {
    const { node } = this;
    if (!node) return IMPLIED;
    const { truth: found, at } = this.listed(facts);
    const said = node.not ? not(found) : found;
    if (at === -1) return { truth: said, reason: this.differing(node, facts) };
    const path = this.pathOf(node, at);
    return { truth: said, reason: { kind: 'resourceMatched', pattern: node.values[at]!, path } };
  }

  private pathOf(node: ListNode, at: number): string {
    this.#paths ??= node.values.map((_, each) => entryPath(this.path, node, each));
    return this.#paths[at]!;
  }

  private differing(node: ListNode, facts: Facts): ElementReason {
    const { resource, lookup } = facts;
    const front = this.alike.frontOf(facts);
    let unresolved = NONE;
    let nearest: Difference | undefined;
    let past: string | undefined;
    let at = -1;
    const { patterns } = this;
    for (let each = 0; each < patterns.length; each += 1) {
      const pattern = patterns[each]!;
      // Without a value for its variables a pattern cannot be compared.
      const whole = pattern.isWhole(lookup);
      if (!whole) unresolved = [...unresolved, ...pattern.lacking(lookup)];
      if (!whole || resource === undefined) continue;
      const difference = pattern.difference(resource, front, lookup);
      if (!isNearer(difference, nearest, past)) continue;
      nearest = difference;
      past = onePast(difference);
      at = each;
    }
    return this.notListed(node, at, nearest, unresolved);
  }

  private notListed(
    node: ListNode,
    at: number,
    near: Difference | undefined,
    unresolved: readonly string[],
  ): ElementReason {
    const kind = 'resourceNotListed';
    const listed = node.values.length;
    const open = unresolved.length > 0;
    if (!near) return open ? { kind, listed, unresolved } : { kind, listed };
    const { part, expected, actual } = near;
    const path = this.pathOf(node, at);
    const nearest = { pattern: node.values[at]!, path, part, expected, actual };
    return open ? { kind, listed, nearest, unresolved } : { kind, listed, nearest };
  }
}
