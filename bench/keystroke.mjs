/**
 * From a keystroke to the painted verdict, in the built page: a key changes the request, the verdict is worked out, and
 * the frame that shows it is drawn. `node bench/keystroke.mjs` after `npm run build`.
 */
import { measurePage } from './page.mjs';

const KEYS = 40;

/** Between two keys of a quick typist: what is drawn after the verdict has this long. */
const PACE_MS = 100;

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
  return (await page.evaluate(() => window.times)).sort((one, other) => one - other);
}

await measurePage(4319, async (page) => {
  await page.evaluate(() => {
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
  console.log(`keystroke to painted verdict, 201 statements and 3 SCP levels, ${KEYS} keys each:`);
  for (const [label, character] of [
    ['Action', 't'],
    ['Resource', 'y'],
  ]) {
    const times = await typeInto(page, label, character);
    const at = (share) => times[Math.floor(share * (times.length - 1))].toFixed(1);
    console.log(
      `  ${label.toLowerCase()}: median ${at(0.5)} ms, 90th percentile ${at(0.9)} ms, worst ${at(1)} ms (one frame is 16.7 ms)`,
    );
  }
});
process.exit(0);
