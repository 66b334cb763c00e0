/** One policy by itself: which requests it is asked about, and what the evaluator says of its statements. */
import { readPolicyDocument, readPolicyText } from '../language/document';
import type { PolicyForm } from '../language/forms';
import type { StatementNode } from '../language/policy';
import type { Layer, Policies, Policy, Request, Scenario } from '../case/scenario';
import { usesTrustPolicy } from '../engine/services/sts';
import type { StatementRef, Truth } from '../engine/evaluation';
import { and, not, or } from '../engine/truth';
import { readWorld } from '../engine/world';
import { Language } from './automaton/language';
import { literal, some } from './automaton/tokens';
import { ACTIONS, ACTION_NAME, anyRole } from './domains';
import type { Formula } from './formula';
import type { Scope } from './prover';
import type { Space } from './space';
import type { Bearing, Said, Subject } from './subject';

export type AskedType = PolicyForm;

/** A policy that is reasoned about: parsed JSON, or text as it was typed. */
export type PolicyInput = Record<string, unknown> | string;

const asPolicy = (input: PolicyInput, name: string): Policy =>
  typeof input === 'string' ? { name, text: input } : { name, document: input };

/** One policy in the layer of its type. */
export function inItsLayer(
  type: AskedType,
  policy: Policy,
): { readonly layer: Layer; readonly policies: Policies } {
  switch (type) {
    case 'identity':
      return { layer: 'identity', policies: { identity: [policy] } };
    case 'session':
      return { layer: 'session', policies: { session: [policy] } };
    case 'boundary':
      return { layer: 'boundary', policies: { boundary: policy } };
    case 'endpoint':
      return { layer: 'endpoint', policies: { endpoint: policy } };
    case 'scp':
      return { layer: 'scp', policies: { scp: [{ target: 'Root', policies: [policy] }] } };
    case 'rcp':
      return { layer: 'rcp', policies: { rcp: [{ target: 'Root', policies: [policy] }] } };
    case 'resource':
    case 'trust':
      return { layer: 'resource', policies: { resource: policy } };
  }
}

export class ReadPolicy {
  readonly #layer: Layer;
  readonly #policies: Policies;
  readonly nodes: readonly StatementNode[];
  readonly #variables: boolean;
  /** Why it cannot be read. */
  readonly problem: string | undefined;

  constructor(
    readonly name: string,
    input: PolicyInput,
    readonly type: AskedType,
  ) {
    const policy = asPolicy(input, name);
    const { layer, policies } = inItsLayer(type, policy);
    this.#layer = layer;
    this.#policies = policies;
    const read = typeof input === 'string' ? readPolicyText(input, type) : readPolicyDocument(input, type);
    this.nodes = read.kind === 'readable' ? read.tree.statements : [];
    this.#variables = read.kind === 'readable' && read.tree.variables;
    this.problem = read.kind === 'readable' ? undefined : read.problem.message;
  }

  /** Adds the statements, and gives the formula of each. */
  addTo(space: Space): readonly Formula[] {
    return this.nodes.map((node) => space.addStatement(node, this.#variables));
  }

  /** A statement as the outside world names it. */
  refOf(statement: number): StatementRef {
    const { sid } = this.nodes[statement]!;
    return { layer: this.#layer, policy: this.name, statement, ...(sid !== undefined && { sid }) };
  }

  /** What the evaluator says of its statements alone. `left`: statements that are left out. */
  say(request: Request, left: ReadonlySet<number> = NONE): Said {
    const scenario: Scenario = { schema: 2, request, policies: this.#policies };
    const view = readWorld(scenario).layers[this.#layer].levels[0]?.policies[0];
    const allows: Bearing[] = [];
    const denies: Bearing[] = [];
    let allow: Truth = 'no';
    let deny: Truth = 'no';
    if (view?.compiled?.kind !== 'readable') return { allowed: 'unknown', allows, denies };
    view.compiled.statements.forEach(({ node }, at) => {
      const { truth } = view.matches[at]!;
      if (truth === 'no' || left.has(at)) return;
      if (node.effect === 'Allow') allow = or(allow, truth);
      else deny = or(deny, truth);
      if (truth === 'yes') (node.effect === 'Allow' ? allows : denies).push({ ref: this.refOf(at), node });
    });
    return { allowed: and(allow, not(deny)), allows, denies };
  }

  /** The policy among all that is asked about in the space. */
  in(space: Space): Subject {
    return { allowed: allowedBy(space, this.nodes, this.addTo(space)), say: (request) => this.say(request) };
  }
}

const NONE: ReadonlySet<number> = new Set();

/** "Some Allow applies, and no Deny does", without some statements. */
export function allowedBy(
  space: Space,
  nodes: readonly StatementNode[],
  statements: readonly Formula[],
  left: ReadonlySet<number> = NONE,
): Formula {
  const { formulas } = space;
  const of = (effect: StatementNode['effect']): readonly Formula[] =>
    statements.filter((_, at) => nodes[at]!.effect === effect && !left.has(at));
  return formulas.and([formulas.or(of('Allow')), ...of('Deny').map((deny) => formulas.not(deny))]);
}

const action = (lower: string): Parameters<typeof usesTrustPolicy>[0] => {
  const colon = lower.indexOf(':');
  return { written: lower, lower, service: lower.slice(0, colon), name: lower.slice(colon + 1) };
};

const onRole = (lower: string): boolean =>
  lower.startsWith('sts:') && usesTrustPolicy(action(lower), 'arn:aws:iam::111122223333:role/example');

const ROLE_CALLS = [
  'assumerole',
  'assumerolewithsaml',
  'assumerolewithwebidentity',
  'tagsession',
  'setsourceidentity',
  'setcontext',
];

/**
 * The requests that a policy of this type is asked about. A role's trust policy is asked about calls to STS on a role
 * only; other policies of resources are not asked about those.
 */
export function scopeOf(type: AskedType, space: Space): Scope {
  if (type === 'trust') {
    const within = new Language([[...literal('sts:'), ...some(ACTION_NAME)]]);
    return { actions: { within }, keeps: onRole, resources: anyRole(space.partition) };
  }
  if (type === 'resource') {
    const except = new Language(ROLE_CALLS.map((name) => literal(`sts:${name}`)));
    return { actions: { ...ACTIONS, except }, keeps: (lower) => !onRole(lower) };
  }
  return { actions: ACTIONS };
}
