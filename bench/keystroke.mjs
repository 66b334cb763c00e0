/**
 * From a keystroke to the painted verdict, with 201 statements open in the editor, in the built page: a key changes the request,
 * the verdict is worked out, and the frame that shows it is drawn. The page of the baseline commit is visited in turn with it.
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
        // The frame that shows the change is drawn after this callback; the task behind it runs when it is out.
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => window.times.push(performance.now() - start);
          channel.port2.postMessage(undefined);
        });
      },
      true,
    );
  });
}

/** Milliseconds of each key typed into a field of the request. */
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
  console.log(
    `keystroke to painted verdict, 201 statements and 3 SCP levels, ${ROUNDS} times ${KEYS} keys each:`,
  );
  for (const [label, character, limitOf] of [
    ['Resource', 'y', () => FRAME_MS],
    ['Action', 't', (was) => (was === undefined ? Infinity : SHARE * was)],
  ]) {
    const seen = pages.map(() => []);
    for (let round = 0; round < ROUNDS; round += 1)
      for (const at of round % 2 === 0 ? pages.keys() : [...pages.keys()].toReversed()) {
        await pages[at].bringToFront();
        seen[at].push(...(await typeInto(pages[at], label, character)));
      }
    const [is, was] = seen.map((times) => quantile(times, 0.9));
    const limit = limitOf(was);
    const beside =
      was === undefined ? '' : `; ${BASELINE}: ${was.toFixed(1)} ms, ratio ${(is / was).toFixed(2)}`;
    console.log(
      `  ${label.toLowerCase()}: median ${quantile(seen[0], 0.5).toFixed(1)} ms, 90th percentile ${is.toFixed(1)} ms${beside} (at most ${limit.toFixed(1)} ms)${is > limit ? ' MISSED' : ''}`,
    );
    if (is > limit) process.exitCode = 1;
  }
});
process.exit();
