import { lazy, Suspense, type ReactElement } from 'react';
import { useVerdict } from '../../store/store';
import { Modal } from '../../ui/Modal';
import './rules.css';

const RulesPage = lazy(() => import('./RulesPage'));

/** The rules that Verdict follows, with AWS's pages, and the choices where AWS is silent. */
export function RulesDialog(): ReactElement | null {
  const isOpen = useVerdict((state) => state.dialog === 'rules');
  const rule = useVerdict((state) => state.rule);
  const show = useVerdict((state) => state.show);
  if (!isOpen) return null;
  return (
    <Modal title="The rules Verdict follows" onClose={() => show(undefined)}>
      <Suspense fallback={<p className="dim">Loading…</p>}>
        <RulesPage rule={rule} />
      </Suspense>
    </Modal>
  );
}
