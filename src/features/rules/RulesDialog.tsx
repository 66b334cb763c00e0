import { lazy, type ReactElement } from 'react';
import { useDialog } from '../../store/dialog';
import { useVerdict } from '../../store/store';
import { Modal } from '../../ui/pop/Modal';
import './rules.css';

const RulesPage = lazy(() => import('./RulesPage'));

/** The rules that Verdict follows, with AWS's pages, and the choices where AWS is silent. */
export function RulesDialog(): ReactElement | null {
  const close = useDialog('rules');
  const rule = useVerdict((state) => state.rule);
  if (!close) return null;
  return (
    <Modal title="The rules Verdict follows" onClose={close}>
      <RulesPage rule={rule} />
    </Modal>
  );
}
