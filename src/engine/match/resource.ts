/**
 * Resource and NotResource. A pattern is compared with the whole ARN, with regard to case; `*` runs over slashes,
 * and over colons. Variables stand only in the sixth part.
 * IAM User Guide: "IAM JSON policy elements: Resource", "NotResource", "Policy variables".
 */
import { globMatches, globOf } from '../../language/glob';
import type { Glob } from '../../language/glob';
import { entryPath } from '../../language/policy';
import type { ListNode } from '../../language/policy';
import { childPath } from '../../language/path';
import { parseTemplate } from '../../language/template';
import type { TemplatePart } from '../../language/template';
import type { ElementTrace, Truth } from '../evaluation';
import type { Facts } from '../facts';
import { resolveTemplate } from '../request/vars';
import type { Resolved } from '../request/vars';
import { not, truth } from '../truth';
import { nearestPattern } from './nearest';

type Pattern =
  | { readonly kind: 'glob'; readonly glob: Glob }
  | { readonly kind: 'template'; readonly parts: readonly TemplatePart[] };

/** A variable before the fifth colon is plain text. */
export function resourceParts(text: string): readonly TemplatePart[] {
  let colons = 0;
  return parseTemplate(text).map((part) => {
    if (part.kind === 'text') colons += part.text.split(':').length - 1;
    else if (colons < 5) return { kind: 'text', text: part.written };
    return part;
  });
}

function readPattern(text: string, variables: boolean): Pattern {
  if (!variables || !text.includes('${')) return { kind: 'glob', glob: globOf(text) };
  return { kind: 'template', parts: resourceParts(text) };
}

interface Listed {
  readonly truth: Truth;
  /** The first pattern that matches, or -1. */
  readonly at: number;
}

const NOT_LISTED: Listed = { truth: 'no', at: -1 };
const OPEN: Listed = { truth: 'unknown', at: -1 };

export class ResourceElement {
  #patterns: readonly Pattern[] | undefined;

  /** Without a node the policy's own resource is meant: role trust policies, and some services' policies. */
  constructor(
    readonly node: ListNode | undefined,
    private readonly variables: boolean,
  ) {}

  private get patterns(): readonly Pattern[] {
    this.#patterns ??= (this.node?.values ?? []).map((text) => readPattern(text, this.variables));
    return this.#patterns;
  }

  private resolve(pattern: Pattern, facts: Facts): Resolved {
    return pattern.kind === 'glob' ? pattern : resolveTemplate(pattern.parts, facts.lookup);
  }

  private entryTruth(pattern: Pattern, facts: Facts): Truth {
    const resolved = this.resolve(pattern, facts);
    if (resolved.kind === 'unresolved') return 'no';
    if (resolved.kind === 'unknown') return 'unknown';
    if (facts.resource !== undefined) return truth(globMatches(resolved.glob, facts.resource));
    return resolved.glob.text === '*' ? 'yes' : 'unknown';
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

  /** Keys of variables without a value: their patterns match no resource. */
  private unresolved(facts: Facts): readonly string[] {
    return this.patterns.flatMap((pattern) => {
      const resolved = this.resolve(pattern, facts);
      return resolved.kind === 'glob' ? [] : resolved.keys;
    });
  }

  trace(facts: Facts, statementPath: string): ElementTrace {
    const { node } = this;
    if (!node) {
      return {
        element: 'Resource',
        truth: 'yes',
        reason: { kind: 'resourceImplied' },
        path: statementPath,
      };
    }
    const element = node.not ? 'NotResource' : 'Resource';
    const path = childPath(statementPath, element);
    const { at } = this.listed(facts);
    return { element, truth: this.truth(facts), reason: this.reason(node, at, facts, path), path };
  }

  private reason(node: ListNode, at: number, facts: Facts, path: string): ElementTrace['reason'] {
    if (at !== -1) {
      return { kind: 'resourceMatched', pattern: node.values[at]!, path: entryPath(path, node, at) };
    }
    const globs = this.patterns.map((pattern) => {
      const resolved = this.resolve(pattern, facts);
      return resolved.kind === 'glob' ? resolved.glob : undefined;
    });
    const near = facts.resource === undefined ? undefined : nearestPattern(globs, facts.resource);
    const unresolved = this.unresolved(facts);
    return {
      kind: 'resourceNotListed',
      listed: node.values.length,
      ...(near && {
        nearest: {
          pattern: node.values[near.at]!,
          path: entryPath(path, node, near.at),
          part: near.part,
          expected: near.expected,
          actual: near.actual,
        },
      }),
      ...(unresolved.length > 0 && { unresolved }),
    };
  }
}
