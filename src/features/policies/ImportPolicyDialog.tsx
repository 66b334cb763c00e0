import { lazy, Suspense, type ReactElement } from 'react';
import { useVerdict } from '../../store/store';
import { Modal } from '../../ui/Modal';

/** What reads pasted texts is fetched when it is first asked for. */
const ImportPolicyForm = lazy(() => import('./ImportPolicyForm'));

/** Adds a policy that the person has as text: alone, or inside the output of a tool. */
export function ImportPolicyDialog(): ReactElement | null {
  const isOpen = useVerdict((state) => state.dialog === 'importPolicy');
  const show = useVerdict((state) => state.show);
  if (!isOpen) return null;
  const close = (): void => show(undefined);
  return (
    <Modal title="Paste a policy" onClose={close}>
      <Suspense fallback={<p className="dim">Loading …</p>}>
        <ImportPolicyForm onDone={close} />
      </Suspense>
    </Modal>
  );
}
