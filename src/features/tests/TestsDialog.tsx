import { lazy, type ReactElement } from 'react';
import { useDialog } from '../../store/dialog';
import { Modal } from '../../ui/pop/Modal';

const TestsPanel = lazy(() => import('./TestsPanel'));

/** Requests that must be allowed or denied, whatever happens to the policies. Loaded when it is asked for. */
export function TestsDialog(): ReactElement | null {
  const close = useDialog('tests');
  if (!close) return null;
  return (
    <Modal title="Tests" onClose={close}>
      <TestsPanel />
    </Modal>
  );
}
