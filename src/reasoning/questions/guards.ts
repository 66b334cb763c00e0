/** Guards: sentences about every request of a case, each proved or answered with a request. */
import type { Guard } from '../../case/guard';
import { policyText } from '../../case/scenario';
import type { Policy, Request, Scenario } from '../../case/scenario';
import { Condition } from '../../engine/conditions/condition';
import { readWorld } from '../../engine/world';
import { globMatches, globOf } from '../../language/glob';
import { parseOperator } from '../../language/operators';
import type { ConditionNode } from '../../language/policy';
import { isOfAccess } from '../access';
import type { Access } from '../access';
import type { Answer } from '../comparison';
import type { Formula } from '../formula';
import { namesOf } from '../names';
import { Prover } from '../prover';
import type { Confirm } from '../prover';
import type { Reason } from '../reasons';
import { newWork } from '../work';
import { Space } from '../space';
import { addCase, settingOf } from '../stack/case';
import type { Bearing, Subject } from '../subject';
import { scopeOfCases } from './cases';
import type { CaseOptions } from './cases';
import { askPrincipals, isExceptedPrincipal, resourcePolicyIn } from './guard-principals';
import { reachableFromOutside } from './outside';

export interface GuardAnswer {
  readonly guard: Guard;
  readonly kind: 'holds' | 'fails' | 'undecided';
  /** A request that breaks it. */
  readonly witness?: Request;
  /** The statements by which that request is allowed. */
  readonly because: readonly Bearing['ref'][];
  readonly reasons: readonly Reason[];
}

const OUTSIDE = 'outside:';

/**
 * Does the resource's own policy let in nobody from outside an account or organization? Whoever that is: the caller of
 * the case is not the only one who may come. Undefined where there is no such policy to ask.
 */
function askOutside(guard: Guard, scenario: Scenario, options: CaseOptions): GuardAnswer | undefined {
  const { by = '' } = guard;
  const own = resourcePolicyIn(scenario.policies);
  if (!by.startsWith(OUTSIDE) || !own) return undefined;
  const zone = by.slice(OUTSIDE.length);
  const found = reachableFromOutside(
    policyText(own.policy),
    zone.startsWith('o-') ? { organizationId: zone } : { ownerAccount: zone },
    { ...options, type: own.type, over: accessOf(guard) },
  );
  // A request that the guard excepts is none against it, and there may be others.
  const isExcepted = found.witness !== undefined && !confirmsAccess(guard, scenario)(found.witness);
  if (isExcepted) return { guard, kind: 'undecided', because: [], reasons: [{ kind: 'unconfirmed' }] };
  return saidOfPolicy(guard, found, own.policy);
}

function saidOfPolicy(guard: Guard, found: Answer, { name }: Policy): GuardAnswer {
  const kind = ({ yes: 'fails', no: 'holds', undecided: 'undecided' } as const)[found.answer];
  return {
    guard,
    kind,
    ...(found.witness && { witness: found.witness }),
    because: found.because.map((ref) => ({ ...ref, policy: name })),
    reasons: found.answer === 'undecided' ? (found.undecided ?? []) : [],
  };
}

/** What the policy of the resource says of a guard that speaks of more callers than the one of the case. */
function askResource(guard: Guard, scenario: Scenario, options: CaseOptions): GuardAnswer | undefined {
  if (guard.kind !== 'never') return undefined;
  const listed = askPrincipals(
    guard,
    scenario,
    {
      formula: (space) => requestsOf(guard, space),
      confirm: confirmsAccess(guard, scenario),
    },
    options,
  );
  return listed ? saidOfPolicy(guard, listed.answer, listed.policy) : askOutside(guard, scenario, options);
}

function accessOf({ action, resource }: Guard): Access {
  return {
    ...(action !== undefined && { actions: [action] }),
    ...(resource !== undefined && { resources: [resource] }),
  };
}

/** Whom the guard speaks of, as far as the one caller of the case is among them. */
function speaksOf(
  { by = 'anyone' }: Guard,
  { caller, derived }: NonNullable<Space['caller']>,
  organization: string | undefined,
): boolean {
  if (by === 'anyone') return true;
  const arn = derived.get('aws:principalarn') ?? caller.id;
  if (!by.startsWith(OUTSIDE)) return typeof arn === 'string' && globMatches(globOf(by), arn);
  const zone = by.slice(OUTSIDE.length);
  return zone.startsWith('o-') ? organization !== zone : caller.account !== zone;
}

function nodesOf({ unless = {} }: Guard): readonly ConditionNode[] {
  return Object.entries(unless).flatMap(([written, keys]) => {
    const operator = parseOperator(written);
    if (!operator) return [];
    return Object.entries(keys).map(([key, given]): ConditionNode => ({
      operator,
      written,
      key,
      values: [given].flat(),
      bracketed: true,
    }));
  });
}

interface Opened {
  readonly space: Space;
  readonly now: Subject;
  readonly before: Subject | undefined;
  readonly prover: Prover;
}

/** Requests of the guard: its actions and resources, without those that meet the exception. */
function requestsOf(guard: Guard, space: Space): Formula {
  const { formulas } = space;
  const access = space.addAccess(
    guard.action === undefined ? undefined : [guard.action],
    guard.resource === undefined ? undefined : [guard.resource],
  );
  const excepted = nodesOf(guard).map((node) =>
    space.add(undefined, [{ atom: space.conditionAtom(node, false), positive: true }]),
  );
  const { exceptResource } = guard;
  return formulas.and([
    access,
    ...(excepted.length === 0 ? [] : [formulas.not(formulas.and(excepted))]),
    ...(exceptResource === undefined ? [] : [formulas.not(space.addAccess(undefined, [exceptResource]))]),
  ]);
}

function confirmsAccess(guard: Guard, scenario: Scenario): Confirm {
  const isAsked = isOfAccess(accessOf(guard));
  const isSpared =
    guard.exceptResource === undefined ? () => false : isOfAccess({ resources: [guard.exceptResource] });
  const conditions = nodesOf(guard).map((node) => new Condition(node, false));
  return (request) => {
    if (!isAsked(request) || isSpared(request)) return false;
    const { facts } = readWorld({ ...scenario, request });
    return conditions.length === 0 || conditions.some((one) => one.truth(facts.lookup) === 'no');
  };
}

/** Is some such request allowed now, and, where the guard speaks of a change, not before? */
function ask(guard: Guard, opened: Opened, scenario: Scenario): GuardAnswer {
  const { space, now, before, prover } = opened;
  const { formulas } = space;
  const isOfChange = guard.kind !== 'never';
  if (isOfChange && !before) return { guard, kind: 'holds', because: [], reasons: [] };
  const parts = [
    now.allowed,
    requestsOf(guard, space),
    ...(isOfChange && before ? [formulas.not(before.allowed)] : []),
  ];
  const isAsked = confirmsAccess(guard, scenario);
  const wasDenied = (request: Request): boolean => {
    if (!isOfChange || !before) return true;
    const said = before.say(request);
    return said.allowed === 'no' && (guard.kind === 'notWider' || said.denies.length > 0);
  };
  const confirm: Confirm = (request) =>
    now.say(request).allowed === 'yes' && isAsked(request) && wasDenied(request);
  const { found, reasons } = prover.today(formulas.and(parts), confirm, true);
  const witness = found[0]?.witness;
  if (witness) {
    return {
      guard,
      kind: 'fails',
      witness,
      because: now.say(witness).allows.map(({ ref }) => ref),
      reasons: [],
    };
  }
  // A Deny that stopped nothing by itself may go: then no request was found that it stopped.
  const isOpen =
    reasons.length > 0 &&
    !(guard.kind === 'keepsDeny' && reasons.every(({ kind }) => kind === 'unconfirmed'));
  return { guard, kind: isOpen ? 'undecided' : 'holds', because: [], reasons: isOpen ? reasons : [] };
}

/**
 * Whether the guards of a case hold over all requests of its caller. Guards that speak of a change are proved against
 * `before`, and hold where there is none.
 */
export function proveGuards(
  scenario: Scenario,
  guards: readonly Guard[],
  before: Scenario | undefined,
  options: CaseOptions,
): readonly GuardAnswer[] {
  const names = namesOf(options.catalog);
  const work = newWork(options.stop, options.mostFormulas);
  const space = new Space(options.catalog, settingOf(scenario));
  const { principal, role, user } = scenario.request;
  const asCaller = before && {
    ...before,
    request: {
      ...before.request,
      principal,
      ...(role !== undefined && { role }),
      ...(user !== undefined && { user }),
    },
  };
  const cases = asCaller ? [scenario, asCaller] : [scenario];
  const [now, old] = cases.map((one) => addCase(space, names, one));
  const prover = new Prover(space, scopeOfCases(cases, space), work, names);
  const opened: Opened = { space, now: now!, before: old, prover };
  return guards.map((guard) => {
    const byPolicy = askResource(guard, scenario, options);
    if (byPolicy && byPolicy.kind !== 'holds') return byPolicy;
    const isOfCaller = speaksOf(guard, space.caller!, scenario.organization?.id);
    return isOfCaller && !isExceptedPrincipal(guard)(scenario.request)
      ? ask(guard, opened, scenario)
      : { guard, kind: 'holds', because: [], reasons: [] };
  });
}
