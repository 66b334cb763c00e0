/** What differs between two scenarios: in the request, the layers and the policies. */
import type { ContextValue, Layer, Policies, Policy, Scenario } from '../case/scenario';
import { LAYERS, listPolicies, policyText } from '../case/scenario';
import { compareLinked, linkedNames, ownOf } from './compare-linked';
import type {
  Differences,
  LayerDifference,
  PolicyDifference,
  RequestDifference,
  Visibility,
} from './differences';

/** From the first scenario to the second. Policies are the same where layer, level and name are. */
export function compareScenarios(before: Scenario, after: Scenario): Differences {
  return {
    request: [
      ...fields(before, after),
      ...keys(before, after),
      ...settings(before, after),
      ...compareLinked(before, after),
    ],
    layers: LAYERS.flatMap((layer): readonly LayerDifference[] => {
      const [was, is] = [visibility(before.policies, layer), visibility(after.policies, layer)];
      return was === is ? [] : [{ layer, before: was, after: is }];
    }),
    policies: [...policies(before.policies, after.policies), ...ownPolicies(before, after)],
  };
}

const FIELDS = ['principal', 'role', 'user', 'action', 'resource', 'resourceAccount'] as const;

function fields({ request: was }: Scenario, { request: is }: Scenario): readonly RequestDifference[] {
  return FIELDS.filter((name) => was[name] !== is[name]).map((name) => ({
    name,
    kind: 'field',
    before: was[name],
    after: is[name],
  }));
}

/** Keys ignore case. */
function keys(before: Scenario, after: Scenario): readonly RequestDifference[] {
  const [was, is] = [contextOf(before), contextOf(after)];
  return [...new Map([...was, ...is])].flatMap(([id, { key }]): readonly RequestDifference[] => {
    const [old, now] = [written(was.get(id)?.value), written(is.get(id)?.value)];
    return old === now ? [] : [{ name: key, kind: 'key', before: old, after: now }];
  });
}

function contextOf({ request }: Scenario) {
  return new Map(
    Object.entries(request.context ?? {}).map(([key, value]) => [key.toLowerCase(), { key, value }]),
  );
}

function written(value: ContextValue | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (value === null) return 'not known';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function settings(before: Scenario, after: Scenario): readonly RequestDifference[] {
  return (['organization', 's3'] as const).flatMap((name): readonly RequestDifference[] => {
    const [was, is] = [JSON.stringify(before[name]), JSON.stringify(after[name])];
    return was === is ? [] : [{ name, kind: 'setting', before: was, after: is }];
  });
}

/** The policies that only a linked request is under, told by its name. */
function ownPolicies(before: Scenario, after: Scenario): readonly PolicyDifference[] {
  return [...linkedNames(before, after)].flatMap((name) =>
    policies(ownOf(before, name), ownOf(after, name)).map((one) => ({
      ...one,
      name: `${name}: ${one.name}`,
    })),
  );
}

function visibility(policies: Policies, layer: Layer): Visibility {
  const value = policies[layer];
  if (value === undefined) return 'absent';
  return value === 'unknown' ? 'hidden' : 'present';
}

interface Placed {
  readonly layer: Layer;
  readonly target?: string;
  readonly policy: Policy;
}

function policies(before: Policies, after: Policies): readonly PolicyDifference[] {
  const [was, is] = [placed(before), placed(after)];
  return [...new Map([...was, ...is])].flatMap(([id, { layer, target, policy }]) => {
    const [old, now] = [was.get(id)?.policy, is.get(id)?.policy];
    const kind = kindOf(old, now);
    if (kind === undefined) return [];
    const place = { layer, name: policy.name, ...(target !== undefined && { target }) };
    return [{ ...place, kind, before: textOf(old), after: textOf(now) }];
  });
}

/** By layer, level, name, and count among those of the same name. */
function placed(policies: Policies): ReadonlyMap<string, Placed> {
  const found = new Map<string, Placed>();
  for (const { address, policy, target } of listPolicies(policies)) {
    const id = (count: number): string => JSON.stringify([address.layer, address.level, policy.name, count]);
    let count = 0;
    while (found.has(id(count))) count += 1;
    found.set(id(count), { layer: address.layer, policy, ...(target !== undefined && { target }) });
  }
  return found;
}

function kindOf(old: Policy | undefined, now: Policy | undefined): PolicyDifference['kind'] | undefined {
  if (old === undefined) return 'added';
  if (now === undefined) return 'removed';
  if (policyText(old) !== policyText(now)) return 'changed';
  if (old.off === now.off) return undefined;
  return now.off === true ? 'switchedOff' : 'switchedOn';
}

function textOf(policy: Policy | undefined): string {
  return policy === undefined ? '' : policyText(policy);
}
