import { useEffect } from 'react';
import { takeFile } from '../../store/takeFile';
import { useVerdict } from '../../store/store';

/** A paste that no field or editor takes, and a file that is dropped anywhere, open the box with the text in it. */
export function usePasteAnywhere(): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest('input, textarea, [contenteditable], .monaco-editor') || isElsewhere(target))
        return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text.trim() === '') return;
      event.preventDefault();
      openWith(text);
    };
    const over = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      const file = event.dataTransfer?.files[0];
      if (file === undefined || event.defaultPrevented) return;
      // Without this the browser would leave the page for the file.
      event.preventDefault();
      void file.text().then((text) => takeFile(file.name, text));
    };
    document.addEventListener('paste', paste);
    document.addEventListener('dragover', over);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('paste', paste);
      document.removeEventListener('dragover', over);
      document.removeEventListener('drop', drop);
    };
  }, []);
}

/** In a dialog other than the box itself. */
function isElsewhere(target: Element | null): boolean {
  return Boolean(target?.closest('[role="dialog"]')) && useVerdict.getState().dialog !== 'paste';
}

function openWith(text: string): void {
  const { setPasteText, show } = useVerdict.getState();
  setPasteText(text);
  show('paste');
}
