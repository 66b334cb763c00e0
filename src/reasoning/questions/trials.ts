/** Requests to try on policies that come without one: for each statement one that it decides, and one beside it. */
import type { Catalog } from '../../catalog/service-reference';
import { LAYER_TABLE, isTrust } from '../../case/layers';
import {
  listPolicies,
  policyText,
  type PolicyAddress,
  type Request,
  type Scenario,
} from '../../case/scenario';
import type { Decision } from '../../engine/evaluation';
import { evaluate } from '../../engine/evaluate';
import { isAccountId, parseArn } from '../../language/arn';
import type { PolicyForm } from '../../language/forms';
import { namesOf } from '../names';
import { ReadPolicy, scopeOf } from '../policy';
import { Prover } from '../prover';
import { newWork } from '../work';
import { Space } from '../space';
import { besides, KNOWN } from './beside';

/** A request with the decision that the evaluator gives it on the case's policies. */
export interface Trial {
  readonly address: PolicyAddress;
  readonly statement: number;
  readonly request: Request;
  readonly decision: Exclude<Decision, 'Undetermined'>;
}

/** So many statements are tried, and so many formulas made for each: it is a help, not a proof. */
const MOST_STATEMENTS = 6;
const MOST_FORMULAS = 20_000;

/**
 * At most one allowed and one denied request for each statement, evaluated on the whole case; none for a statement that
 * cannot be read or that nothing was found for. The case's own request is not looked at.
 */
export function trialsOf(scenario: Scenario, catalog: Catalog): readonly Trial[] {
  const found: Trial[] = [];
  for (const { address, policy } of listPolicies(scenario.policies)) {
    if (policy.off === true) continue;
    const text = policyText(policy);
    const read = new ReadPolicy(policy.name, text, formOf(address, text));
    for (let at = 0; at < read.nodes.length; at += 1) {
      if (found.length >= 2 * MOST_STATEMENTS) return found;
      found.push(...trialsFor(scenario, catalog, read, address, at));
    }
  }
  return distinct(found);
}

/** A role's trust policy speaks of assuming the role, and has no Resource: it is the role's. */
function formOf({ layer }: PolicyAddress, text: string): PolicyForm {
  const ofRole =
    /"sts:(AssumeRole|TagSession|SetSourceIdentity)/i.test(text) && !/"(Not)?Resource"/.test(text);
  return layer === 'resource' && ofRole ? 'trust' : LAYER_TABLE[layer].form;
}

function trialsFor(
  scenario: Scenario,
  catalog: Catalog,
  read: ReadPolicy,
  address: PolicyAddress,
  statement: number,
): readonly Trial[] {
  const names = namesOf(catalog);
  const space = new Space(catalog);
  const formula = read.addTo(space)[statement]!;
  const node = read.nodes[statement]!;
  const wanted: Decision = node.effect === 'Allow' ? 'Allowed' : 'ExplicitlyDenied';
  const decide = (request: Request): Decision => evaluate({ ...scenario, request }).decision;
  const scope = scopeOf(read.type, space);
  const search = (keeps: (lower: string) => boolean): Request | undefined => {
    const prover = new Prover(
      space,
      { ...scope, keeps: (lower) => (scope.keeps?.(lower) ?? true) && keeps(lower) },
      newWork(undefined, MOST_FORMULAS),
      names,
    );
    const confirm = (request: Request): boolean => decide(inOneAccount(request, read.type)) === wanted;
    const witness = prover.today(formula, confirm, true).found[0]?.witness;
    return witness && inOneAccount(witness, read.type);
  };
  const request = search((lower) => KNOWN.has(lower)) ?? search((lower) => !KNOWN.has(lower));
  if (request === undefined) return [];
  const trial = (of: Request, decision: Trial['decision']): Trial => ({
    address,
    statement,
    request: of,
    decision,
  });
  const first = trial(request, wanted);
  for (const other of besides(request, catalog)) {
    const decision = decide(other);
    const turned = node.effect === 'Allow' ? decision !== 'Allowed' : decision === 'Allowed';
    if (turned && decision !== 'Undetermined') return [first, trial(other, decision)];
  }
  return [first];
}

/** The example caller is of the resource's account, so that one account's policies are enough. */
function inOneAccount(request: Request, type: PolicyForm): Request {
  if (type === 'resource' || type === 'trust') return request;
  const owner = parseArn(request.resource)?.account ?? '';
  const caller = parseArn(request.principal);
  if (!caller || !isAccountId(owner) || isTrust(request.action)) return request;
  return {
    ...request,
    principal: ['arn', caller.partition, caller.service, '', owner, caller.resource].join(':'),
  };
}

function distinct(trials: readonly Trial[]): readonly Trial[] {
  const seen = new Set<string>();
  return trials.filter(({ request }) => {
    const key = JSON.stringify(request);
    return !seen.has(key) && seen.add(key);
  });
}
