/**
 * An account of 5,000 principals in the built page: how long until the first rows and all of an answer, how long its thread computed at
 * most in one task while it was read, asked and scrolled, and what page and worker hold of a dump of 50 MB. `node bench/account.mjs`
 * after `npm run build`.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accountOf } from './accounts.mjs';
import { measurePage } from './page.mjs';
import { watchTasks } from './tasks.mjs';

/**
 * Memory of the renderer, in which the page and its workers live, in MB: now, and at most since it began. Linux alone tells it. The
 * page was in use before, so what the editor and the first account took is in it.
 */
async function memoryOf(page) {
  const browser = await page.context().browser().newBrowserCDPSession();
  const { processInfo } = await browser.send('SystemInfo.getProcessInfo');
  const told = await Promise.all(
    processInfo
      .filter(({ type }) => type === 'renderer')
      .map(async ({ id }) => {
        const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
        const of = (name) =>
          Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024);
        return { now: of('VmRSS'), most: of('VmHWM') };
      }),
  );
  return told.reduce((one, other) => (other.most > one.most ? other : one), { now: 0, most: 0 });
}

/** Gives the place a file, and waits until it was read. */
async function load(page, file) {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files…' }).click();
  await (await chooser).setFiles(file);
  await page.getByLabel('Action to ask about').waitFor({ timeout: 120_000 });
  await page.waitForFunction(
    () => /are loaded/.test(document.querySelector('.pl-band')?.textContent ?? ''),
    undefined,
    { timeout: 120_000 },
  );
}

/** Milliseconds of one task, and megabytes of the process. */
const LIMIT = 50;
const MOST_MB = 600;
const folder = await mkdtemp(join(tmpdir(), 'verdict-account-'));

try {
  const [large, heavy] = [join(folder, 'account.json'), join(folder, 'heavy.json')];
  await writeFile(large, accountOf(5000));
  await writeFile(heavy, accountOf(5000, 85));
  await measurePage(4321, async (page) => {
    await page.evaluate(() => {
      window.location.hash = '#/account';
    });
    await page.getByRole('button', { name: 'Choose files…' }).waitFor();
    const tasks = await watchTasks(page);
    const tell = async (done) => {
      await page.waitForTimeout(400);
      await tasks.done(done);
    };
    await load(page, large);
    await tell('reading the file');
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
    const last = await page.evaluate(() => performance.now());
    await tell('asking one question');
    await page
      .getByRole('row', { name: / more$/ })
      .last()
      .click();
    await page.waitForTimeout(3000);
    await tell('unfolding 4,000 rows');
    await page.evaluate(async () => {
      const table = document.querySelector('[role=grid]');
      for (let at = 0; at < 60; at += 1) {
        table.scrollTop += 2400;
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    });
    await tell('scrolling through them');
    const rows = await page.getByRole('row').count();
    await page.getByLabel('Filter by name or ARN').pressSequentially('team-1', { delay: 60 });
    await tell('typing a filter');
    await page.getByLabel('Filter by name or ARN').fill('');
    await tell('taking it away');
    await page.getByLabel('Question', { exact: true }).selectOption('admins');
    await said('can become administrator');
    await tell('searching for ways to administrator');
    await page.getByRole('row').nth(3).click();
    await tell('choosing a principal');
    console.log('an account of 5,000 principals:');
    console.log(
      `  first rows after ${(first - start).toFixed(0)} ms, all after ${(last - start).toFixed(0)} ms`,
    );
    console.log(`  ${rows} rows stand in the page`);
    const parts = await tasks.end();
    for (const { name, tasks: all } of parts) {
      const long = all.filter((ms) => ms > LIMIT);
      console.log(
        `  ${name.padEnd(36)} longest task ${Math.max(0, ...all).toFixed(0)} ms of computing, ${long.length} over ${LIMIT} ms`,
      );
    }
    const over = parts.flatMap(({ tasks: all }) => all).filter((ms) => ms > LIMIT).length;
    if (over > 0) process.exitCode = 1;
  });
  // In a page of its own: what the browser writes down of the tasks is in its memory too.
  await measurePage(4321, async (page) => {
    await page.evaluate(() => {
      window.location.hash = '#/account';
    });
    await load(page, large);
    await page.getByRole('button', { name: 'Forget the account' }).click();
    await load(page, heavy);
    await page.waitForTimeout(2000);
    const { now, most } = await memoryOf(page);
    console.log(
      `  the process of page and worker holds ${now} MB with a 50 MB dump, and held ${most} MB at most, of ${MOST_MB}`,
    );
    if (most > MOST_MB) process.exitCode = 1;
  });
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exit();
