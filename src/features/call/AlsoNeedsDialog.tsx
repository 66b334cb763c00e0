import { lazy, Suspense, type ReactElement } from 'react';
import { useVerdict } from '../../store/store';
import { Modal } from '../../ui/Modal';

const AlsoNeeds = lazy(() => import('./AlsoNeeds'));

/** What else AWS may check for the same call. Loaded when it is asked for. */
export function AlsoNeedsDialog(): ReactElement | null {
  const isOpen = useVerdict((state) => state.dialog === 'alsoNeeds');
  const show = useVerdict((state) => state.show);
  if (!isOpen) return null;
  return (
    <Modal title="What else AWS checks for this call" onClose={() => show(undefined)}>
      <Suspense fallback={<p className="dim">Loading…</p>}>
        <AlsoNeeds />
      </Suspense>
    </Modal>
  );
}
