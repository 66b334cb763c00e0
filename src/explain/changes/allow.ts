/** For a missing Allow: what could be added, narrowest first. */
import type { ElementTrace, Evaluation, StatementTrace } from '../../engine/evaluation';
import type { Layer, PolicyAddress, Scenario } from '../../engine/scenario';
import { operatorParts } from '../elements/operators';
import { policiesOf, statementName, stepOf } from '../facts';
import { isTrust, layerNoun, serviceOf } from '../layers';
import { nearestIn } from '../nearest';
import { code, rich } from '../rich';
import { textAt, valuesAt } from '../source';
import { callerEntry, principalArn } from './caller';
import { appendMember, appendStatement, appendValue, replaceValue } from './edit';
import type { Proposal } from './types';

/** Proposals for one layer whose Allow is missing. */
export function allowProposals(
  layer: Layer,
  scenario: Scenario,
  evaluation: Evaluation,
): readonly Proposal[] {
  const near = nearestIn(scenario, evaluation, layer)?.statement;
  return [
    ...(near ? repairs(near, scenario, evaluation) : []),
    ...newStatement(layer, near?.address, scenario, evaluation),
  ];
}

/** One edit mends a statement only when a single element of it differs. */
function repairs(statement: StatementTrace, scenario: Scenario, evaluation: Evaluation): readonly Proposal[] {
  const differing = statement.elements.filter(({ truth }) => truth !== 'yes');
  const [element] = differing;
  const text = textAt(scenario, statement.address);
  if (!element || differing.length > 1 || text === undefined) return [];
  const { address, policy } = statement;
  const base = { layer: address.layer, address, policy, statement: statement.statement };
  const name = code(statementName(statement));
  const made = (part: Omit<Proposal, keyof typeof base>): Proposal[] =>
    part.newText === undefined && part.context === undefined ? [] : [{ ...base, ...part }];
  const edited = (kind: Proposal['kind'], title: Proposal['title'], newText: string | undefined) =>
    newText === undefined ? [] : made({ kind, title, newText });
  const { action, resource } = scenario.request;
  switch (element.element) {
    case 'Action':
      if (!coversService(text, element.path, action)) return [];
      return edited(
        'addAction',
        rich`Add ${code(action)} to ${name}`,
        appendValue(text, element.path, action),
      );
    case 'Resource':
      return resource === '*' ? [] : resourceRepairs(element, text, resource, name, edited);
    case 'Principal': {
      const caller = callerEntry(scenario, evaluation);
      if (!caller) return [];
      const title = rich`Name ${code(caller.shown)} in ${name}`;
      const path = `${element.path}.${caller.type}`;
      const newText =
        appendValue(text, path, caller.value) ?? appendMember(text, element.path, caller.type, caller.value);
      return edited('addPrincipal', title, newText);
    }
    case 'Condition':
      return conditionRepairs(element, text, name, made, edited);
    case 'NotAction':
    case 'NotResource':
    case 'NotPrincipal':
      return [];
  }
}

/** A statement about another service is not the place for this action. */
function coversService(text: string, path: string, action: string): boolean {
  const service = `${serviceOf(action)}:`;
  return valuesAt(text, path).some((pattern) => pattern.toLowerCase().startsWith(service));
}

type Name = ReturnType<typeof code>;
type Edited = (kind: Proposal['kind'], title: Proposal['title'], newText: string | undefined) => Proposal[];

/** Parts of an ARN that are likelier to be mistyped than meant. */
const CORRECTED: ReadonlySet<string> = new Set(['partition', 'region', 'account']);

function resourceRepairs(
  { path, reason }: ElementTrace,
  text: string,
  resource: string,
  name: Name,
  edited: Edited,
): readonly Proposal[] {
  const added = edited(
    'addResource',
    rich`Add ${code(resource)} to ${name}`,
    appendValue(text, path, resource),
  );
  if (reason.kind !== 'resourceNotListed' || !reason.nearest) return added;
  const { part, actual, pattern, path: at } = reason.nearest;
  if (!CORRECTED.has(part) || pattern.includes('${')) return added;
  const title = rich`Correct the ${part} in ${name}: ${code(actual === '' ? 'empty' : actual)}`;
  return [
    ...edited('correctResource', title, replaceValue(text, at, corrected(pattern, part, actual))),
    ...added,
  ];
}

function corrected(pattern: string, part: string, actual: string): string {
  const pieces = pattern.split(':');
  pieces[{ partition: 1, region: 3, account: 4 }[part] ?? 4] = actual;
  return pieces.join(':');
}

/** The value that the request has is let in, or the request is made to have the value. */
function conditionRepairs(
  { path, reason }: ElementTrace,
  text: string,
  name: Name,
  made: (part: Pick<Proposal, 'kind' | 'title' | 'newText' | 'context'>) => Proposal[],
  edited: Edited,
): readonly Proposal[] {
  if (reason.kind !== 'condition') return [];
  const { key, expected, actual } = reason;
  const { negated, relation, set } = operatorParts(reason.operator);
  const [first] = expected;
  if (negated || !relation || set || first === undefined || first.includes('${')) return [];
  const value = Array.isArray(actual) && actual.length === 1 ? (actual as readonly string[])[0] : undefined;
  const isFlag = relation.type === 'true or false';
  const added =
    value === undefined || isFlag
      ? []
      : edited(
          'addValue',
          rich`Let ${code(value)} in for ${code(key)} in ${name}`,
          appendValue(text, path, value),
        );
  if (!relation.plain) return added;
  const title = rich`Send the request with ${code(key)} ${code(first)}`;
  return [...added, ...made({ kind: 'setKey', title, context: { key, value: first } })];
}

/** A statement of its own, in the nearest policy or the first that can be read; else a new policy. */
function newStatement(
  layer: Layer,
  near: PolicyAddress | undefined,
  scenario: Scenario,
  evaluation: Evaluation,
): readonly Proposal[] {
  const statement = narrowAllow(layer, scenario, evaluation);
  const step = stepOf(evaluation, layer);
  if (!statement || !step) return [];
  const shut = step.levels.findIndex(
    ({ target, outcome }) => target !== undefined && outcome.kind === 'noAllow',
  );
  const policies = (shut === -1 ? policiesOf(step) : step.levels[shut]!.policies).filter(
    ({ state }) => state === 'read',
  );
  const trace = policies.find(({ address }) => address === near) ?? policies[0];
  const text = trace && textAt(scenario, trace.address);
  if (trace && text !== undefined) {
    const newText = appendStatement(text, statement);
    const title = rich`Add a statement to ${code(trace.name)} that allows just this`;
    return newText === undefined
      ? []
      : [{ kind: 'addStatement', layer, address: trace.address, policy: trace.name, title, newText }];
  }
  if (layer === 'rcp' || (layer === 'scp' && shut === -1)) return [];
  const address = shut === -1 ? { layer, index: 0 } : { layer, level: shut, index: 0 };
  const newText = JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, null, 2);
  const title = rich`Add ${withIndefinite(layerNoun(layer, scenario.request))} that allows just this`;
  return [{ kind: 'addPolicy', layer, address, policy: 'AllowThis', title, newText }];
}

function withIndefinite(noun: string): string {
  return /^([aeio]|SCP|RCP)/.test(noun) ? `an ${noun}` : `a ${noun}`;
}

/** Exactly this request, and no more. */
function narrowAllow(layer: Layer, scenario: Scenario, evaluation: Evaluation): object | undefined {
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
