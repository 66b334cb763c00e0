import { lazy, Suspense, type ReactElement } from 'react';
import { useVerdict } from '../../store/store';
import { Modal } from '../../ui/Modal';
import { usePasteAnywhere } from './usePasteAnywhere';
import './evidence.css';

const PasteBox = lazy(() => import('./PasteBox'));

/** Start from what AWS printed: a message, an event, or the output of a command. */
export function PasteDialog(): ReactElement | null {
  const isOpen = useVerdict((state) => state.dialog === 'paste');
  const show = useVerdict((state) => state.show);
  usePasteAnywhere();
  if (!isOpen) return null;
  return (
    <Modal title="Paste an error" onClose={() => show(undefined)}>
      <Suspense fallback={<p className="dim">Loading…</p>}>
        <PasteBox />
      </Suspense>
    </Modal>
  );
}
