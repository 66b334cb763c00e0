import { useState, type ReactElement } from 'react';
import { addressKey, type Layer, type LeveledLayer } from '../../case/scenario';
import { isLeveled, onlyDenies } from '../../case/layers';
import { nameLevel } from '../../store/policyCommands';
import { ActionMenu } from '../../ui/pop/ActionMenu';
import type { MenuAction } from '../../ui/pop/types';
import { Glyph } from '../../ui/Glyph';
import { Icon } from '../../ui/Icon';
import { InlineEdit } from '../../ui/InlineEdit';
import { levelMenu } from './levelMenu';
import { PolicyRow } from './PolicyRow';
import type { RailLevel } from './railModel';

interface LevelGroupProps {
  readonly layer: Layer;
  readonly group: RailLevel;
  readonly levels: number;
  readonly openKey: string | undefined;
  readonly tabKey: string | undefined;
}

/** The policies of a layer, or of one level joined by a bar. */
export function LevelGroup({ layer, group, levels, openKey, tabKey }: LevelGroupProps): ReactElement {
  const [renaming, setRenaming] = useState(false);
  const { target, level, policies } = group;
  const leveled = isLeveled(layer);
  const more: MenuAction[] =
    leveled && level !== undefined && target !== undefined
      ? levelMenu({ layer, level, target, count: levels }, () => setRenaming(true))
      : [];
  return (
    <div className={leveled ? 'level' : undefined}>
      {leveled && level !== undefined && renaming && (
        <InlineEdit
          label="Name of the level"
          value={target ?? ''}
          onCommit={(name) => nameLevel(layer, level, name)}
          onDone={() => setRenaming(false)}
        />
      )}
      <ul>
        {policies.map((policy, index) => (
          <PolicyRow
            key={addressKey(policy.address)}
            policy={policy}
            open={addressKey(policy.address) === openKey}
            tabbable={addressKey(policy.address) === tabKey}
            target={index === 0 && !renaming ? target : undefined}
            more={more.length === 0 ? [] : [levelEntry(target, more)]}
          />
        ))}
        {policies.length === 0 && leveled && target !== undefined && (
          <EmptyLevel layer={layer} target={target} more={more} />
        )}
      </ul>
    </div>
  );
}

function levelEntry(target: string | undefined, items: readonly MenuAction[]): MenuAction {
  return { id: 'level', label: `Level ${target ?? ''}`, run: () => undefined, items, apart: true };
}

/** An SCP level without policies allows nothing; at every level of RCPs AWS allows everything by itself. */
function EmptyLevel({
  layer,
  target,
  more,
}: {
  readonly layer: LeveledLayer;
  readonly target: string;
  readonly more: readonly MenuAction[];
}): ReactElement {
  return (
    <li className="pol-line">
      <span className="pol blank">
        <Glyph kind={onlyDenies(layer) ? 'pass' : 'implicit'} size={14} label="" />
        <span className="pol-name cut dim">{onlyDenies(layer) ? 'no policy' : 'allows nothing'}</span>
        <span className="pol-aside dim cut">{target}</span>
      </span>
      <ActionMenu label={`Actions for the level ${target}`} className="btn icon row-more" actions={more}>
        <Icon name="kebab" />
      </ActionMenu>
    </li>
  );
}
