import { lazy, Suspense, useEffect, type ReactElement } from 'react';
import { useFindKey } from '../../store/browser/findKey';
import { useDialog } from '../../store/dialog';
import { useVerdict } from '../../store/store';
import { PartBoundary } from '../../ui/PartBoundary';

const Find = lazy(() => import('./Find'));

/** Everything of the page by typing, loaded when it is asked for: from the bar, or with Ctrl/Cmd+K. */
export function FindDialog(): ReactElement | null {
  const close = useDialog('find');
  useKey();
  if (!close) return null;
  return (
    <PartBoundary>
      <Suspense fallback={null}>
        <Find onClose={close} />
      </Suspense>
    </PartBoundary>
  );
}

/** The one shortcut of the page; inside the editor the key is the editor's. */
function useKey(): void {
  const on = useFindKey((state) => state.on);
  useEffect(() => {
    if (!on) return;
    const press = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || event.shiftKey || event.altKey) return;
      if (event.ctrlKey === event.metaKey) return;
      if (event.target instanceof Element && event.target.closest('.monaco-editor')) return;
      const { dialog, show } = useVerdict.getState();
      // Another dialog is answered first.
      if (dialog !== undefined && dialog !== 'find') return;
      event.preventDefault();
      show('find');
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [on]);
}
