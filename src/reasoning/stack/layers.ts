/** What the layers of a case say, as formulas: the same statements, levels and grants that the evaluator adds up. */
import type { Layer, Policies, Policy } from '../../case/scenario';
import { isHidden, listsOf } from '../../case/scenario';
import { LAYER_TABLE, isLeveled, onlyDenies, perLayer } from '../../case/layers';
import { compilePolicy } from '../../engine/compile';
import type { GrantKind, StatementRef } from '../../engine/evaluation';
import type { Logic } from '../../engine/logic';
import { PrincipalElement } from '../../engine/match/principal-element';
import type { Facts } from '../../engine/facts';
import { joinIn, sayOfStatementIn, silent, stackIn } from '../../engine/say';
import type { Say } from '../../engine/say';
import type { PolicyForm } from '../../language/forms';
import type { StatementNode } from '../../language/policy';
import { readPolicyDocument, readPolicyText } from '../../language/document';
import { ALWAYS, NEVER } from '../formula';
import type { Formula } from '../formula';
import type { Space } from '../space';

export interface Placed {
  readonly ref: StatementRef;
  readonly node: StatementNode;
  readonly formula: Formula;
}

export interface LayersSaid {
  readonly of: Readonly<Record<Layer, Say<Formula>>>;
  readonly present: Readonly<Record<Layer, boolean>>;
}

export function logicOf(space: Space): Logic<Formula> {
  const { formulas } = space;
  return {
    yes: ALWAYS,
    no: NEVER,
    and: (a, b) => formulas.and([a, b]),
    or: (a, b) => formulas.or([a, b]),
    not: (a) => formulas.not(a),
  };
}

/** Nothing is known of what it says: for each thing it may say a fact of its own, the same wherever it stands. */
function open(space: Space, name: string): Say<Formula> {
  const unknown = (what: string): Formula => space.unknown(`${name}#${what}`);
  return {
    deny: unknown('deny'),
    allow: unknown('allow'),
    grants: { direct: unknown('direct'), role: unknown('role'), account: unknown('account') },
  };
}

/** Reads the policies of a case into formulas, once for each form of a policy. */
export class LayerReader {
  readonly placed = new Map<string, Placed>();
  readonly #logic: Logic<Formula>;

  constructor(
    private readonly space: Space,
    private readonly policies: Policies,
    private readonly facts: Facts,
  ) {
    this.#logic = logicOf(space);
  }

  private statement(node: StatementNode, variables: boolean, ref: StatementRef): Say<Formula> {
    const logic = this.#logic;
    // The same statement is read for both forms of a resource's policy, and stays one.
    const known = this.placed.get(JSON.stringify(ref));
    let applies = known?.formula ?? this.space.addStatement(node, variables, true);
    let grant: GrantKind | undefined;
    let perhaps: GrantKind | undefined;
    if (node.principal) {
      const answer = new PrincipalElement(node.principal, node.effect, node.path).answer(this.facts);
      if (answer.truth === 'no') return silent(logic);
      // Which of its entries means the caller, if any does, hangs on an ID that no policy tells.
      if (answer.truth === 'unknown' && !known)
        applies = logic.and(applies, this.space.unknown(`who ${node.path}#id`));
      ({ grant, perhaps } = answer);
    }
    this.placed.set(JSON.stringify(ref), { ref, node, formula: applies });
    const said = sayOfStatementIn(logic, node.effect, applies, grant);
    if (node.effect === 'Deny' || !perhaps) return said;
    const stronger = logic.and(applies, this.space.unknown(`who ${node.path}#more`));
    return { ...said, grants: { ...said.grants, [perhaps]: stronger } };
  }

  private policy(policy: Policy, form: PolicyForm, layer: Layer, target: string | undefined): Say<Formula> {
    if (policy.off === true) return silent(this.#logic);
    const compiled = compilePolicy(policy, form);
    if (compiled.kind === 'unreadable') return open(this.space, policy.name);
    const read =
      policy.text === undefined
        ? readPolicyDocument(policy.document, form)
        : readPolicyText(policy.text, form);
    const variables = read.kind === 'readable' && read.tree.variables;
    return compiled.statements.reduce((said, { node }, statement) => {
      const { sid } = node;
      const ref: StatementRef = {
        layer,
        policy: policy.name,
        statement,
        ...(sid !== undefined && { sid }),
        ...(target !== undefined && { target }),
      };
      return joinIn(this.#logic, said, this.statement(node, variables, ref));
    }, silent(this.#logic));
  }

  private layer(layer: Layer, form: PolicyForm): { readonly say: Say<Formula>; readonly present: boolean } {
    const value = this.policies[layer];
    if (value === undefined) return { say: silent(this.#logic), present: false };
    if (isHidden(value)) return { say: open(this.space, LAYER_TABLE[layer].plural), present: true };
    const lists = listsOf(this.policies, layer);
    const levels = lists.map(({ target, policies }) =>
      policies.reduce(
        (said, policy) => joinIn(this.#logic, said, this.policy(policy, form, layer, target)),
        silent(this.#logic),
      ),
    );
    const present =
      isLeveled(layer) && !onlyDenies(layer)
        ? levels.length > 0
        : lists.some(({ policies }) => policies.some(({ off }) => off !== true));
    return { say: present ? stackIn(this.#logic, levels) : silent(this.#logic), present };
  }

  /** All layers; `form`: how the resource's policy is read. */
  read(form: PolicyForm): LayersSaid {
    const said = perLayer((layer) =>
      this.layer(layer, layer === 'resource' ? form : LAYER_TABLE[layer].form),
    );
    return {
      of: perLayer((layer) => said[layer].say),
      present: perLayer((layer) => said[layer].present),
    };
  }
}
