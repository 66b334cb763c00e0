import type { DragEvent } from 'react';
import { useTighten } from '../../store/tighten';

/** Reads files as further evidence, whatever they are: gzip, UTF-16, JSON, CSV. */
export async function addFiles(files: readonly File[]): Promise<void> {
  if (files.length === 0) return;
  const texts = await Promise.all(
    files.map(async (file) => ({ name: file.name, content: new Uint8Array(await file.arrayBuffer()) })),
  );
  useTighten.getState().add(texts);
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
      void addFiles([...event.dataTransfer.files]);
    },
  };
}
