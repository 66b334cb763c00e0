/**
 * One statement, read once and matched against many requests. It applies when each of its elements matches.
 * IAM User Guide: "IAM JSON policy elements reference".
 */
import { conditionPath, entryPath } from '../../language/policy';
import type { StatementNode } from '../../language/policy';
import { childPath } from '../../language/path';
import { Condition } from '../conditions/condition';
import type { ElementTrace, GrantKind, Truth } from '../evaluation';
import type { Facts } from '../facts';
import { and } from '../truth';
import { ActionElement } from './action';
import { notPrincipalReaches } from './not-principal';
import { findPrincipal } from './principal';
import { ResourceElement } from './resource';

export interface StatementMatch {
  readonly truth: Truth;
  /** With a Principal element, where the statement applies or may apply. */
  readonly grant: GrantKind | undefined;
}

const NO: StatementMatch = { truth: 'no', grant: undefined };

export class Statement {
  readonly #variables: boolean;
  #action: ActionElement | undefined;
  #resource: ResourceElement | undefined;
  #conditions: readonly Condition[] | undefined;

  constructor(
    readonly node: StatementNode,
    variables: boolean,
  ) {
    this.#variables = variables;
  }

  // Elements are prepared when they are first needed: most statements fail on an earlier one.
  get action(): ActionElement {
    this.#action ??= new ActionElement(this.node.action);
    return this.#action;
  }

  get resource(): ResourceElement {
    this.#resource ??= new ResourceElement(this.node.resource, this.#variables);
    return this.#resource;
  }

  get conditions(): readonly Condition[] {
    this.#conditions ??= this.node.conditions.map((node) => new Condition(node, this.#variables));
    return this.#conditions;
  }

  /** Does the statement apply? Stops at the first element that differs; `trace` looks at all of them. */
  match(facts: Facts): StatementMatch {
    const truth = this.action.truth(facts);
    return truth === 'no' ? NO : this.matchBesides(facts, truth);
  }

  /** What is left once the action's part is known: `no` here is `no` for every action. */
  matchBesides(facts: Facts, action: Truth): StatementMatch {
    const principal = this.principal(facts);
    let truth = and(action, principal.truth);
    if (truth === 'no') return NO;
    truth = and(truth, this.resource.truth(facts));
    for (const condition of this.conditions) {
      if (truth === 'no') return NO;
      truth = and(truth, condition.truth(facts.lookup));
    }
    return truth === 'no' ? NO : { truth, grant: principal.grant };
  }

  private principal(facts: Facts): StatementMatch {
    const node = this.node.principal;
    if (!node) return { truth: 'yes', grant: undefined };
    if (node.not) return { truth: notPrincipalReaches(node, this.node.effect, facts).truth, grant: 'direct' };
    const found = findPrincipal(node, this.node.effect, facts);
    return found ? { truth: found.truth, grant: found.grant } : NO;
  }

  /** Every element and condition, whatever the others say. */
  trace(facts: Facts): readonly ElementTrace[] {
    const { path } = this.node;
    const principal = this.tracePrincipal(facts);
    return [
      ...(principal ? [principal] : []),
      this.action.trace(facts, path),
      this.resource.trace(facts, path),
      ...this.conditions.map((condition) => this.traceCondition(condition, facts)),
    ];
  }

  private tracePrincipal(facts: Facts): ElementTrace | undefined {
    const { principal: node, path, effect } = this.node;
    if (!node) return undefined;
    if (node.not) {
      const element = 'NotPrincipal';
      return { element, ...notPrincipalReaches(node, effect, facts), path: childPath(path, element) };
    }
    const element = 'Principal';
    const at = childPath(path, element);
    const found = findPrincipal(node, effect, facts);
    if (found?.truth !== 'yes') {
      const reason = { kind: 'principalNotNamed', caller: facts.caller.id } as const;
      return { element, truth: found?.truth ?? 'no', reason, path: at };
    }
    const group = node.groups[found.group];
    const reason = {
      kind: 'principalMatched',
      value: group ? group.values[found.entry]! : '*',
      grant: found.grant,
      path: group ? entryPath(childPath(at, group.type), group, found.entry) : at,
    } as const;
    return { element, truth: 'yes', reason, path: at };
  }

  private traceCondition(condition: Condition, facts: Facts): ElementTrace {
    const { node } = condition;
    const value = facts.lookup(condition.lowerKey);
    const { truth, by } = condition.evaluate(value, facts.lookup);
    return {
      element: 'Condition',
      truth,
      reason: {
        kind: 'condition',
        operator: node.written,
        key: node.key,
        expected: node.values,
        actual:
          value === undefined
            ? 'absent'
            : value === null
              ? 'unknown'
              : typeof value === 'string'
                ? [value]
                : value,
        by,
      },
      path: conditionPath(this.node, node),
    };
  }
}
