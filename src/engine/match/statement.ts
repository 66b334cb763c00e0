/**
 * One statement, read once and matched against many requests. It applies when each of its elements matches.
 * IAM User Guide: "IAM JSON policy elements reference".
 */
import { conditionPath, entryPath } from '../../language/policy';
import type { StatementNode } from '../../language/policy';
import { childPath } from '../../language/path';
import type { Condition } from '../conditions/condition';
import type { ElementTrace, GrantKind, Truth } from '../evaluation';
import type { Facts } from '../facts';
import { and } from '../truth';
import type { ActionElement } from './action';
import type { Alike } from './alike';
import type { AskedAction, AskedCondition } from './asked';
import { PrincipalElement } from './principal-element';
import { ResourceElement } from './resource';

export interface StatementMatch {
  readonly truth: Truth;
  /** With a Principal element, where the statement applies or may apply. */
  readonly grant: GrantKind | undefined;
  /** A stronger grant that it may be as well. */
  readonly perhaps?: GrantKind | undefined;
}

const NO: StatementMatch = { truth: 'no', grant: undefined };
const ANYONE: Required<StatementMatch> = { truth: 'yes', grant: undefined, perhaps: undefined };

/** Where its elements stand. */
interface Places {
  readonly action: string;
  readonly conditions: readonly string[];
}

export class Statement {
  #action: AskedAction | undefined;
  #resource: ResourceElement | undefined;
  #principal: PrincipalElement | undefined;
  #conditions: readonly AskedCondition[] | undefined;
  #places: Places | undefined;

  constructor(
    readonly node: StatementNode,
    private readonly alike: Alike,
  ) {}

  // Elements are prepared when they are first needed: most statements fail on an earlier one.
  private get ownAction(): AskedAction {
    this.#action ??= this.alike.action(this.node.action);
    return this.#action;
  }

  private get ownConditions(): readonly AskedCondition[] {
    this.#conditions ??= this.node.conditions.map((node) => this.alike.condition(node));
    return this.#conditions;
  }

  private get principal(): PrincipalElement | undefined {
    const { principal, effect, path } = this.node;
    if (!principal) return undefined;
    this.#principal ??= new PrincipalElement(principal, effect, path);
    return this.#principal;
  }

  get action(): ActionElement {
    return this.ownAction.element;
  }

  get resource(): ResourceElement {
    if (!this.#resource) {
      const { resource: node, path } = this.node;
      const at = node ? childPath(path, node.not ? 'NotResource' : 'Resource') : path;
      this.#resource = new ResourceElement(node, at, this.alike);
    }
    return this.#resource;
  }

  get conditions(): readonly Condition[] {
    return this.ownConditions.map(({ element }) => element);
  }

  /** Does the statement apply? Stops at the first element that differs; `trace` looks at all of them. */
  match(facts: Facts): StatementMatch {
    const { truth } = this.ownAction.answer(facts);
    return truth === 'no' ? NO : this.matchBesides(facts, truth);
  }

  /** What is left once the action's part is known: `no` here is `no` for every action. */
  matchBesides(facts: Facts, action: Truth): StatementMatch {
    const principal = this.principal?.answer(facts) ?? ANYONE;
    let truth = and(action, principal.truth);
    if (truth === 'no') return NO;
    truth = and(truth, this.resource.truth(facts));
    if (truth === 'no') return NO;
    for (const condition of this.ownConditions) {
      truth = and(truth, condition.truth(facts));
      if (truth === 'no') return NO;
    }
    return { truth, grant: principal.grant, perhaps: principal.perhaps };
  }

  /** They are of the text alone, whatever is asked. */
  private get places(): Places {
    const { node } = this;
    this.#places ??= {
      action: childPath(node.path, node.action.not ? 'NotAction' : 'Action'),
      conditions: node.conditions.map((condition) => conditionPath(node, condition)),
    };
    return this.#places;
  }

  /** Every element and condition, whatever the others say. */
  trace(facts: Facts): readonly ElementTrace[] {
    const { principal, resource, places, ownConditions } = this;
    const before = principal ? 3 : 2;
    const elements = new Array<ElementTrace>(before + ownConditions.length);
    if (principal) {
      const { truth, reason } = principal.traced(facts);
      elements[0] = { element: principal.name, truth, reason, path: principal.path };
    }
    elements[before - 2] = this.traceAction(facts, places.action);
    elements[before - 1] = resource.trace(facts);
    for (let at = 0; at < ownConditions.length; at += 1)
      elements[before + at] = ownConditions[at]!.trace(facts, places.conditions[at]!);
    return elements;
  }

  private traceAction(facts: Facts, path: string): ElementTrace {
    const { action } = this.node;
    const element = action.not ? 'NotAction' : 'Action';
    const { truth, at } = this.ownAction.answer(facts);
    if (at === -1) return { element, truth, reason: this.ownAction.notListed(facts), path };
    const pattern = action.values[at]!;
    return {
      element,
      truth,
      reason: { kind: 'actionMatched', pattern, path: entryPath(path, action, at) },
      path,
    };
  }
}
