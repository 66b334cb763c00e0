import { writeScenarioFile } from '../../formats/file';
import { emptyScenario } from '../../formats/schema';
import { CASE_FILES, openFile, saveFile } from '../../store/browser/files';
import { goTo } from '../../store/router';
import { takeFile } from '../../store/takeFile';
import { useVerdict } from '../../store/store';

/** A file name from the title: letters and digits of any script, joined by hyphens. */
export function fileName(title: string | undefined, ending: string): string {
  const plain = (title ?? '').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
  return `${plain === '' ? 'verdict-case' : plain.slice(0, 60).toLowerCase()}.${ending}`;
}

/** An empty page; what was there is one Undo away. */
export function newCase(): void {
  useVerdict.getState().replace(emptyScenario(), 'Started an empty case');
  goTo('case');
}

export function saveCase(): void {
  const scenario = useVerdict.getState().history.present;
  saveFile(fileName(scenario.title, 'verdict.json'), writeScenarioFile(scenario));
}

/** Opens a file from disk: a case as one, everything else in the paste box. */
export async function openCase(): Promise<void> {
  const file = await openFile(CASE_FILES);
  if (file !== undefined) await takeFile(file.name, file.text);
}
