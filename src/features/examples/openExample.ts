import { goTo } from '../../store/router';
import { useVerdict } from '../../store/store';

/** Fetches the examples, which are not part of the first load, and opens one in place of the case. */
export async function openExample(id: string): Promise<void> {
  const { say, replace, teach } = useVerdict.getState();
  const { findExample } = await import('../../examples').catch(() => ({ findExample: undefined }));
  if (findExample === undefined) {
    say('The examples could not be loaded. Is the page still being served?', { tone: 'error' });
    return;
  }
  const example = findExample(id);
  if (example === undefined) {
    say('There is no such example.', { tone: 'error' });
    return;
  }
  const { title, question, explanation, learn, scenario } = example;
  replace({ ...scenario, title, notes: `${question}\n\n${explanation}\n\n${learn}` }, `Opened “${title}”`);
  teach({ question, explanation, learn });
  goTo('case');
}
