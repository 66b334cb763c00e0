/**
 * From a keystroke to the painted verdict, with 201 statements open in the editor, in the built page: a key changes the request,
 * the verdict is worked out, and the frame that shows it is drawn. The page of the baseline commit is visited in turn with it. What is held
 * is the computing of the page's own thread between the key and its frame, so that a busy machine counts less; the clock is told too.
 * `node bench/keystroke.mjs` after `npm run build`; `ROUNDS=2` for a short look.
 */
import { root } from '../scripts/setup.mjs';
import { BASELINE, baseline } from './baseline.mjs';
import { measurePages, quantile } from './page.mjs';

const ROUNDS = Number(process.env.ROUNDS ?? 5);
const KEYS = 20;

/** Between two keys of a quick typist: what is drawn after the verdict has this long. */
const PACE_MS = 100;

/** The 90th percentile: in the resource one frame, in the action, where each key turns the verdict over, this share of the baseline's. */
const FRAME_MS = 16.7;
const SHARE = 0.6;

/** Has the page note, for each key, when the frame that shows its change was out. */
async function watch(page) {
  await page.evaluate(() => {
    window.times = [];
    document.addEventListener(
      'input',
      (event) => {
        const start = event.timeStamp;
        performance.mark('key');
        // The frame that shows the change is drawn after this callback; the task behind it runs when it is out.
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => {
            performance.mark('frame');
            window.times.push(performance.now() - start);
          };
          channel.port2.postMessage(undefined);
        });
      },
      true,
    );
  });
}

/** What the trace is told of: tasks of the page's thread, the events in them, and the marks of `watch`. */
const CATEGORIES = 'toplevel,devtools.timeline,blink.user_timing';

/** A key's event is dispatched this shortly before the field tells of its input. */
const BEFORE_MICROSECONDS = 60_000;

/** Runs something while the browser traces the page, and gives what was traced. */
async function traced(cdp, run) {
  const events = [];
  const take = ({ value }) => events.push(...value);
  cdp.on('Tracing.dataCollected', take);
  await cdp.send('Tracing.start', { categories: CATEGORIES, transferMode: 'ReportEvents' });
  await run();
  const complete = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
  await cdp.send('Tracing.end');
  await complete;
  cdp.off('Tracing.dataCollected', take);
  return events;
}

/** Milliseconds that the thread worked from each key's event to the frame that shows its change. */
function computingOf(events) {
  const marks = events
    .filter(({ name }) => name === 'key' || name === 'frame')
    .toSorted((one, other) => one.ts - other.ts);
  const [{ tid, pid }] = marks;
  const own = events.filter((event) => event.tid === tid && event.pid === pid && event.ph === 'X');
  const downs = own.filter(({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'keydown');
  const tasks = own.filter(({ name }) => name === 'ThreadControllerImpl::RunTask');
  const keys = marks.filter(({ name }) => name === 'key');
  return keys.map((key) => {
    const to = marks.find(({ name, ts }) => name === 'frame' && ts > key.ts).ts;
    const down = downs.findLast(({ ts }) => ts <= key.ts && ts > key.ts - BEFORE_MICROSECONDS);
    const from = (down ?? key).ts;
    const worked = tasks.filter(({ ts, dur }) => ts + dur > from && ts < to);
    return worked.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000;
  });
}

/** Milliseconds of each key typed into a field of the request, by the clock. */
async function typeInto(page, label, character) {
  await page.getByLabel(label, { exact: true }).focus();
  await page.keyboard.press('End');
  await page.evaluate(() => (window.times = []));
  for (let key = 0; key < KEYS; key += 1) {
    const before = await page.evaluate(() => window.times.length);
    await page.waitForTimeout(PACE_MS);
    await page.keyboard.press(key % 2 === 0 ? 'Backspace' : character);
    await page.waitForFunction((count) => window.times.length > count, before);
  }
  return page.evaluate(() => window.times);
}

const before = baseline();
if (before === undefined) console.log(`keystroke: not compared, the history does not hold ${BASELINE}`);
const builds = [{ port: 4319, folder: root }, ...(before ? [{ port: 4318, folder: before }] : [])];

await measurePages(builds, async (pages) => {
  for (const page of pages) await watch(page);
  const sessions = await Promise.all(pages.map((page) => page.context().newCDPSession(page)));
  console.log(
    `keystroke to painted verdict, 201 statements and 3 SCP levels, ${ROUNDS} times ${KEYS} keys each:`,
  );
  for (const [label, character, limitOf] of [
    ['Resource', 'y', () => FRAME_MS],
    ['Action', 't', (was) => (was === undefined ? Infinity : SHARE * was)],
  ]) {
    const seen = pages.map(() => []);
    const clock = pages.map(() => []);
    for (let round = 0; round < ROUNDS; round += 1)
      for (const at of round % 2 === 0 ? pages.keys() : [...pages.keys()].toReversed()) {
        await pages[at].bringToFront();
        const events = await traced(sessions[at], async () =>
          clock[at].push(...(await typeInto(pages[at], label, character))),
        );
        seen[at].push(...computingOf(events));
      }
    const [is, was] = seen.map((times) => quantile(times, 0.9));
    const limit = limitOf(was);
    const beside =
      was === undefined ? '' : `; ${BASELINE}: ${was.toFixed(1)} ms, ratio ${(is / was).toFixed(2)}`;
    console.log(
      `  ${label.toLowerCase()}: computing median ${quantile(seen[0], 0.5).toFixed(1)} ms, 90th percentile ${is.toFixed(1)} ms${beside} (at most ${limit.toFixed(1)} ms)${is > limit ? ' MISSED' : ''}`,
    );
    const told = clock.map((times) =>
      [0.5, 0.9].map((share) => quantile(times, share).toFixed(1)).join(' and '),
    );
    console.log(`    by the clock: ${told.join(` ms; ${BASELINE}: `)} ms`);
    if (is > limit) process.exitCode = 1;
  }
});
process.exit();
