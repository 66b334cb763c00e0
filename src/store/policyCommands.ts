/**
 * What the rail and the editor can do with a policy, a level or a layer. Each changes the scenario in one undo step,
 * opens what it made, and says so with an Undo where something went away.
 */
import { FULL_ACCESS, holdsMany, isLeveled, onlyDenies } from '../case/layers';
import type { Layer, LeveledLayer, Policy, PolicyAddress, Scenario } from '../case/scenario';
import { levelsOf, listPolicies, policyAt, policyText } from '../case/scenario';
import {
  addLevel,
  addPolicy,
  changePolicy,
  clearLayer,
  duplicatePolicy,
  freshName,
  moveLevel,
  movePolicy,
  relocatePolicy,
  removeLevel,
  removePolicy,
  renameLevel,
  setLayerUnknown,
  setPolicyText,
} from '../case/edits';
import { starter, type StarterKind } from './starters';
import { useVerdict, viewed } from './store';

const store = () => useVerdict.getState();
const present = () => viewed(store());

function namesIn(layer: Layer): string[] {
  return listPolicies(present().policies)
    .filter(({ address }) => address.layer === layer)
    .map(({ policy }) => policy.name);
}

/** Adds a policy and opens it; says which one it replaced, if the layer holds only one. */
export function addToLayer(
  layer: Layer,
  policy: Policy,
  options: { readonly level?: number; readonly path?: string; readonly focus?: boolean } = {},
): PolicyAddress {
  const { edit, open, say } = store();
  const scenario = present();
  const replaced = holdsMany(layer) ? undefined : policyAt(scenario.policies, { layer, index: 0 });
  const name = replaced ? policy.name : freshName(namesIn(layer), policy.name);
  const level = isLeveled(layer) ? (options.level ?? lastLevel(layer)) : undefined;
  const added = place(scenario, layer, { ...policy, name }, level);
  edit(() => added.scenario);
  open(added.address, { path: options.path, focus: options.focus ?? true });
  if (replaced) say(`${policy.name} takes the place of ${replaced.name}.`, { undo: true });
  return added.address;
}

/** The first SCP brings along what AWS attaches by itself: a level with nothing but a Deny allows nothing. */
function place(scenario: Scenario, layer: Layer, policy: Policy, level: number | undefined): Added {
  if (!isLeveled(layer) || onlyDenies(layer) || levelsOf(scenario.policies, layer).length > 0)
    return addPolicy(scenario, layer, policy, level);
  return addPolicy(addLevel(scenario, layer, 'Root', [FULL_ACCESS]), layer, policy, level);
}

interface Added {
  readonly scenario: Scenario;
  readonly address: PolicyAddress;
}

function lastLevel(layer: LeveledLayer, { policies }: Scenario = present()): number {
  return Math.max(0, levelsOf(policies, layer).length - 1);
}

/** Adds a small document to begin with; the caret goes where typing begins. */
export function addStarter(kind: StarterKind, level?: number): void {
  const { layer, policy, path } = starter(kind, present().request);
  addToLayer(layer, policy, { path, ...(level !== undefined && { level }) });
}

export function rename(address: PolicyAddress, name: string): void {
  const wanted = name.trim();
  const policy = policyAt(present().policies, address);
  if (!policy || wanted === '' || wanted === policy.name) return;
  store().edit((scenario) => changePolicy(scenario, address, { name: wanted }));
}

export function switchOff(address: PolicyAddress, off: boolean): void {
  store().edit((scenario) => changePolicy(scenario, address, { off }));
}

export function setVia(address: PolicyAddress, via: string): void {
  const wanted = via.trim();
  store().edit((scenario) => changePolicy(scenario, address, { via: wanted === '' ? undefined : wanted }));
}

export function setText(address: PolicyAddress, text: string): void {
  store().edit((scenario) => setPolicyText(scenario, address, text));
}

export function remove(address: PolicyAddress): void {
  const policy = policyAt(present().policies, address);
  if (!policy) return;
  const { address: open } = store().selection;
  store().edit((scenario) => removePolicy(scenario, address));
  if (open && sameList(open, address)) followRemoval(open, address);
  store().say(`Removed ${policy.name}.`, { undo: true });
}

function sameList(one: PolicyAddress, other: PolicyAddress): boolean {
  return one.layer === other.layer && one.level === other.level;
}

/** The open policy stays open though it moved up; in the place of a removed one its neighbour opens. */
function followRemoval(open: PolicyAddress, removed: PolicyAddress): void {
  const { policies } = present();
  const before = { ...open, index: open.index - 1 };
  const wanted = open.index > removed.index ? [before] : [open, before];
  const next = wanted.find((one) => policyAt(policies, one)) ?? listPolicies(policies)[0]?.address;
  useVerdict.setState(({ selection }) => ({
    selection: {
      ...selection,
      address: next,
      statement: open.index > removed.index ? selection.statement : undefined,
    },
  }));
}

export function duplicate(address: PolicyAddress): void {
  store().editAndOpen((scenario) => duplicatePolicy(scenario, address));
}

export function move(address: PolicyAddress, step: -1 | 1): void {
  store().editAndOpen((scenario) => movePolicy(scenario, address, step));
}

/** Moves a policy to another layer, or level; says which one it replaced there. */
export function moveTo(address: PolicyAddress, layer: Layer, level?: number): void {
  const { policies } = present();
  const policy = policyAt(policies, address);
  const replaced = holdsMany(layer) ? undefined : policyAt(policies, { layer, index: 0 });
  store().editAndOpen((scenario) => relocatePolicy(scenario, address, layer, level));
  if (policy && replaced) store().say(`${policy.name} takes the place of ${replaced.name}.`, { undo: true });
}

/** In play, but nobody here can see it. */
export function hideLayer(layer: Layer): void {
  const held = namesIn(layer).length > 0;
  store().edit((scenario) => setLayerUnknown(scenario, layer));
  store().select({ address: { layer, index: 0 } });
  if (held) store().say('Set to not visible; its policies were removed.', { undo: true });
}

export function dropLayer(layer: Layer): void {
  const held = namesIn(layer).length > 0;
  store().edit((scenario) => clearLayer(scenario, layer));
  if (held) store().say('Set to none attached; its policies were removed.', { undo: true });
}

/** Adds a level above the account's, or at the end; new SCP levels hold what AWS attaches by itself. */
export function addNamedLevel(layer: LeveledLayer, target: string): number {
  const list = levelsOf(present().policies, layer);
  const last = list.at(-1);
  const beforeAccount = last !== undefined && /^account\b/i.test(last.target) && !/^account\b/i.test(target);
  const at = beforeAccount ? list.length - 1 : list.length;
  store().edit((scenario) => {
    const added = addLevel(scenario, layer, target, onlyDenies(layer) ? [] : [FULL_ACCESS]);
    return beforeAccount ? moveLevel(added, layer, list.length, -1) : added;
  });
  return at;
}

export function nameLevel(layer: LeveledLayer, level: number, target: string): void {
  if (target.trim() !== '') store().edit((scenario) => renameLevel(scenario, layer, level, target.trim()));
}

export function shiftLevel(layer: LeveledLayer, level: number, step: -1 | 1): void {
  store().edit((scenario) => moveLevel(scenario, layer, level, step));
}

export function dropLevel(layer: LeveledLayer, level: number): void {
  const target = levelsOf(present().policies, layer)[level]?.target;
  if (target === undefined) return;
  store().edit((scenario) => removeLevel(scenario, layer, level));
  store().say(`Removed the level ${target}.`, { undo: true });
}

export function textOf(address: PolicyAddress): string | undefined {
  const policy = policyAt(present().policies, address);
  return policy && policyText(policy);
}
