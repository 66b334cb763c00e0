/** An Allow for exactly this request: as a statement of a policy that is there, or as a policy of its own. */
import { isAwsManaged } from '../../catalog/aws-managed';
import type { Evaluation } from '../../engine/evaluation';
import { listPolicies } from '../../case/scenario';
import type { Layer, PolicyAddress, Scenario } from '../../case/scenario';
import { policiesOf, stepOf } from '../facts';
import { isTrust } from '../../case/layers';
import { layerNoun } from '../layers';
import { writtenLiteral } from '../../language/template';
import { code, rich } from '../rich';
import { textAt } from '../source';
import { callerEntry, principalArn } from './caller';
import { appendStatement } from '../../language/edits-at';
import { readsVariables } from '../values/filled';
import type { Proposal } from './types';
import { isLeveled, onlyDenies } from '../../case/layers';

/** A statement of its own, in the nearest policy or the first that can be read; else a new policy. */
export function newStatement(
  layer: Layer,
  near: PolicyAddress | undefined,
  scenario: Scenario,
  evaluation: Evaluation,
): readonly Proposal[] {
  const allow = narrowAllow(layer, scenario, evaluation);
  const step = stepOf(evaluation, layer);
  if (!allow || !step) return [];
  const shut = step.levels.findIndex(
    ({ target, outcome }) => target !== undefined && outcome.kind === 'noAllow',
  );
  const policies = (shut === -1 ? policiesOf(step) : step.levels[shut]!.policies).filter(
    ({ state }) => state === 'read',
  );
  const own = policies.filter(({ name }) => layer !== 'identity' || !isAwsManaged(name));
  const trace = own.find(({ address }) => address === near) ?? own[0];
  const text = trace && textAt(scenario, trace.address);
  if (trace && text !== undefined) {
    const newText = appendStatement(text, readsVariables(text) ? withLiteral(allow) : allow);
    const title = rich`Add a statement to ${code(trace.name)} that allows just this`;
    return newText === undefined
      ? []
      : [{ kind: 'addStatement', layer, address: trace.address, policy: trace.name, title, newText }];
  }
  if (isLeveled(layer) && (onlyDenies(layer) || shut === -1)) return [];
  const address = shut === -1 ? nextAddress(layer, scenario) : { layer, level: shut, index: 0 };
  const newText = policyOf(withLiteral(allow));
  const title = rich`Add ${withIndefinite(layerNoun(layer, scenario.request))} that allows just this`;
  return [{ kind: 'addPolicy', layer, address, policy: 'AllowThis', title, newText }];
}

/** Behind the policies that the layer has, whether they are on or not. */
export function nextAddress(layer: Layer, { policies }: Scenario): PolicyAddress {
  return { layer, index: listPolicies(policies).filter(({ address }) => address.layer === layer).length };
}

export function policyOf(statement: object): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, null, 2);
}

export function withIndefinite(noun: string): string {
  return /^([aeio]|SCP|RCP)/.test(noun) ? `an ${noun}` : `a ${noun}`;
}

interface Allow {
  readonly Effect: string;
  readonly Action: string;
  readonly Resource?: string;
  readonly Principal?: unknown;
  readonly Condition?: unknown;
}

/** The resource as it has to be written where variables are read. */
function withLiteral(allow: Allow): Allow {
  return allow.Resource === undefined ? allow : { ...allow, Resource: writtenLiteral(allow.Resource, false) };
}

/** Exactly this request, and no more. */
function narrowAllow(layer: Layer, scenario: Scenario, evaluation: Evaluation): Allow | undefined {
  const { action, resource } = scenario.request;
  const allow = { Effect: 'Allow', Action: action, Resource: resource };
  if (layer === 'endpoint') {
    const arn = principalArn(evaluation);
    // Gateway endpoints take no other Principal than everyone; the condition narrows it.
    return arn === undefined
      ? undefined
      : { ...allow, Principal: '*', Condition: { ArnEquals: { 'aws:PrincipalArn': arn } } };
  }
  if (layer !== 'resource') return allow;
  const caller = callerEntry(scenario, evaluation);
  if (!caller) return undefined;
  const named = { Effect: 'Allow', Principal: { [caller.type]: caller.value }, Action: action };
  if (isTrust(action)) return named;
  return { ...named, Resource: /^kms:/i.test(action) ? '*' : resource };
}
