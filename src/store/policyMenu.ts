/** The actions of one policy, in the order of its menu, for whichever panel shows them. */
import { LAYERS, levelsOf, policyAt, type Layer, type Policies, type PolicyAddress } from '../case/scenario';
import { layerName } from '../explain/layers';
import { holdsMany, isLeveled } from '../case/layers';
import { duplicate, move, moveTo, remove, switchOff } from './policyCommands';

export interface PolicyAction {
  readonly id: string;
  readonly label: string;
  readonly run: () => void;
  readonly disabled?: boolean;
  readonly danger?: boolean;
  /** A rule above. */
  readonly apart?: boolean;
  /** Further actions behind this one. */
  readonly items?: readonly PolicyAction[];
}

/** What the panel itself has to do. */
export interface PanelActions {
  readonly rename: () => void;
  readonly copy: () => void;
  /** Identity-based policies only: how it is attached. */
  readonly via?: () => void;
}

export function policyMenu(
  policies: Policies,
  address: PolicyAddress,
  panel: PanelActions,
): readonly PolicyAction[] {
  const policy = policyAt(policies, address);
  const exists = (index: number): boolean => policyAt(policies, { ...address, index }) !== undefined;
  const many = holdsMany(address.layer);
  const { via } = panel;
  return [
    { id: 'rename', label: 'Rename', run: panel.rename },
    {
      id: 'off',
      label: policy?.off === true ? 'Switch on' : 'Switch off',
      run: () => switchOff(address, policy?.off !== true),
    },
    ...(via && address.layer === 'identity'
      ? [{ id: 'via', label: 'Attached through a group …', run: via }]
      : []),
    { id: 'copy', label: 'Copy text', run: panel.copy },
    { id: 'duplicate', label: 'Duplicate', run: () => duplicate(address), disabled: !many, apart: true },
    { id: 'up', label: 'Move up', run: () => move(address, -1), disabled: !exists(address.index - 1) },
    { id: 'down', label: 'Move down', run: () => move(address, 1), disabled: !exists(address.index + 1) },
    { id: 'move', label: 'Move to', run: () => undefined, items: destinations(policies, address) },
    { id: 'remove', label: 'Remove', run: () => remove(address), danger: true, apart: true },
  ];
}

/** Every other layer, and every other level of a layer that has levels. */
function destinations(policies: Policies, address: PolicyAddress): readonly PolicyAction[] {
  return LAYERS.flatMap((layer) => {
    const levels = leveled(policies, layer);
    if (levels.length === 0) return layer === address.layer ? [] : [destination(address, layer)];
    return levels.flatMap((target, level) =>
      layer === address.layer && level === address.level ? [] : [destination(address, layer, level, target)],
    );
  });
}

function leveled(policies: Policies, layer: Layer): readonly string[] {
  return isLeveled(layer) ? levelsOf(policies, layer).map(({ target }) => target) : [];
}

function destination(address: PolicyAddress, layer: Layer, level?: number, target?: string): PolicyAction {
  return {
    id: level === undefined ? layer : `${layer}/${level}`,
    label: target === undefined ? layerName(layer) : `${layerName(layer)}, ${target}`,
    run: () => moveTo(address, layer, level),
  };
}
