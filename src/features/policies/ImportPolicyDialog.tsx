import { lazy, type ReactElement } from 'react';
import { useDialog } from '../../store/dialog';
import { Modal } from '../../ui/pop/Modal';

/** What reads pasted texts is fetched when it is first asked for. */
const ImportPolicyForm = lazy(() => import('./ImportPolicyForm'));

/** Adds a policy that the person has as text: alone, or inside the output of a tool. */
export function ImportPolicyDialog(): ReactElement | null {
  const close = useDialog('importPolicy');
  if (!close) return null;
  return (
    <Modal title="Paste a policy" onClose={close}>
      <ImportPolicyForm onDone={close} />
    </Modal>
  );
}
