import { lazy, type ReactElement } from 'react';
import { useDialog } from '../../store/dialog';
import { Modal } from '../../ui/pop/Modal';

const ExampleList = lazy(() => import('./ExampleList'));

/** The worked cases; their list is loaded when it is asked for. */
export function ExamplesDialog(): ReactElement | null {
  const close = useDialog('examples');
  if (!close) return null;
  return (
    <Modal title="Examples" onClose={close}>
      <ExampleList onOpen={close} />
    </Modal>
  );
}
