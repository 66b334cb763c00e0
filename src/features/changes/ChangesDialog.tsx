import { lazy, Suspense, type ReactElement } from 'react';
import { useEvaluation } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { Modal } from '../../ui/Modal';

const Changes = lazy(() => import('./Changes'));

/** The smallest edits that turn the verdict. What finds them is loaded when it is asked for. */
export function ChangesDialog(): ReactElement | null {
  const isOpen = useVerdict((state) => state.dialog === 'changes');
  const show = useVerdict((state) => state.show);
  const { decision } = useEvaluation();
  if (!isOpen) return null;
  return (
    <Modal
      title={decision === 'Allowed' ? 'What would close it' : 'What would change it'}
      onClose={() => show(undefined)}
    >
      <Suspense fallback={<p className="dim">Loading…</p>}>
        <Changes />
      </Suspense>
    </Modal>
  );
}
