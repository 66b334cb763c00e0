/**
 * A call is one scenario with several requests. Looked at from one of them it is a scenario as any other: that request,
 * and the layers that it is under.
 */
import {
  LAYERS,
  type Layer,
  type LinkedRequest,
  type Policies,
  type Request,
  type Scenario,
} from '../case/scenario';
import { withRequest } from '../case/variant';
import { isUnderSame, type CallRequest, type SharedPart } from './belongs';
import { baseOf } from './carried';
import { stepOfChain } from './chain';

/** How many requests a call has: the scenario's own and those linked with it. */
export function requestCount({ linked }: Scenario): number {
  return 1 + (linked?.length ?? 0);
}

/** Views are asked for by every panel, and must be the same object as long as the scenario is. */
const views = new WeakMap<Scenario, Map<number, Scenario>>();

/** The number by which a step that led to the case is looked at: -1 is the first. */
export const lookAtStep = (step: number): number => -1 - step;

/** Which step of the chain a number looks at; undefined: none, or the case itself. */
export function stepLookedAt({ chain = [] }: Scenario, at: number): number | undefined {
  return at < 0 && -1 - at < chain.length ? -1 - at : undefined;
}

/**
 * The scenario as it stands for one request of the call: 0 is the scenario's own, the others follow in order, and
 * negative numbers are the steps that led to it. Without `linked`; tests are about the scenario's own request and stay
 * with it. A number that there is no request for is the scenario's own.
 */
export function viewOf(scenario: Scenario, at: number): Scenario {
  if (scenario.linked === undefined && scenario.chain === undefined) return scenario;
  const known = views.get(scenario) ?? new Map<number, Scenario>();
  views.set(scenario, known);
  const view = known.get(at) ?? makeView(scenario, at);
  known.set(at, view);
  return view;
}

/** All views in the order of the call. */
export function viewsOf(scenario: Scenario): readonly Scenario[] {
  return Array.from({ length: requestCount(scenario) }, (_, at) => viewOf(scenario, at));
}

function makeView(scenario: Scenario, at: number): Scenario {
  const { linked, ...own } = scenario;
  if (scenario.chain !== undefined && (linked === undefined || at < 0))
    return stepOfChain(scenario, stepLookedAt(scenario, at) ?? scenario.chain.length) ?? own;
  const found = linked?.[at - 1];
  if (found === undefined) return own;
  const { tests: _, policies, s3, ...rest } = own;
  const all = askedIn(own.request, linked ?? []);
  const policiesOf = (owner: number): Policies | LinkedRequest['policies'] =>
    owner === 0 ? policies : linked?.[owner - 1]?.policies;
  const layers = LAYERS.flatMap((layer): [Layer, unknown][] => {
    const owner = ownerIn(all, linked ?? [], layer, at);
    const value = owner === undefined ? undefined : policiesOf(owner)?.[layer];
    return value === undefined || value === null ? [] : [[layer, value]];
  });
  const bucket = ownerIn(all, linked ?? [], 's3', at);
  const settings = bucket === 0 ? s3 : bucket === undefined ? undefined : linked?.[bucket - 1]?.s3;
  return {
    ...rest,
    request: all[at]!.request,
    policies: Object.fromEntries(layers),
    ...(settings !== undefined && settings !== null && { s3: settings }),
  };
}

/** What each request of the call asks in the end. */
function askedIn(main: Request, linked: readonly LinkedRequest[]): readonly CallRequest[] {
  return [{ request: main }, ...linked.map((one) => ({ request: askedBy(main, one), through: one.through }))];
}

/** What a linked request asks, given the first one. */
export function askedBy(main: Request, linked: LinkedRequest): Request {
  return withRequest(baseOf(main, linked), linked.request);
}

/**
 * Whose layer it is that a request of the call is under: its own where it has one, else that of the first other request
 * that is under the same and has one. Undefined where there is none.
 */
export function ownerOf(scenario: Scenario, part: SharedPart, at: number): number | undefined {
  const linked = scenario.linked ?? [];
  return ownerIn(askedIn(scenario.request, linked), linked, part, at);
}

function ownerIn(
  all: readonly CallRequest[],
  linked: readonly LinkedRequest[],
  part: SharedPart,
  at: number,
): number | undefined {
  const has = (index: number): boolean => index === 0 || ownPart(linked[index - 1], part) !== undefined;
  if (has(at)) return at;
  const found = all.findIndex(
    (asked, index) => index !== at && has(index) && isUnderSame(part, asked, all[at]!),
  );
  return found === -1 ? undefined : found;
}

/** What a linked request has of its own; null where it says that the layer is not in play. */
export function ownPart(linked: LinkedRequest | undefined, part: SharedPart): unknown {
  return part === 's3' ? linked?.s3 : linked?.policies?.[part];
}
