/**
 * Every change that the page can make to a scenario, as pure functions. Each returns a new scenario;
 * an address that points nowhere returns the same one.
 */
import { holdsMany, isLeveled, isList } from './layers';
import type { Layer, LeveledLayer } from './layers';
import { isHidden, levelsOf, policiesAt } from './scenario';
import type {
  ContextValue,
  Policies,
  Policy,
  PolicyAddress,
  Request,
  S3Settings,
  Scenario,
} from './scenario';

/** The same object without keys whose value is undefined: an absent key stays absent. */
function compact<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as T;
}

function withPolicies(scenario: Scenario, change: Partial<Record<Layer, unknown>>): Scenario {
  return { ...scenario, policies: compact({ ...scenario.policies, ...change }) as Policies };
}

/** Writes one list back. Emptied lists leave the layer; emptied levels stay, for a level without policies allows nothing. */
function setList(
  scenario: Scenario,
  layer: Layer,
  level: number | undefined,
  list: readonly Policy[],
): Scenario {
  if (isLeveled(layer)) {
    const levels = levelsOf(scenario.policies, layer).map((entry, index) =>
      index === (level ?? 0) ? { ...entry, policies: list } : entry,
    );
    return withPolicies(scenario, { [layer]: levels });
  }
  if (isList(layer)) return withPolicies(scenario, { [layer]: list.length === 0 ? undefined : list });
  return withPolicies(scenario, { [layer]: list[0] });
}

/** Changes fields of the request; an optional field set to undefined goes. */
export function setRequest(
  scenario: Scenario,
  change: { readonly [Field in keyof Request]?: Request[Field] | undefined },
): Scenario {
  return { ...scenario, request: compact({ ...scenario.request, ...change }) as Request };
}

/** The value that the request gives for a key, whatever its capitals; undefined where it gives none. */
export function contextValue(request: Partial<Request>, key: string): ContextValue | undefined {
  const lower = key.toLowerCase();
  return Object.entries(request.context ?? {}).find(([name]) => name.toLowerCase() === lower)?.[1];
}

/** Sets one context key, whatever its capitals; `undefined` removes it, so that it is absent or derived again. */
export function setContext(scenario: Scenario, key: string, value: ContextValue | undefined): Scenario {
  const lower = key.toLowerCase();
  const rest = Object.entries(scenario.request.context ?? {}).filter(
    ([name]) => name.toLowerCase() !== lower,
  );
  const entries: [string, ContextValue][] = value === undefined ? rest : [...rest, [key, value]];
  // defineProperty-based fromEntries keeps a key named `__proto__` an ordinary key.
  const context = Object.fromEntries(entries);
  const { context: _, ...request } = scenario.request;
  return { ...scenario, request: entries.length === 0 ? request : { ...request, context } };
}

/** Changes what is known of the bucket; a setting set to undefined goes, and with the last one the whole entry. */
export function setS3(
  scenario: Scenario,
  change: { readonly [Setting in keyof S3Settings]?: S3Settings[Setting] | undefined },
): Scenario {
  const { s3: before, ...rest } = scenario;
  const s3: S3Settings = compact({ ...before, ...change }) as S3Settings;
  return Object.keys(s3).length === 0 ? rest : { ...rest, s3 };
}

/** A name that no policy of the list has yet: `Policy`, `Policy 2`, … */
export function freshName(names: readonly string[], wanted: string): string {
  if (!names.includes(wanted)) return wanted;
  for (let count = 2; ; count += 1) if (!names.includes(`${wanted} ${count}`)) return `${wanted} ${count}`;
}

/** Adds a policy at the end of a layer or level; a layer that was unknown or holds one policy only is replaced. */
export function addPolicy(
  scenario: Scenario,
  layer: Layer,
  policy: Policy,
  level?: number,
): { readonly scenario: Scenario; readonly address: PolicyAddress } {
  if (isLeveled(layer) && levelsOf(scenario.policies, layer)[level ?? 0] === undefined) {
    const levels = [...levelsOf(scenario.policies, layer), { target: 'Root', policies: [policy] }];
    return {
      scenario: withPolicies(scenario, { [layer]: levels }),
      address: { layer, level: levels.length - 1, index: 0 },
    };
  }
  const list = holdsMany(layer) ? [...policiesAt(scenario.policies, layer, level), policy] : [policy];
  const address = { layer, ...(isLeveled(layer) && { level: level ?? 0 }), index: list.length - 1 };
  return { scenario: setList(scenario, layer, level, list), address };
}

export function replacePolicy(scenario: Scenario, address: PolicyAddress, policy: Policy): Scenario {
  const list = policiesAt(scenario.policies, address.layer, address.level);
  if (list[address.index] === undefined) return scenario;
  const next = list.map((entry, index) => (index === address.index ? policy : entry));
  return setList(scenario, address.layer, address.level, next);
}

/**
 * A text at an address: in place of the policy that is there, or as a new one of this name. `rename` gives the policy
 * another name on the way. In a layer that cannot be seen, or at a level that is not there, nothing changes.
 */
export function putText(
  scenario: Scenario,
  { layer, level, index }: PolicyAddress,
  text: string,
  name: string,
  rename?: string,
): Scenario {
  const { policies } = scenario;
  if (isHidden(policies[layer])) return scenario;
  if (isLeveled(layer) && levelsOf(policies, layer)[level ?? 0] === undefined) return scenario;
  const list = policiesAt(policies, layer, level);
  const old = list[index];
  const { document: _, ...kept } = old ?? { name };
  const put = { ...kept, name: rename ?? kept.name, text };
  return setList(scenario, layer, level, list.toSpliced(index, old ? 1 : 0, put));
}

/** What was typed, kept to the letter in place of the document. */
export function setPolicyText(scenario: Scenario, address: PolicyAddress, text: string): Scenario {
  const policy = policiesAt(scenario.policies, address.layer, address.level)[address.index];
  if (policy === undefined || policy.text === text) return scenario;
  const { document: _, ...rest } = policy;
  return replacePolicy(scenario, address, { ...rest, text });
}

export function changePolicy(
  scenario: Scenario,
  address: PolicyAddress,
  change: { readonly name?: string; readonly off?: boolean; readonly via?: string | undefined },
): Scenario {
  const policy = policiesAt(scenario.policies, address.layer, address.level)[address.index];
  if (policy === undefined) return scenario;
  const { off, via, ...rest } = { ...policy, ...change };
  return replacePolicy(scenario, address, {
    ...rest,
    ...(off === true && { off }),
    ...(via !== undefined && { via }),
  });
}

export function removePolicy(scenario: Scenario, address: PolicyAddress): Scenario {
  const list = policiesAt(scenario.policies, address.layer, address.level);
  if (list[address.index] === undefined) return scenario;
  return setList(
    scenario,
    address.layer,
    address.level,
    list.filter((_, index) => index !== address.index),
  );
}

/** A copy right behind the original; for a single-policy layer there is no room, so nothing changes. */
export function duplicatePolicy(
  scenario: Scenario,
  address: PolicyAddress,
): { readonly scenario: Scenario; readonly address: PolicyAddress } {
  const list = policiesAt(scenario.policies, address.layer, address.level);
  const policy = list[address.index];
  if (policy === undefined || !holdsMany(address.layer)) return { scenario, address };
  const name = freshName(
    list.map((entry) => entry.name),
    `${policy.name} copy`,
  );
  const next = [...list.slice(0, address.index + 1), { ...policy, name }, ...list.slice(address.index + 1)];
  return {
    scenario: setList(scenario, address.layer, address.level, next),
    address: { ...address, index: address.index + 1 },
  };
}

/** Moves a policy within its list by `step` places. */
export function movePolicy(
  scenario: Scenario,
  address: PolicyAddress,
  step: -1 | 1,
): { readonly scenario: Scenario; readonly address: PolicyAddress } {
  const list = [...policiesAt(scenario.policies, address.layer, address.level)];
  const target = address.index + step;
  const policy = list[address.index];
  const other = list[target];
  if (policy === undefined || other === undefined) return { scenario, address };
  list[target] = policy;
  list[address.index] = other;
  return {
    scenario: setList(scenario, address.layer, address.level, list),
    address: { ...address, index: target },
  };
}

/** Moves a policy to another layer (or level), at its end. */
export function relocatePolicy(
  scenario: Scenario,
  address: PolicyAddress,
  layer: Layer,
  level?: number,
): { readonly scenario: Scenario; readonly address: PolicyAddress } {
  const policy = policiesAt(scenario.policies, address.layer, address.level)[address.index];
  if (policy === undefined) return { scenario, address };
  const { via: _, ...rest } = policy;
  return addPolicy(removePolicy(scenario, address), layer, layer === 'identity' ? policy : rest, level);
}

/** In play but not visible. What the layer held is dropped; undo brings it back. */
export function setLayerUnknown(scenario: Scenario, layer: Layer): Scenario {
  return withPolicies(scenario, { [layer]: 'unknown' });
}

/** What if it allows: in play, not visible, and supposed to let the request through; `setLayerUnknown` takes it back. */
export function setLayerSupposed(scenario: Scenario, layer: Layer): Scenario {
  return withPolicies(scenario, { [layer]: { supposed: 'allows' } });
}

/** Takes a layer out of play. */
export function clearLayer(scenario: Scenario, layer: Layer): Scenario {
  return withPolicies(scenario, { [layer]: undefined });
}

/** Adds a level at the end (nearest to the account). */
export function addLevel(
  scenario: Scenario,
  layer: LeveledLayer,
  target: string,
  policies: readonly Policy[] = [],
): Scenario {
  return withPolicies(scenario, { [layer]: [...levelsOf(scenario.policies, layer), { target, policies }] });
}

export function renameLevel(
  scenario: Scenario,
  layer: LeveledLayer,
  level: number,
  target: string,
): Scenario {
  const levels = levelsOf(scenario.policies, layer).map((entry, index) =>
    index === level ? { ...entry, target } : entry,
  );
  return withPolicies(scenario, { [layer]: levels });
}

export function moveLevel(scenario: Scenario, layer: LeveledLayer, level: number, step: -1 | 1): Scenario {
  const levels = [...levelsOf(scenario.policies, layer)];
  const moved = levels[level];
  const other = levels[level + step];
  if (moved === undefined || other === undefined) return scenario;
  levels[level + step] = moved;
  levels[level] = other;
  return withPolicies(scenario, { [layer]: levels });
}

export function removeLevel(scenario: Scenario, layer: LeveledLayer, level: number): Scenario {
  const levels = levelsOf(scenario.policies, layer).filter((_, index) => index !== level);
  return withPolicies(scenario, { [layer]: levels.length === 0 ? undefined : levels });
}
