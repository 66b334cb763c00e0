import { lazy, Suspense, useEffect, type ReactElement } from 'react';
import { useVerdict } from '../../store/store';
import { Modal } from '../../ui/Modal';
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

/** A paste that no field or editor takes opens the box with the text in it. */
function usePasteAnywhere(): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest('input, textarea, [contenteditable], .monaco-editor, [role="dialog"]')) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text.trim() === '') return;
      event.preventDefault();
      const { setPasteText, show } = useVerdict.getState();
      setPasteText(text);
      show('paste');
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, []);
}
