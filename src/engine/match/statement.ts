/**
 * One statement, read once and matched against many requests. It applies when each of its elements matches.
 * IAM User Guide: "IAM JSON policy elements reference".
 */
import { conditionPath, entryPath } from '../../language/policy';
import type { StatementNode } from '../../language/policy';
import { childPath } from '../../language/path';
import type { Condition } from '../conditions/condition';
import type { ElementReason, ElementTrace, GrantKind, Truth } from '../evaluation';
import type { Facts } from '../facts';
import { and } from '../truth';
import type { ActionAnswer, ActionElement } from './action';
import type { Alike, Asked, AskedAction, AskedCondition } from './alike';
import { PrincipalElement } from './principal-element';
import type { PrincipalAnswer } from './principal-element';
import { CALLER, RESOURCE, Remembered } from './reading';
import type { Bits, Reading } from './reading';
import { ResourceElement } from './resource';
import type { ResourceAnswer } from './resource';
import { TracedElement } from './traced-element';

export interface StatementMatch {
  readonly truth: Truth;
  /** With a Principal element, where the statement applies or may apply. */
  readonly grant: GrantKind | undefined;
  /** A stronger grant that it may be as well. */
  readonly perhaps?: GrantKind | undefined;
}

type AskedPrincipal = Asked<PrincipalElement, PrincipalAnswer>;
type AskedResource = Asked<ResourceElement, ResourceAnswer>;

interface Traced {
  readonly bits: Bits;
  trace(facts: Facts, reading: Reading): ElementTrace;
}

const NO: StatementMatch = { truth: 'no', grant: undefined };
const ANYONE: Required<StatementMatch> = { truth: 'yes', grant: undefined, perhaps: undefined };

export class Statement {
  #action: AskedAction | undefined;
  #resource: AskedResource | undefined;
  #principal: AskedPrincipal | undefined;
  #conditions: readonly AskedCondition[] | undefined;
  #bits: Bits | undefined;
  #traced: readonly Traced[] | undefined;
  #reading: Reading | undefined;
  #elements: readonly ElementTrace[] = [];

  constructor(
    readonly node: StatementNode,
    private readonly alike: Alike,
  ) {}

  // Elements are prepared when they are first needed: most statements fail on an earlier one.
  private get ownAction(): AskedAction {
    this.#action ??= this.alike.action(this.node.action);
    return this.#action;
  }

  private get ownResource(): AskedResource {
    this.#resource ??= this.makeResource();
    return this.#resource;
  }

  private get ownPrincipal(): AskedPrincipal | undefined {
    if (!this.node.principal) return undefined;
    this.#principal ??= this.makePrincipal();
    return this.#principal;
  }

  private get ownConditions(): readonly AskedCondition[] {
    this.#conditions ??= this.node.conditions.map((node) => this.alike.condition(node));
    return this.#conditions;
  }

  get action(): ActionElement {
    return this.ownAction.element;
  }

  get resource(): ResourceElement {
    return this.ownResource.element;
  }

  get conditions(): readonly Condition[] {
    return this.ownConditions.map(({ element }) => element);
  }

  /** What it hangs on. */
  get bits(): Bits {
    this.#bits ??= this.said.reduce((bits, said) => bits | said.bits, 0);
    return this.#bits;
  }

  private get said(): readonly Pick<Remembered<unknown>, 'bits'>[] {
    const principal = this.ownPrincipal;
    const conditions = this.ownConditions.map(({ said }) => said);
    const always = [this.ownAction.said, this.ownResource.said, ...conditions];
    return principal ? [principal.said, ...always] : always;
  }

  private makeResource(): AskedResource {
    const { resource: node, path } = this.node;
    const { reader } = this.alike;
    const at = node ? childPath(path, node.not ? 'NotResource' : 'Resource') : path;
    const element = new ResourceElement(node, at, this.alike);
    const bits = RESOURCE | reader.bitsOf(element.reads);
    return { element, said: new Remembered(reader, bits, (facts) => element.answer(facts)) };
  }

  private makePrincipal(): AskedPrincipal {
    const { principal, effect, path } = this.node;
    const element = new PrincipalElement(principal!, effect, path);
    const said = new Remembered(this.alike.reader, CALLER, (facts) => element.answer(facts));
    return { element, said };
  }

  /** Does the statement apply? Stops at the first element that differs; `trace` looks at all of them. */
  match(facts: Facts, reading: Reading): StatementMatch {
    const { truth } = this.ownAction.said.answer(facts, reading);
    return truth === 'no' ? NO : this.matchBesides(facts, reading, truth);
  }

  /** What is left once the action's part is known: `no` here is `no` for every action. */
  matchBesides(facts: Facts, reading: Reading, action: Truth): StatementMatch {
    const principal = this.ownPrincipal?.said.answer(facts, reading) ?? ANYONE;
    let truth = and(action, principal.truth);
    if (truth === 'no') return NO;
    truth = and(truth, this.ownResource.said.answer(facts, reading).truth);
    for (const { said } of this.ownConditions) {
      if (truth === 'no') return NO;
      truth = and(truth, said.answer(facts, reading).truth);
    }
    return truth === 'no' ? NO : { truth, grant: principal.grant, perhaps: principal.perhaps };
  }

  /** Every element and condition, whatever the others say. The same list for as long as all of them say the same. */
  trace(facts: Facts, reading: Reading): readonly ElementTrace[] {
    if (reading === this.#reading) return this.#elements;
    const changed = this.alike.reader.changed(this.#reading, reading);
    this.#traced ??= this.makeTraced();
    const traced = this.#traced;
    let elements = this.#elements;
    for (let at = 0; at < traced.length; at += 1) {
      const one = traced[at]!;
      if ((changed & one.bits) === 0) continue;
      const entry = one.trace(facts, reading);
      if (entry === elements[at]) continue;
      // The list may have been handed out.
      if (elements === this.#elements) elements = elements.slice();
      (elements as ElementTrace[])[at] = entry;
    }
    this.#elements = elements;
    this.#reading = reading;
    return elements;
  }

  private makeTraced(): readonly Traced[] {
    const { node } = this;
    const principal = this.ownPrincipal;
    return [
      ...(principal ? [tracePrincipal(principal)] : []),
      traceAction(this.ownAction, node),
      traceResource(this.ownResource),
      ...this.ownConditions.map(({ said }, at) => {
        const path = conditionPath(node, node.conditions[at]!);
        return new TracedElement('Condition', path, said, ({ reason }) => reason);
      }),
    ];
  }
}

function tracePrincipal({ element, said }: AskedPrincipal): Traced {
  return new TracedElement(element.name, element.path, said, ({ reason }) => reason);
}

function traceAction({ said }: AskedAction, { action: node, path: statementPath }: StatementNode): Traced {
  const element = node.not ? 'NotAction' : 'Action';
  const path = childPath(statementPath, element);
  const reasonOf = ({ at, notListed }: ActionAnswer): ElementReason =>
    notListed ?? { kind: 'actionMatched', pattern: node.values[at]!, path: entryPath(path, node, at) };
  return new TracedElement(element, path, said, reasonOf);
}

function traceResource({ element, said }: AskedResource): Traced {
  const name = element.node?.not ? 'NotResource' : 'Resource';
  return new TracedElement(name, element.path, said, ({ reason }) => reason);
}
