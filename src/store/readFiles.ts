import { useVerdict } from './store';

/** Puts the text of files into the paste box, which says what it found in them. */
export async function pasteFiles(files: readonly File[]): Promise<void> {
  if (files.length === 0) return;
  const texts = await Promise.all(files.map((file) => file.text()));
  const { setPasteText, show } = useVerdict.getState();
  setPasteText(texts.join('\n\n'));
  show('paste');
}
