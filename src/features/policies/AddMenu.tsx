import type { ReactElement } from 'react';
import { addStarter, hideLayer } from '../../store/policyCommands';
import { STARTER_KINDS, type StarterKind } from '../../store/starters';
import { useVerdict } from '../../store/store';
import { ActionMenu } from '../../ui/pop/ActionMenu';
import type { MenuAction } from '../../ui/pop/types';
import { Icon } from '../../ui/Icon';
import { LAYERS, type Layer } from '../../case/scenario';
import { layerName } from '../../explain/layers';
import { LAYER_WORDS } from '../../explain/layer-words';

/** Resource-based policies that people look for under their own names. */
const OWN_TITLES = { trust: 'Role trust policy', key: 'KMS key policy' } as const;

const titleOf = (kind: StarterKind): string =>
  kind === 'trust' || kind === 'key' ? OWN_TITLES[kind] : LAYER_WORDS[kind].title;

/** With a rule above. */
const APART: ReadonlySet<StarterKind> = new Set(['identity', 'resource', 'scp']);

/** Every way to bring a policy into the case. */
export function AddMenu({ notInPlay }: { readonly notInPlay: readonly Layer[] }): ReactElement {
  const show = useVerdict((state) => state.show);
  const actions: MenuAction[] = [
    { id: 'paste', label: 'Paste a policy …', run: () => show('paste') },
    ...STARTER_KINDS.map((kind) => ({
      id: kind,
      label: titleOf(kind),
      apart: APART.has(kind),
      run: () => addStarter(kind),
    })),
    {
      id: 'hidden',
      label: 'Attached, but I can’t see it',
      apart: true,
      run: () => undefined,
      items: LAYERS.map((layer) => ({
        id: layer,
        label: layerName(layer),
        disabled: !notInPlay.includes(layer),
        run: () => hideLayer(layer),
      })),
    },
  ];
  return (
    <ActionMenu label="Add a policy" className="btn sm" actions={actions}>
      <Icon name="plus" /> Add
    </ActionMenu>
  );
}
