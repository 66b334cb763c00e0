import { lazy, Suspense, type ReactElement } from 'react';
import { useVerdict } from '../../store/store';
import { Modal } from '../../ui/Modal';

const ExampleList = lazy(() => import('./ExampleList'));

/** The worked cases; their list is loaded when it is asked for. */
export function ExamplesDialog(): ReactElement | null {
  const isOpen = useVerdict((state) => state.dialog === 'examples');
  const show = useVerdict((state) => state.show);
  if (!isOpen) return null;
  return (
    <Modal title="Examples" onClose={() => show(undefined)}>
      <Suspense fallback={<p className="dim">Loading…</p>}>
        <ExampleList onOpen={() => show(undefined)} />
      </Suspense>
    </Modal>
  );
}
