import type { ReactElement } from 'react';
import { addStarter, hideLayer } from '../../store/policyCommands';
import type { StarterKind } from '../../store/starters';
import { useVerdict } from '../../store/store';
import { ActionMenu } from '../../ui/pop/ActionMenu';
import type { MenuAction } from '../../ui/pop/types';
import { Icon } from '../../ui/Icon';
import { LAYERS, type Layer } from '../../case/scenario';
import { layerName } from '../../explain/layers';

const KINDS: readonly { readonly kind: StarterKind; readonly label: string; readonly apart?: boolean }[] = [
  { kind: 'identity', label: 'Identity-based policy', apart: true },
  { kind: 'boundary', label: 'Permissions boundary' },
  { kind: 'session', label: 'Session policy' },
  { kind: 'resource', label: 'Resource policy', apart: true },
  { kind: 'trust', label: 'Role trust policy' },
  { kind: 'key', label: 'KMS key policy' },
  { kind: 'scp', label: 'Service control policy (SCP)', apart: true },
  { kind: 'rcp', label: 'Resource control policy (RCP)' },
  { kind: 'endpoint', label: 'VPC endpoint policy' },
];

/** Every way to bring a policy into the case. */
export function AddMenu({ notInPlay }: { readonly notInPlay: readonly Layer[] }): ReactElement {
  const show = useVerdict((state) => state.show);
  const actions: MenuAction[] = [
    { id: 'paste', label: 'Paste a policy …', run: () => show('importPolicy') },
    ...KINDS.map(({ kind, label, apart = false }) => ({
      id: kind,
      label,
      apart,
      run: () => addStarter(kind),
    })),
    {
      id: 'hidden',
      label: 'In play, but not visible to me',
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
