/**
 * How long the page's own thread was computing in each of its tasks, by what was done meanwhile. Counted in time of computing, as the
 * browser traces it: on a busy machine a task waits for the processor, and that is not the page's doing.
 */
const MARK = 'bench:';

/** Begins to listen; `done(name)` ends a part, and `end()` returns the parts, each with its tasks in milliseconds. */
export async function watchTasks(page) {
  const browser = await page.context().browser().newBrowserCDPSession();
  const events = [];
  browser.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await browser.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'blink.user_timing'], excludedCategories: ['*'] },
  });
  const mark = (name) => page.evaluate((text) => performance.mark(text), `${MARK}${name}`);
  await mark('start');
  return {
    done: mark,
    end: async () => {
      const complete = new Promise((resolve) => browser.once('Tracing.tracingComplete', resolve));
      await browser.send('Tracing.end');
      await complete;
      const marks = events
        .filter(({ name }) => name.startsWith(MARK))
        .toSorted((one, other) => one.ts - other.ts);
      const { pid, tid } = marks[0];
      const tasks = events.filter(
        (event) =>
          event.pid === pid && event.tid === tid && event.ph === 'X' && event.name.endsWith('RunTask'),
      );
      return marks.slice(1).map(({ name, ts }, at) => ({
        name: name.slice(MARK.length),
        tasks: tasks
          .filter((task) => task.ts >= marks[at].ts && task.ts < ts)
          .map(({ tdur = 0 }) => tdur / 1000),
      }));
    },
  };
}
