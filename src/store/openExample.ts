import { goTo } from './router';
import { useVerdict } from './store';

/** Fetches the examples, which are not part of the first load, and opens one in place of the case. */
export async function openExample(id: string): Promise<void> {
  const { say, replace, teach } = useVerdict.getState();
  const [{ findExample }, asLesson] = await Promise.all([
    import('../examples').catch(() => ({ findExample: undefined })),
    lessonOf(id),
  ]);
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
  teach({ question, explanation, learn, asLesson, of: useVerdict.getState().history.present });
  goTo('case');
}

/** The first lesson about the example’s rule; none where the list can’t be fetched. */
async function lessonOf(example: string): Promise<string | undefined> {
  const { CHAPTERS } = await import('../lessons/titles').catch(() => ({ CHAPTERS: [] }));
  return CHAPTERS.flatMap(({ lessons }) => lessons).find(({ examples }) => examples.includes(example))?.id;
}
