/**
 * Action and NotAction. Service prefix and name ignore case; a pattern covers the whole name.
 * IAM User Guide: "IAM JSON policy elements: Action", "NotAction".
 */
import { globMatches, globOf } from '../../language/glob';
import type { Glob } from '../../language/glob';
import { entryPath } from '../../language/policy';
import type { ListNode } from '../../language/policy';
import { childPath } from '../../language/path';
import type { ElementTrace, Truth } from '../evaluation';
import type { Facts } from '../facts';
import type { ActionName } from '../request/target';
import { not, truth } from '../truth';

interface Pattern {
  readonly everything: boolean;
  readonly service: Glob;
  readonly name: Glob;
}

/** A wildcard in the prefix stays within the prefix: the pattern is split at its first colon. */
function readPattern(text: string): Pattern | undefined {
  if (text === '*') return { everything: true, service: globOf('*'), name: globOf('*') };
  const colon = text.indexOf(':');
  if (colon === -1) return undefined;
  const lower = text.toLowerCase();
  return { everything: false, service: globOf(lower.slice(0, colon)), name: globOf(lower.slice(colon + 1)) };
}

function patternMatches(pattern: Pattern | undefined, action: ActionName): boolean {
  if (!pattern) return false;
  if (pattern.everything) return true;
  return globMatches(pattern.service, action.service) && globMatches(pattern.name, action.name);
}

export class ActionElement {
  readonly #patterns: readonly (Pattern | undefined)[];

  constructor(readonly node: ListNode) {
    this.#patterns = node.values.map(readPattern);
  }

  /** The number of the first listed pattern that matches, or -1. */
  private find(action: ActionName): number {
    return this.#patterns.findIndex((pattern) => patternMatches(pattern, action));
  }

  truth(facts: Facts): Truth {
    const listed = this.isListed(facts);
    return this.node.not ? not(listed) : listed;
  }

  private isListed(facts: Facts): Truth {
    if (facts.action) return truth(this.find(facts.action) !== -1);
    if (this.#patterns.some((pattern) => pattern?.everything)) return 'yes';
    return this.#patterns.length === 0 ? 'no' : 'unknown';
  }

  trace(facts: Facts, statementPath: string): ElementTrace {
    const { node } = this;
    const element = node.not ? 'NotAction' : 'Action';
    const path = childPath(statementPath, element);
    const at = facts.action ? this.find(facts.action) : -1;
    const reason: ElementTrace['reason'] =
      at === -1
        ? { kind: 'actionNotListed', action: facts.action?.written ?? '', listed: node.values.length }
        : { kind: 'actionMatched', pattern: node.values[at]!, path: entryPath(path, node, at) };
    return { element, truth: this.truth(facts), reason, path };
  }
}
