/**
 * An account of 5,000 principals in the built page: how long until the first rows and all of an answer, how long the page was blocked
 * at most while it was read, asked and scrolled, and what page and worker hold of a dump of 50 MB. `node bench/account.mjs` after
 * `npm run build`.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accountOf } from './accounts.mjs';
import { measurePage } from './page.mjs';

const LIMIT = 50;
const folder = await mkdtemp(join(tmpdir(), 'verdict-account-'));

try {
  const [large, heavy] = [join(folder, 'account.json'), join(folder, 'heavy.json')];
  await writeFile(large, accountOf(5000));
  await writeFile(heavy, accountOf(5000, 85));
  await measurePage(4321, async (page) => {
    await page.evaluate(() => {
      window.location.hash = '#/account';
      window.long = [];
      new window.PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) window.long.push(duration);
      }).observe({ type: 'longtask' });
    });
    const load = async (file) => {
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Choose files…' }).click();
      await (await chooser).setFiles(file);
      await page.getByLabel('Action to ask about').waitFor({ timeout: 120_000 });
      await page.waitForFunction(
        () => /are loaded/.test(document.querySelector('.pl-band')?.textContent ?? ''),
        undefined,
        { timeout: 120_000 },
      );
    };
    await load(large);
    await page.getByLabel('Action to ask about').fill('iam:PassRole');
    await page.getByLabel('Resource to ask about').fill('arn:aws:iam::111122223333:role/fn-admin');
    const said = (words) =>
      page.waitForFunction((text) => document.querySelector('.pl-band')?.textContent.includes(text), words, {
        polling: 20,
        timeout: 120_000,
      });
    const start = await page.evaluate(() => {
      const before = performance.now();
      [...document.querySelectorAll('.pl-ask button')].at(-1).click();
      return before;
    });
    await page.waitForFunction(() => document.querySelectorAll('.acct-row').length > 3, undefined, {
      polling: 20,
    });
    const first = await page.evaluate(() => performance.now());
    await said('All were asked');
    const all = await page.evaluate(() => performance.now());
    await page
      .getByRole('row', { name: / more$/ })
      .last()
      .click();
    await page.waitForTimeout(3000);
    await page.evaluate(async () => {
      const table = document.querySelector('.acct-table');
      for (let at = 0; at < 60; at += 1) {
        table.scrollTop += 2400;
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    });
    const rows = await page.getByRole('row').count();
    await page.waitForTimeout(500);
    const long = await page.evaluate(() => window.long);
    console.log('an account of 5,000 principals:');
    console.log(
      `  first rows after ${(first - start).toFixed(0)} ms, all after ${(all - start).toFixed(0)} ms`,
    );
    console.log(`  ${rows} rows stand in the page`);
    console.log(
      `  the page blocked at most: ${long.length === 0 ? 'under 50' : Math.max(...long).toFixed(0)} ms, ${long.length} times over ${LIMIT} ms`,
    );
    await page.getByRole('button', { name: 'Forget the account' }).click();
    await load(heavy);
    const memory = await page.evaluate(async () =>
      typeof performance.measureUserAgentSpecificMemory === 'function' && window.crossOriginIsolated
        ? (await performance.measureUserAgentSpecificMemory()).bytes
        : performance.memory?.usedJSHeapSize,
    );
    console.log(
      `  the page holds ${((memory ?? 0) / 1024 / 1024).toFixed(0)} MB of a 50 MB dump; the worker is measured in Node`,
    );
  });
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exit(0);
