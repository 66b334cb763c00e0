/** A file, dropped or opened: a saved case opens as one, everything else goes to the paste box, which says what it is. */
import { goTo } from './router';
import { useVerdict } from './store';

/** Nothing on the page changes where the file holds a case that cannot be read: that is said. */
export async function takeFile(name: string, text: string): Promise<void> {
  const { replace, say, setPasteText, show } = useVerdict.getState();
  const { readCase } = await import('../formats/read-case');
  const read = await readCase(text, 'file');
  if (read.kind !== 'unreadable') {
    replace(
      read.scenario,
      read.kind === 'link' ? `Opened the case from the link in ${name}` : `Opened ${name}`,
    );
    goTo('case');
  } else if (/^\s*\{[^]{0,400}?"schema"\s*:/.test(text) || text.trim() === '') {
    say(`${name}: ${read.message}`, { tone: 'error' });
  } else {
    setPasteText(text);
    show('paste');
  }
}
