import { lazy, Suspense, type ReactElement } from 'react';
import { useVerdict } from '../../store/store';
import { Modal } from '../../ui/Modal';

const TestsPanel = lazy(() => import('./TestsPanel'));

/** Requests that must be allowed or denied, whatever happens to the policies. Loaded when it is asked for. */
export function TestsDialog(): ReactElement | null {
  const isOpen = useVerdict((state) => state.dialog === 'tests');
  const show = useVerdict((state) => state.show);
  if (!isOpen) return null;
  return (
    <Modal title="Tests" onClose={() => show(undefined)}>
      <Suspense fallback={<p className="dim">Loading…</p>}>
        <TestsPanel />
      </Suspense>
    </Modal>
  );
}
