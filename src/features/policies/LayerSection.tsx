import type { ReactElement } from 'react';
import { addressKey, type Layer } from '../../case/scenario';
import { stepName } from '../../explain/layers';
import { holdsMany, isLeveled } from '../../case/layers';
import { addNamedLevel, addStarter, dropLayer, hideLayer } from '../../store/policyCommands';
import { useVerdict, viewed } from '../../store/store';
import { ActionMenu } from '../../ui/pop/ActionMenu';
import type { MenuAction } from '../../ui/pop/types';
import { Glyph } from '../../ui/Glyph';
import { Icon } from '../../ui/Icon';
import { LevelGroup } from './LevelGroup';
import type { RailSection } from './railModel';

interface LayerSectionProps {
  readonly section: RailSection;
  readonly openKey: string | undefined;
  readonly tabKey: string | undefined;
}

export function LayerSection({ section, openKey, tabKey }: LayerSectionProps): ReactElement {
  const { layer, hidden, levels } = section;
  const count = levels.reduce((sum, level) => sum + level.policies.length, 0);
  // The resource's policy is named for what it is, as under its gate.
  const name = useVerdict((state) => stepName(layer, viewed(state).request));
  return (
    <section aria-label={name}>
      <div className="layer">
        <h3 className="grow cut">
          {name} {count > 1 && <span className="n">{count}</span>}
        </h3>
        <ActionMenu
          label={`Actions for ${name}`}
          className="btn icon layer-more"
          actions={layerMenu(section)}
          skipTab
        >
          <Icon name="kebab" />
        </ActionMenu>
      </div>
      {hidden && <HiddenLayer layer={layer} supposed={section.supposed} openKey={openKey} tabKey={tabKey} />}
      {levels.map((group, index) => (
        <LevelGroup key={index} {...{ layer, group, openKey, tabKey }} levels={levels.length} />
      ))}
    </section>
  );
}

/** In play, but not visible: opens what can be done about it. */
function HiddenLayer({
  layer,
  supposed,
  openKey,
  tabKey,
}: {
  readonly layer: Layer;
  readonly supposed: boolean;
  readonly openKey: string | undefined;
  readonly tabKey: string | undefined;
}): ReactElement {
  const select = useVerdict((state) => state.select);
  const key = addressKey({ layer, index: 0 });
  const open = openKey === key;
  return (
    <button
      className={`pol hidden-layer${open ? ' open' : ''}`}
      data-row={key}
      aria-current={open}
      tabIndex={tabKey === key ? 0 : -1}
      onClick={() => select({ address: { layer, index: 0 }, step: layer })}
    >
      <Glyph kind="unknown" size={14} label="" />
      <span className="pol-name cut">{supposed ? 'Supposed to allow' : 'I can’t see it'}</span>
    </button>
  );
}

function layerMenu({ layer, hidden, levels }: RailSection): MenuAction[] {
  const leveled = isLeveled(layer);
  const add: MenuAction[] =
    leveled && levels.length > 0
      ? levels.map(({ target, level }, index) => ({
          id: `add-${index}`,
          label: `Add a policy at ${target ?? ''}`,
          run: () => addStarter(layer, level),
        }))
      : holdsMany(layer) || hidden
        ? [{ id: 'add', label: 'Add a policy', run: () => addStarter(layer) }]
        : [];
  const addLevels: MenuAction[] = leveled
    ? ['Root', 'OU', 'Account']
        .filter((target) => target === 'OU' || !levels.some((level) => level.target === target))
        .map((target, index) => ({
          id: `level-${target}`,
          label: `Add a level: ${target}`,
          run: () => void addNamedLevel(layer, target),
          apart: index === 0 && add.length > 0,
        }))
    : [];
  return [
    ...add,
    ...addLevels,
    {
      id: 'hide',
      label: 'Set to not visible',
      run: () => hideLayer(layer),
      disabled: hidden,
      apart: add.length + addLevels.length > 0,
    },
    { id: 'drop', label: 'Set to none attached', run: () => dropLayer(layer) },
  ];
}
