import { readScenarioFile, writeScenarioFile } from '../../scenario/file';
import { ScenarioError } from '../../scenario/schema';
import { openFile, saveFile } from '../../store/browser/files';
import { EMPTY, useVerdict } from '../../store/store';

/** A file name from the title: letters and digits of any script, joined by hyphens. */
export function fileName(title: string | undefined, ending: string): string {
  const plain = (title ?? '').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');
  return `${plain === '' ? 'verdict-case' : plain.slice(0, 60).toLowerCase()}.${ending}`;
}

/** An empty page; what was there is one Undo away. */
export function newCase(): void {
  useVerdict.getState().replace(EMPTY, 'Started an empty case');
}

export function saveCase(): void {
  const scenario = useVerdict.getState().history.present;
  saveFile(fileName(scenario.title, 'verdict.json'), writeScenarioFile(scenario));
}

/** Opens a case from disk; a file that holds none says so and changes nothing. */
export async function openCase(): Promise<void> {
  const { replace, say } = useVerdict.getState();
  const file = await openFile('.json,application/json');
  if (file === undefined) return;
  try {
    replace(readScenarioFile(file.text), `Opened ${file.name}`);
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    say(`${file.name} cannot be opened: ${error.message}`, { tone: 'error' });
  }
}
