/**
 * Going to a place whose code is there already, in the built page with 201 statements in the case and something in every place:
 * how long the page computes for it, when its frame is out, and when nothing in it changes any more. On a busy machine the first
 * counts: it is the time of the page's own thread. `node bench/places.mjs` after `npm run build`.
 */
import { measurePage, quantile } from './page.mjs';

const ROUNDS = Number(process.env.ROUNDS ?? 15);
/** Medians. A click comes between two frames: what is computed in one frame's time stands with the next but one at the latest. */
const LIMITS = { computing: 16.7, frame: 33.4, content: 100 };
const PLACES = ['compare', 'tighten', 'account', 'learn'];

/** Nothing has changed for so long: the place is there. */
const QUIET_MS = 250;

/** Presses the word of a place in the bar: milliseconds to the frame that shows it, and to the one that shows its last change. */
async function goTo(page, place) {
  return page.evaluate(
    ([id, quiet]) =>
      new Promise((resolve) => {
        /** When what has been drawn by now is out. */
        const painted = (then) =>
          requestAnimationFrame(() => {
            const channel = new MessageChannel();
            channel.port1.onmessage = () => then(performance.now());
            channel.port2.postMessage(undefined);
          });
        const start = performance.now();
        let frame;
        let content = 0;
        let timer;
        const end = () => {
          observer.disconnect();
          resolve({ frame: frame - start, content: content - start });
        };
        const changed = () =>
          painted((now) => {
            content = now;
            clearTimeout(timer);
            timer = setTimeout(end, quiet);
          });
        const observer = new window.MutationObserver(() => {
          if (frame === undefined) return;
          changed();
        });
        const href = id === 'case' ? '[href="#"], [href="#/case"]' : `[href^="#/${id}"]`;
        const links = [...document.querySelectorAll('nav[aria-label="Places"] a')];
        const link = links.find((each) => each.matches(href)) ?? links[0];
        link.click();
        const look = () =>
          painted((now) => {
            const shown = document.querySelector(`.stack-place[data-place="${id}"][data-shown="true"]`);
            if (!shown) return look();
            frame = now;
            observer.observe(shown, {
              subtree: true,
              childList: true,
              characterData: true,
              attributes: true,
            });
            content = now;
            timer = setTimeout(end, quiet);
          });
        look();
      }),
    [place, QUIET_MS],
  );
}

/** Milliseconds that the page's own thread has worked so far. */
async function worked(cdp) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return 1000 * metrics.find(({ name }) => name === 'TaskDuration').value;
}

/** Something in every place: a case kept as before, and the example of a role with what it used. */
async function fill(page) {
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('searchbox', { name: 'Find or do' }).fill('Keep as before');
  await page
    .getByRole('menuitem', { name: /Keep as “before”/ })
    .first()
    .click();
  for (const place of PLACES) {
    await goTo(page, place);
    if (place === 'tighten')
      await page
        .getByRole('button', { name: /example/i })
        .first()
        .click();
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(1500);
    await goTo(page, 'case');
  }
}

await measurePage(4323, async (page) => {
  await fill(page);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const seen = new Map();
  for (let round = 0; round < ROUNDS; round += 1)
    for (const place of PLACES)
      for (const there of [place, 'case']) {
        await page.waitForTimeout(100);
        const before = await worked(cdp);
        const times = await goTo(page, there);
        const computing = (await worked(cdp)) - before;
        seen.set(there, [...(seen.get(there) ?? []), { ...times, computing }]);
      }
  console.log(`going to a place already fetched, ${ROUNDS} rounds (median and 90th percentile):`);
  for (const [place, times] of seen) {
    const told = Object.entries(LIMITS).map(([what, limit]) => {
      const list = times.map((each) => each[what]);
      const late = quantile(list, 0.5) > limit;
      if (late) process.exitCode = 1;
      return `${what} ${quantile(list, 0.5).toFixed(0)} and ${quantile(list, 0.9).toFixed(0)} ms (at most ${limit})${late ? ' MISSED' : ''}`;
    });
    console.log(`  ${place}: ${told.join(', ')}`);
  }
});
process.exit();
