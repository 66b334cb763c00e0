import { readScenarioFile, writeScenarioFile } from '../../scenario/file';
import { emptyScenario } from '../../scenario/schema';
import { openFile, saveFile } from '../../store/browser/files';
import { useVerdict } from '../../store/store';

/** A file name from the title: letters and digits of any script, joined by hyphens. */
export function fileName(title: string | undefined, ending: string): string {
  const plain = (title ?? '').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');
  return `${plain === '' ? 'verdict-case' : plain.slice(0, 60).toLowerCase()}.${ending}`;
}

/** An empty page; what was there is one Undo away. */
export function newCase(): void {
  useVerdict.getState().replace(emptyScenario(), 'Started an empty case');
}

export function saveCase(): void {
  const scenario = useVerdict.getState().history.present;
  saveFile(fileName(scenario.title, 'verdict.json'), writeScenarioFile(scenario));
}

/** Opens a case from disk; a file that holds something else says what, and changes nothing. */
export async function openCase(): Promise<void> {
  const file = await openFile('.json,.txt,application/json,text/plain');
  if (file === undefined) return;
  const { replace, say } = useVerdict.getState();
  const opened = readScenarioFile(file.text);
  if (opened.kind === 'scenario') replace(opened.scenario, `Opened ${file.name}`);
  else if (opened.kind === 'link') await openLinkFrom(file.name, opened.link);
  else say(`${file.name}: ${opened.message}`, { tone: 'error' });
}

async function openLinkFrom(name: string, link: string): Promise<void> {
  const { replace, say } = useVerdict.getState();
  const { decodeLink, LinkError } = await import('../../scenario/link');
  try {
    replace(await decodeLink(link), `Opened the case from the link in ${name}`);
  } catch (error) {
    if (!(error instanceof LinkError)) throw error;
    say(`${name}: ${error.message}`, { tone: 'error' });
  }
}
