import { useVerdict } from '../../store/store';

/** Fetches the examples, which are not part of the first load, and opens one in place of the case. */
export async function openExample(id: string): Promise<void> {
  const { say, replace } = useVerdict.getState();
  try {
    const { findExample } = await import('../../examples');
    const example = findExample(id);
    if (example === undefined) say('There is no such example.', { tone: 'error' });
    else
      replace(
        {
          ...example.scenario,
          title: example.title,
          notes: `${example.question}\n\n${example.explanation}\n\n${example.learn}`,
        },
        `Opened “${example.title}”`,
      );
  } catch {
    say('The examples could not be loaded. Is the page still being served?', { tone: 'error' });
  }
}
