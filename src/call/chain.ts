/**
 * A chain of roles: steps that led to a case, each caller the session that the step before made. Every step is a case
 * like any other; what goes along is the session's tags and its source identity, and a role that assumes a role gets
 * one hour at most.
 * IAM User Guide: "IAM roles", role chaining; "Pass session tags in AWS STS", chaining roles with session tags;
 * "Monitor and control actions taken with assumed roles", source identity.
 */
import { contextValue } from '../case/edits';
import type { CaseBody, ContextValue, Scenario } from '../case/scenario';
import { evaluate } from '../engine/evaluate';
import type { Evaluation } from '../engine/evaluation';

export interface Hop {
  readonly scenario: Scenario;
  readonly evaluation: Evaluation;
  /** Context keys that the session brought along, as far as this step did not say otherwise. */
  readonly carried: readonly string[];
  /** A role assumes a role here, so its session ends after an hour. */
  readonly oneHour: boolean;
  /** More than that hour was asked for, so AWS refuses the call whatever the policies say. */
  readonly tooLong: boolean;
  /** Its caller is not a session of the role that the step before assumed. */
  readonly broken: boolean;
}

export interface Chain {
  /** The steps, and at the end the case itself. */
  readonly hops: readonly Hop[];
  /** The first that is not allowed; later ones only would be. */
  readonly stop: number | undefined;
}

/** Undefined for a case that nothing led to. */
export function chainOf(scenario: Scenario): Chain | undefined {
  const { chain, ...own } = scenario;
  if (chain === undefined || chain.length === 0) return undefined;
  const cases: readonly CaseBody[] = [...chain, own];
  const hops: Hop[] = [];
  let transitive: Keys = new Set();
  for (const body of cases) {
    const hop = hopOf(body, hops.at(-1), transitive);
    transitive = withTransitive(transitive, hop.scenario);
    hops.push(hop);
  }
  const stop = hops.findIndex(
    ({ evaluation, broken, tooLong }) => broken || tooLong || evaluation.decision !== 'Allowed',
  );
  return { hops, stop: stop === -1 ? undefined : stop };
}

/** The context keys that a step has of the session it is made with, save those that it says otherwise itself. */
function carriedBy(
  body: CaseBody,
  before: CaseBody,
  transitive: Keys,
): readonly (readonly [string, ContextValue])[] {
  const given = new Set(Object.keys(body.request.context ?? {}).map((key) => key.toLowerCase()));
  return Object.entries(broughtBy(before, transitive)).filter(([key]) => !given.has(key.toLowerCase()));
}

/**
 * One step of a chain as a case of its own, with what its session brought along; the step after the last is the case
 * itself. Undefined where the chain has no such step.
 */
export function stepOfChain({ chain = [], ...own }: Scenario, at: number): Scenario | undefined {
  const bodies: readonly CaseBody[] = [...chain, own];
  let before: CaseBody | undefined;
  let transitive: Keys = new Set();
  for (const [index, body] of bodies.entries()) {
    const carried = before ? carriedBy(body, before, transitive) : [];
    const asked = carried.length === 0 ? body : withCarried(body, carried);
    if (index === at) return { ...asked, schema: 2 };
    before = asked;
    transitive = withTransitive(transitive, asked);
  }
  return undefined;
}

function withCarried<Body extends CaseBody>(
  body: Body,
  carried: readonly (readonly [string, ContextValue])[],
): Body {
  const context = { ...body.request.context, ...Object.fromEntries(carried) };
  return { ...body, request: { ...body.request, context } };
}

/** The chain with an edited step put back; what its session brought along goes on coming from there. */
export function withStep(scenario: Scenario, at: number, changed: Scenario): Scenario {
  const { chain = [] } = scenario;
  const before = stepOfChain(scenario, at);
  const body = at === chain.length ? scenario : chain[at];
  if (before === undefined || body === undefined) return scenario;
  const own = new Set(Object.keys(body.request.context ?? {}));
  const left = Object.entries(changed.request.context ?? {}).filter(
    ([key, value]) => own.has(key) || value !== before.request.context?.[key],
  );
  const { context: _, ...request } = changed.request;
  const written = {
    ...changed,
    request: left.length === 0 ? request : { ...request, context: Object.fromEntries(left) },
  };
  if (at === chain.length) return { ...written, chain };
  return { ...scenario, chain: chain.map((one, index) => (index === at ? written : one)) };
}

/** STS API Reference, AssumeRole, `DurationSeconds`: more than it fails where a role assumes a role. */
const HOUR = 3600;

function hopOf(body: CaseBody, before: Hop | undefined, transitive: Keys): Hop {
  const carried = before ? carriedBy(body, before.scenario, transitive) : [];
  const scenario: Scenario = { ...withCarried(body, carried), schema: 2 };
  const evaluation = evaluate(scenario);
  const assumes = /^sts:AssumeRole/i.test(body.request.action);
  const oneHour = assumes && evaluation.principal.kind === 'roleSession';
  return {
    scenario,
    evaluation,
    carried: carried.map(([key]) => key),
    oneHour,
    tooLong: oneHour && Number(contextValue(scenario.request, 'sts:DurationSeconds')) > HOUR,
    broken: before !== undefined && !follows(before.scenario, evaluation),
  };
}

/** Does this case assume the role of which the other's caller is a session? Then it can stand before it as a step. */
export function leadsTo(step: Scenario, next: Scenario): boolean {
  return (
    /^sts:AssumeRole/i.test(step.request.action) &&
    step.linked === undefined &&
    next.linked === undefined &&
    follows(step, evaluate(next))
  );
}

/** The case with another before it, and with all the steps that led to that one. */
export function withStepBefore(step: Scenario, next: Scenario): Scenario {
  const { schema, request, policies, organization, s3, placeholders, chain = [] } = step;
  const body: CaseBody = {
    schema,
    request,
    policies,
    ...(organization && { organization }),
    ...(s3 && { s3 }),
    ...(placeholders && { placeholders }),
  };
  return { ...next, chain: [...chain, body] };
}

/** Is the caller a session of the role that was assumed? The path of a role is not in its sessions' ARNs. */
function follows({ request }: Scenario, { principal }: Evaluation): boolean {
  const role = /^arn:[^:]*:iam::(\d+):role\/(?:.*\/)?([^/]+)$/.exec(request.resource);
  return (
    role !== null &&
    principal.kind === 'roleSession' &&
    principal.account === role[1] &&
    principal.role === role[2]
  );
}

/** Names of tags, in small letters: AWS compares them without regard to capitals. */
type Keys = ReadonlySet<string>;

/** A tag that was made transitive stays so for all sessions of the chain, without being named again. */
function withTransitive(before: Keys, { request }: CaseBody): Keys {
  const told = contextValue(request, 'sts:TransitiveTagKeys');
  const names = Array.isArray(told) ? (told as readonly string[]) : typeof told === 'string' ? [told] : [];
  return names.length === 0 ? before : new Set([...before, ...names.map((name) => name.toLowerCase())]);
}

/** What a call to AssumeRole gives its session: tags, which stay along a chain where they are transitive, and who it is. */
function broughtBy({ request }: CaseBody, transitive: Keys): Readonly<Record<string, ContextValue>> {
  const context = Object.entries(request.context ?? {});
  const brought: Record<string, ContextValue> = {};
  for (const [key, tag] of context) {
    const name = /^aws:RequestTag\/(.+)$/i.exec(key)?.[1];
    if (name !== undefined) brought[`aws:PrincipalTag/${name}`] = tag;
  }
  for (const [key, tag] of context) {
    const name = /^aws:PrincipalTag\/(.+)$/i.exec(key)?.[1];
    if (name !== undefined && transitive.has(name.toLowerCase())) brought[`aws:PrincipalTag/${name}`] ??= tag;
  }
  const identity = contextValue(request, 'sts:SourceIdentity') ?? contextValue(request, 'aws:SourceIdentity');
  if (identity !== undefined) brought['aws:SourceIdentity'] = identity;
  return brought;
}
