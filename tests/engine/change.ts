/** Scenarios made from scenarios: in another order, with more or fewer statements, with what is not known filled in. */
import { LAYERS } from '../../src/case/scenario';
import type { StatementRef, Supposed } from '../../src/engine/evaluation';
import type {
  ContextValue,
  Layer,
  Policies,
  Policy,
  PolicyAddress,
  PolicyLevel,
  Scenario,
} from '../../src/case/scenario';
import { VALUES } from './any';
import { allow, deny } from './build';
import type { Json } from './build';

export interface Doc {
  readonly Version: string;
  readonly Statement: readonly Json[];
}

/** Layers whose statements say whom they are for. */
const NAMED: ReadonlySet<string> = new Set(['resource', 'rcp', 'endpoint']);

/** The same scenario with each policy changed; layers that are not visible stay so. */
export function mapPolicies(
  policies: Policies,
  change: (policy: Policy, layer: Layer, target?: string) => Policy,
): Policies {
  const changed: Record<string, unknown> = {};
  for (const layer of LAYERS) {
    const value = policies[layer];
    if (value === undefined || value === 'unknown') {
      if (value) changed[layer] = value;
    } else if (layer === 'scp' || layer === 'rcp') {
      changed[layer] = (value as readonly PolicyLevel[]).map((level) => ({
        ...level,
        policies: level.policies.map((policy) => change(policy, layer, level.target)),
      }));
    } else {
      changed[layer] = Array.isArray(value)
        ? (value as readonly Policy[]).map((policy) => change(policy, layer))
        : change(value as Policy, layer);
    }
  }
  return changed;
}

export function mapStatements(
  scenario: Scenario,
  change: (statements: readonly Json[], layer: Layer) => readonly Json[],
): Scenario {
  const policies = mapPolicies(scenario.policies, (policy, layer) => {
    const document = policy.document as Doc;
    return { ...policy, document: { ...document, Statement: change(document.Statement, layer) } };
  });
  return { ...scenario, policies };
}

/** Policies listed the other way round; SCP levels too. */
export function reversed(scenario: Scenario): Scenario {
  const turned = mapStatements(scenario, (statements) => [...statements].reverse());
  const { policies } = turned;
  const turn = (list: unknown) => (Array.isArray(list) ? [...(list as unknown[])].reverse() : list);
  return {
    ...turned,
    policies: {
      ...policies,
      ...(policies.identity && { identity: turn(policies.identity) }),
      ...(policies.session && { session: turn(policies.session) }),
      ...(policies.scp && { scp: turn(policies.scp) }),
    } as Policies,
  };
}

export function statementsOf({ policies }: Scenario): readonly Json[] {
  const found: Json[] = [];
  mapPolicies(policies, (policy) => {
    found.push(...(policy.document as Doc).Statement);
    return policy;
  });
  return found;
}

/** Statements of any layer, so that they can stand in this one. */
export function fit(statements: readonly Json[], layer: Layer): readonly Json[] {
  return statements.map(({ Principal, NotPrincipal, ...rest }) => {
    if (!NAMED.has(layer)) return rest;
    return NotPrincipal !== undefined && layer !== 'rcp'
      ? { NotPrincipal, ...rest }
      : { Principal: Principal ?? '*', ...rest };
  });
}

export function inCapitals(statement: Json): Json {
  const upper = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(upper) : String(value).toUpperCase();
  const blocks = Object.entries((statement['Condition'] ?? {}) as Record<string, Json>).map(
    ([operator, keys]) => [
      operator.toLowerCase(),
      Object.fromEntries(Object.entries(keys).map(([key, value]) => [key.toLowerCase(), value])),
    ],
  );
  return {
    ...statement,
    ...(statement['Action'] !== undefined && { Action: upper(statement['Action']) }),
    ...(statement['NotAction'] !== undefined && { NotAction: upper(statement['NotAction']) }),
    ...(blocks.length > 0 && { Condition: Object.fromEntries(blocks) as Json }),
  };
}

/** Without these statements; the policies of a layer or level have names of their own. */
export function without(scenario: Scenario, refs: readonly StatementRef[]): Scenario {
  const policies = mapPolicies(scenario.policies, (policy, layer, target) => {
    const document = policy.document as Doc;
    const kept = document.Statement.filter(
      (_, at) =>
        !refs.some(
          (ref) =>
            ref.layer === layer &&
            ref.policy === policy.name &&
            ref.statement === at &&
            ref.target === target,
        ),
    );
    return { ...policy, document: { ...document, Statement: kept } };
  });
  return { ...scenario, policies };
}

type Effect = 'denies' | 'silent' | 'allows';

export const isTrust = ({ request }: Scenario): boolean => request.action.toLowerCase().startsWith('sts:');

/** A policy that says this to the request, whatever it asks. */
function sayingPolicy(scenario: Scenario, layer: Layer, effect: Effect, grant: string | undefined): Policy {
  const whom = NAMED.has(layer) ? { Principal: effect === 'denies' ? '*' : granteeOf(scenario, grant) } : {};
  const { Resource, ...rest } = effect === 'allows' ? allow() : deny();
  // A trust policy has no Resource.
  const about = layer === 'resource' && isTrust(scenario) ? {} : { Resource };
  const statements = effect === 'silent' ? [] : [{ ...rest, ...about, ...whom, ...tied(scenario, layer) }];
  return { name: 'Supposed', document: { Version: '2012-10-17', Statement: statements } };
}

/** For everybody, but not public: Block Public Access would cut a public bucket off. */
function tied({ request, s3 }: Scenario, layer: Layer): Json {
  const account = request.principal === '*' ? 'anonymous' : request.principal.split(':')[4];
  if (layer !== 'resource' || !account || !s3?.blockPublicAccess?.restrictPublicBuckets) return {};
  return { Condition: { StringEquals: { 'aws:PrincipalAccount': account } } };
}

function sayingLayer(scenario: Scenario, layer: Layer, effect: Effect, grant: string | undefined): unknown {
  const policy = sayingPolicy(scenario, layer, effect, grant);
  if (layer === 'scp' || layer === 'rcp') return [{ target: 'Supposed', policies: [policy] }];
  return layer === 'identity' || layer === 'session' ? [policy] : policy;
}

function granteeOf(scenario: Scenario, grant: string | undefined): unknown {
  const { principal, role, user } = scenario.request;
  const account = /::(\d{12}):/.exec(principal)?.[1];
  if (account === undefined) {
    if (principal === '*') return '*';
    return principal === 'accounts.google.com' ? { Federated: principal } : { Service: principal };
  }
  const ofRole = principal
    .replace(':sts:', ':iam:')
    .replace(/assumed-role\/([^/]+)\/.*/, (_, name: string) => `role/${name}`);
  if (grant === 'account') return { AWS: account };
  if (grant === 'role') return { AWS: user ?? role ?? ofRole };
  // A session that is not named can only be reached directly with everybody else.
  return principal.includes(':role/') ? '*' : { AWS: principal };
}

/** With the policy at this place replaced. */
function replaced(policies: Policies, { layer, level, index }: PolicyAddress, by: Policy): Policies {
  const swap = (list: readonly Policy[]): readonly Policy[] =>
    list.map((policy, at) => (at === index ? by : policy));
  const value = policies[layer];
  if (layer === 'scp' || layer === 'rcp') {
    const levels = value as readonly PolicyLevel[];
    return {
      ...policies,
      [layer]: levels.map((each, at) => (at === level ? { ...each, policies: swap(each.policies) } : each)),
    };
  }
  return { ...policies, [layer]: Array.isArray(value) ? swap(value as readonly Policy[]) : by };
}

/** The scenario with these suppositions made true. */
export function supposing(scenario: Scenario, supposed: readonly Supposed[]): Scenario {
  const context = new Map<string, ContextValue>(Object.entries(scenario.request.context!));
  let { policies } = scenario;
  let { resource } = scenario.request;
  for (const { dependency, supposition } of supposed) {
    if (dependency.kind === 'key') {
      context.delete(dependency.key);
      const single = !Array.isArray(VALUES[dependency.key]?.[0]);
      if (supposition.kind === 'value') {
        context.set(dependency.key, single ? supposition.values[0]! : supposition.values);
      }
    } else if (dependency.kind === 'request' && supposition.kind === 'value') {
      resource = supposition.values[0]!;
    } else if (supposition.kind === 'says') {
      const { effect, grant } = supposition;
      if (dependency.kind === 'layer') {
        const said = sayingLayer(scenario, dependency.layer, effect, grant);
        policies = { ...policies, [dependency.layer]: said };
      } else if (dependency.kind === 'policy') {
        const { address } = dependency;
        policies = replaced(policies, address, sayingPolicy(scenario, address.layer, effect, grant));
      }
    }
  }
  return {
    ...scenario,
    request: { ...scenario.request, resource, context: Object.fromEntries(context) },
    policies,
  };
}

/** Keys that an alias may stand for. */
const KEYS_BEHIND = ['reports', 'red/a.csv', 'a.csv', 'other'];

/** Values and policies for all that is not known. */
export function completed(scenario: Scenario, numbers: Iterator<number>): Scenario {
  const pick = <T>(list: readonly T[]): T => list[(numbers.next().value as number) % list.length]!;
  const context: Record<string, ContextValue> = {};
  for (const [key, value] of Object.entries(scenario.request.context!)) {
    const chosen = value === null ? pick(VALUES[key]!) : value;
    if (chosen !== undefined) context[key] = chosen;
  }
  const effectFor = (layer: Layer): Effect =>
    pick(layer === 'rcp' ? (['silent', 'denies'] as const) : (['allows', 'silent', 'denies'] as const));
  const grant = (): string => pick(['direct', 'account', 'role']);
  let policies = mapPolicies(scenario.policies, (policy, layer) =>
    policy.text === undefined ? policy : sayingPolicy(scenario, layer, effectFor(layer), grant()),
  );
  for (const layer of LAYERS) {
    if (policies[layer] !== 'unknown') continue;
    policies = { ...policies, [layer]: sayingLayer(scenario, layer, effectFor(layer), grant()) };
  }
  const resource = scenario.request.resource.replace(/alias\/(?!aws\/).*/, () => `key/${pick(KEYS_BEHIND)}`);
  return { ...scenario, request: { ...scenario.request, context, resource }, policies };
}
