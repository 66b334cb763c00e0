import { addStarter, dropLevel, shiftLevel } from '../../store/policyCommands';
import type { MenuAction } from '../../ui/pop/types';
import type { LeveledLayer } from '../../case/layers';

interface LevelPlace {
  readonly layer: LeveledLayer;
  readonly level: number;
  readonly target: string;
  readonly count: number;
}

/** What can be done with a level of SCPs or RCPs. */
export function levelMenu({ layer, level, target, count }: LevelPlace, rename: () => void): MenuAction[] {
  return [
    { id: 'level-add', label: `Add a policy at ${target}`, run: () => addStarter(layer, level) },
    { id: 'level-rename', label: 'Rename the level', run: rename },
    {
      id: 'level-up',
      label: 'Move the level up',
      run: () => shiftLevel(layer, level, -1),
      disabled: level === 0,
    },
    {
      id: 'level-down',
      label: 'Move the level down',
      run: () => shiftLevel(layer, level, 1),
      disabled: level === count - 1,
    },
    { id: 'level-remove', label: 'Remove the level', run: () => dropLevel(layer, level), danger: true },
  ];
}
