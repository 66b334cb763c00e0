/**
 * A case as a formula: the evaluator's flow chart, worked out over all requests of its caller. Actions and resources
 * that are decided by the same rules are taken together; nothing of the chart is written a second time.
 */
import { LIMITS_OF_CALLER, decide } from '../../engine/decide';
import type { Facts } from '../../engine/facts';
import { readCaller } from '../../engine/request/caller';
import { buildContext } from '../../engine/request/context';
import { decidersOf, decisionOf, sayingsOf } from '../../engine/verdict';
import { readWorld } from '../../engine/world';
import type { World } from '../../engine/world';
import { LAYERS, isHidden, listsOf } from '../../case/scenario';
import type { Layer, Policies, Policy, Request, Scenario } from '../../case/scenario';
import { LAYER_TABLE, isLeveled, isList } from '../../case/layers';
import { compilePolicy } from '../../engine/compile';
import { isAccountId, parseArn } from '../../language/arn';
import type { CallerChoice, KeyValue } from '../classes/choice';
import { ACTIONS } from '../domains';
import { NEVER } from '../formula';
import type { Formula } from '../formula';
import { isOfCaller } from '../key-facts';
import type { Names } from '../names';
import type { Scope } from '../prover';
import type { Space } from '../space';
import type { Setting } from '../space';
import type { Bearing, Said, Subject } from '../subject';
import { facetsOf } from './facets';
import { LayerReader, logicOf } from './layers';
import type { Placed } from './layers';
import { ruledRequests } from './rules';

/** The caller of a case, and what follows from it for every request. */
function callerOf({ request, organization, policies }: Scenario): CallerChoice {
  const { caller } = readCaller(request);
  const { principal, role, user } = request;
  const asked = {
    principal,
    action: '',
    resource: '',
    ...(role !== undefined && { role }),
    ...(user !== undefined && { user }),
  };
  // Membership follows from the caller's account where the SCPs are its organization's.
  const ofCaller = caller.account !== undefined && policies.rcp === undefined;
  const context = buildContext({
    request: asked,
    caller,
    resourceArn: undefined,
    resourceAccount: undefined,
    policies,
    organization: ofCaller ? organization : undefined,
  });
  const derived = new Map<string, KeyValue>();
  for (const [key, { value, origin, from }] of context) {
    const follows =
      from === 'principal' || from === 'role' || (from === 'organization' && key === 'aws:principalorgid');
    if (origin === 'derived' && follows && value !== null) derived.set(key, value);
  }
  return { kind: 'caller', caller, derived, yes: new Set(), free: false };
}

function knownOf({ derived }: CallerChoice): ReadonlyMap<string, string | undefined> {
  const known = new Map<string, string | undefined>();
  for (const key of [
    'aws:principalarn',
    'aws:principalaccount',
    'aws:username',
    'aws:principaltype',
    'aws:principalisawsservice',
  ]) {
    const value = derived.get(key);
    known.set(key, typeof value === 'string' ? value : undefined);
  }
  for (const [key, value] of derived)
    if (!isOfCaller(key) && typeof value === 'string') known.set(key, value);
  return known;
}

/** Who asks in these cases; all cases of one question have the same caller. */
export function settingOf(scenario: Scenario, apart = false): Setting & { readonly caller: CallerChoice } {
  const caller = callerOf(scenario);
  const { endpoint } = scenario.policies;
  const isThrough = endpoint !== undefined && (isHidden(endpoint) || endpoint.off !== true);
  return { caller, known: knownOf(caller), apart, endpoint: isThrough };
}

const partitionOf = (caller: CallerChoice['caller']): string => caller.partition ?? 'aws';

export function caseScope(scenario: Scenario, { caller }: CallerChoice): Scope {
  const { principal, role, user, resourceAccount } = scenario.request;
  return {
    actions: ACTIONS,
    partition: partitionOf(caller),
    finish: (request: Request): Request => ({
      ...request,
      principal,
      ...(role !== undefined && { role }),
      ...(user !== undefined && { user }),
      // ARNs without an account are taken to be of the account that the case tells.
      ...(resourceAccount !== undefined &&
        !isAccountId(parseArn(request.resource)?.account ?? '') && { resourceAccount }),
    }),
  };
}

/** Layers and policies of which nothing can be read. */
export function hiddenIn(policies: Policies): readonly string[] {
  const found: string[] = [];
  for (const layer of LAYERS) {
    if (isHidden(policies[layer])) found.push(LAYER_TABLE[layer].plural);
    for (const { policies: list } of listsOf(policies, layer)) {
      for (const policy of list) {
        const isReadable =
          policy.off === true ||
          (['resource', 'trust'] as const).some(
            (form) =>
              compilePolicy(policy, layer === 'resource' ? form : LAYER_TABLE[layer].form).kind ===
              'readable',
          );
        if (!isReadable) found.push(policy.name);
      }
    }
  }
  return found;
}

/** The case as an example is tried on it: what cannot be seen is left out, so limits that are hidden let pass. */
function seen(policies: Policies): Policies {
  const kept: Record<string, unknown> = {};
  for (const layer of LAYERS) {
    const value = policies[layer];
    if (value === undefined || isHidden(value)) continue;
    const forms = layer === 'resource' ? (['resource', 'trust'] as const) : [LAYER_TABLE[layer].form];
    const isSeen = (policy: Policy): boolean =>
      policy.off === true || forms.some((form) => compilePolicy(policy, form).kind === 'readable');
    const levels = listsOf(policies, layer)
      .map(({ target, policies: list }) => ({ target, policies: list.filter(isSeen), had: list.length }))
      // A level of which nothing can be seen is taken to let pass.
      .filter(({ policies: list, had }) => list.length > 0 || had === 0)
      .map(({ target, policies: list }) => ({ target, policies: list }));
    const list = levels.flatMap((level) => level.policies);
    if (isLeveled(layer)) kept[layer] = levels.length > 0 ? levels : undefined;
    else kept[layer] = isList(layer) ? list : list[0];
  }
  return Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined));
}

export interface CaseSubject extends Subject {
  readonly placed: readonly Placed[];
  /** The requests in which a layer has no say: it does not apply to the caller, the action or the resource. */
  readonly noSay: (layer: Layer) => Formula;
}

/** Adds a case to the space. The space is one of its caller. */
export function addCase(space: Space, names: Names, scenario: Scenario): CaseSubject {
  const caller = space.caller!.caller;
  const partition = partitionOf(caller);
  const { boundary } = scenario.policies;
  const facts: Facts = {
    caller,
    action: undefined,
    resource: undefined,
    partition,
    isAlwaysSent: () => false,
    lookup: (key) => space.caller!.derived.get(key) ?? (key === 'aws:userid' ? null : undefined),
    bounded:
      ['user', 'roleSession', 'role', 'federatedUser'].includes(caller.kind) &&
      !caller.serviceLinked &&
      boundary !== undefined &&
      (isHidden(boundary) || boundary.off !== true),
  };
  const reader = new LayerReader(space, scenario.policies, facts);
  const facets = facetsOf(space, caller.account, scenario.organization, partition);
  const said = { resource: reader.read('resource'), trust: reader.read('trust') };
  const logic = logicOf(space);
  const { formulas } = space;
  const ruled = ruledRequests(space, names, scenario, caller, facets);
  const parts = ruled.map(({ formula, rules }) => {
    const { of, present } = said[rules.resourceForm === 'trust' ? 'trust' : 'resource'];
    const outcome = decide({ logic, rules, of, present, aclGrants: false, cutOff: NEVER, barred: NEVER });
    return formulas.and([formula, outcome.granted, formulas.not(outcome.denied)]);
  });
  return {
    allowed: formulas.or(parts),
    placed: [...reader.placed.values()],
    noSay: (layer) =>
      formulas.or(ruled.flatMap(({ formula, rules }) => (rules.exempt[layer] ? [formula] : []))),
    say: sayOf({ ...scenario, policies: seen(scenario.policies) }, reader.placed),
  };
}

function sayOf(scenario: Scenario, placed: ReadonlyMap<string, Placed>): Subject['say'] {
  const bearing = (ref: Bearing['ref']): readonly Bearing[] => {
    const found = placed.get(JSON.stringify(ref));
    return found ? [{ ref, node: found.node }] : [];
  };
  return (request: Request): Said => {
    const world = readWorld({ ...scenario, request });
    const sayings = sayingsOf(world);
    if (world.problems.length > 0) return { allowed: 'unknown', allows: [], denies: [] };
    const decision = decisionOf(decide(sayings));
    if (decision === 'Undetermined') return { allowed: 'unknown', allows: [], denies: [] };
    const { refs } = decidersOf(world, sayings, decision);
    const deciders = refs.flatMap(bearing);
    const isAllowed = decision === 'Allowed';
    return {
      allowed: isAllowed ? 'yes' : 'no',
      allows: isAllowed ? deciders : [],
      denies: isAllowed ? [] : deciders,
      // SCPs mostly allow all.
      passes: LIMITS_OF_CALLER.flatMap((layer) => passesIn(world, layer)).flatMap(bearing),
    };
  };
}

function passesIn(world: World, layer: Layer): readonly Bearing['ref'][] {
  return world.layers[layer].levels.flatMap(({ policies }) =>
    policies.flatMap(({ policy, compiled, matches }) =>
      compiled?.kind !== 'readable'
        ? []
        : compiled.statements.flatMap(({ node: { effect, sid } }, statement) =>
            effect === 'Allow' && matches[statement]!.truth === 'yes'
              ? [{ layer, policy: policy.name, statement, ...(sid !== undefined && { sid }) }]
              : [],
          ),
    ),
  );
}
