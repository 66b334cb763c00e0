import { lazy, type ReactElement } from 'react';
import { useDialog } from '../../store/dialog';
import { useEvaluation } from '../../store/selectors';
import { Modal } from '../../ui/pop/Modal';

const Changes = lazy(() => import('./Changes'));

/** The smallest edits that turn the verdict. What finds them is loaded when it is asked for. */
export function ChangesDialog(): ReactElement | null {
  const close = useDialog('changes');
  return close ? <Open onClose={close} /> : null;
}

function Open({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { decision } = useEvaluation();
  return (
    <Modal title={decision === 'Allowed' ? 'How to deny it' : 'How to allow it'} onClose={onClose}>
      <Changes />
    </Modal>
  );
}
