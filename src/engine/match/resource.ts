/**
 * Resource and NotResource. A pattern is compared with the whole ARN, with regard to case; `*` runs over slashes,
 * and over colons. Variables stand only in the sixth part.
 * IAM User Guide: "IAM JSON policy elements: Resource", "NotResource", "Policy variables".
 */
import { hasLiteralWildcard } from '../../language/glob';
import type { Glob } from '../../language/glob';
import { globCovers, globsMeet } from '../../language/glob-relations';
import { entryPath } from '../../language/policy';
import type { ListNode } from '../../language/policy';
import type { ElementReason, ElementTrace, NotListedReason, Truth } from '../evaluation';
import type { Facts } from '../facts';
import { not } from '../truth';
import type { Alike } from './alike';
import { isNearer, onePast } from './difference';
import type { Difference } from './difference';
import { plainReason } from './plain-reason';
import { ResourcePattern } from './resource-pattern';

interface Listed {
  readonly truth: Truth;
  /** The first pattern that matches, or -1. */
  readonly at: number;
}

const NOT_LISTED: Listed = { truth: 'no', at: -1 };
const OPEN: Listed = { truth: 'unknown', at: -1 };

const IMPLIED: ElementReason = { kind: 'resourceImplied' };

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

  private entryTruth(pattern: ResourcePattern, { resource, resourcePrefix, lookup }: Facts): Truth {
    if (resource !== undefined) return pattern.truth(resource, lookup);
    const resolved = pattern.resolve(lookup);
    if (resolved.kind === 'glob') return truthBehind(resolved.glob, resourcePrefix);
    return resolved.kind === 'unresolved' ? 'no' : 'unknown';
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
  trace(facts: Facts): ElementTrace {
    const { node, path } = this;
    if (!node) return { element: 'Resource', truth: 'yes', reason: IMPLIED, path };
    const { truth: found, at } = this.listed(facts);
    const element = node.not ? 'NotResource' : 'Resource';
    const truth = node.not ? not(found) : found;
    if (at === -1) return { element, truth, reason: new NotListed(this, facts), path };
    const pattern = node.values[at]!;
    return { element, truth, reason: { kind: 'resourceMatched', pattern, path: this.pathOf(at) }, path };
  }

  /** The place of a listed pattern. */
  pathOf(at: number): string {
    const { node } = this;
    this.#paths ??= node ? node.values.map((_, each) => entryPath(this.path, node, each)) : [];
    return this.#paths[at]!;
  }

  /** The pattern that comes nearest, where none matches, and the variables for want of whose values some cannot be compared. */
  nearest(facts: Facts): Near {
    const { resource, lookup } = facts;
    const front = this.alike.frontOf(facts);
    const unresolved: string[] = [];
    let nearest: Difference | undefined;
    let past: string | undefined;
    let at = -1;
    this.patterns.forEach((pattern, each) => {
      // Without a value for its variables a pattern cannot be compared.
      const whole = pattern.isWhole(lookup);
      if (!whole) unresolved.push(...pattern.lacking(lookup));
      if (!whole || resource === undefined) return;
      const difference = pattern.difference(resource, front, lookup);
      if (!isNearer(difference, nearest, past)) return;
      nearest = difference;
      past = onePast(difference);
      at = each;
    });
    return { at, difference: nearest, unresolved };
  }
}

interface Near {
  /** The number of the pattern. */
  readonly at: number;
  readonly difference: Difference | undefined;
  readonly unresolved: readonly string[];
}

/**
 * No pattern matches. Which one comes nearest, and why, is worked out when somebody looks: most statements of a long policy
 * are about something else, and nobody asks.
 */
class NotListed implements NotListedReason {
  readonly kind = 'resourceNotListed';
  readonly listed: number;
  readonly #element: ResourceElement;
  readonly #facts: Facts;
  #near: Near | undefined;

  constructor(element: ResourceElement, facts: Facts) {
    this.#element = element;
    this.#facts = facts;
    this.listed = element.node?.values.length ?? 0;
  }

  private get near(): Near {
    return (this.#near ??= this.#element.nearest(this.#facts));
  }

  get nearest(): NotListedReason['nearest'] {
    const { at, difference } = this.near;
    if (!difference) return undefined;
    const { part, expected, actual } = difference;
    return {
      pattern: this.#element.node!.values[at]!,
      path: this.#element.pathOf(at),
      part,
      expected,
      actual,
    };
  }

  get unresolved(): readonly string[] | undefined {
    const { unresolved } = this.near;
    return unresolved.length > 0 ? unresolved : undefined;
  }

  toJSON(): NotListedReason {
    return plainReason(this);
  }
}
