import type { DragEvent } from 'react';
import { useTighten } from '../../store/tighten';

/** Reads files as further evidence, whatever they are: gzip, UTF-16, JSON, CSV. */
export function addFiles(files: readonly File[]): void {
  if (files.length === 0) return;
  useTighten.getState().add(files.map((file) => ({ name: file.name, content: file })));
}

interface DropHandlers {
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDrop: (event: DragEvent) => void;
}

/** Files can be dropped anywhere on the place. */
export function useDroppedFiles(): DropHandlers {
  return {
    onDragOver: (event) => event.preventDefault(),
    onDrop: (event) => {
      if (event.dataTransfer.files.length === 0) return;
      event.preventDefault();
      addFiles([...event.dataTransfer.files]);
    },
  };
}
