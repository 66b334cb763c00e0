import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { expect, test } from './playground';

test.use({ serviceWorkers: 'allow' });

/** Says in the menu once everything is kept. */
async function untilKept(page: Page): Promise<void> {
  await expect(async () => {
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await expect(page.getByRole('menu')).toBeVisible({ timeout: 5000 });
    const kept = page.getByRole('menuitem', { name: 'Kept for use without network' });
    const shown = await kept.isVisible();
    await page.keyboard.press('Escape');
    expect(shown).toBe(true);
  }).toPass({ timeout: 60_000 });
}

test('after one visit the page works without network', async ({ playground, page, context }) => {
  test.setTimeout(180_000);
  await playground.open();
  await playground.example('Nightly report can’t be uploaded');
  await untilKept(page);

  await context.setOffline(true);
  await page.reload();
  await expect(playground.verdict).toContainText('Denied');
  await playground.ask({ action: 's3:GetObject' });
  await expect(page.locator('.field').filter({ hasText: 'Action' })).toContainText('Read');

  // A dialog whose script was never asked for, and the editor with what it knows of a service used before.
  await page.getByRole('button', { name: 'Examples' }).click();
  await expect(page.getByRole('searchbox', { name: 'Search the examples' })).toBeVisible();
  await page.keyboard.press('Escape');
  await playground.editor();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObj');
  await page.keyboard.press('Control+Space');
  await expect(page.locator('.suggest-widget .monaco-list-row').first()).toContainText('s3:GetObject');

  // Of a service that was never used the page says that it knows no more.
  await page.keyboard.press('Escape');
  await playground.ask({ action: 'rolesanywhere:GetProfile' });
  await page.getByRole('button', { name: 'Build the resource from a type' }).click();
  await expect(page.getByText(/could not be loaded: without network/)).toBeVisible();
  // The browser itself reports the request that failed: once, for typing does not repeat it.
  await page.goto('about:blank');
  expect(playground.faults.filter((fault) => !/ERR_(INTERNET_DISCONNECTED|FAILED)/.test(fault))).toEqual([]);
  expect(playground.faults.length).toBeLessThanOrEqual(3);
  playground.faults.length = 0;
});

/** The built page at an address of its own, where a newer version can be put out while a page is open. */
async function deployed(base: string): Promise<{ address: string; putOut: () => void; close: () => void }> {
  let newer = false;
  const server = createServer((request, response) => {
    void (async () => {
      const answer = await fetch(new URL(request.url ?? '/', base));
      let body = Buffer.from(await answer.arrayBuffer());
      const type = answer.headers.get('content-type');
      if (request.url === '/sw.js' && newer) body = Buffer.from(nextVersion(body.toString()));
      response.writeHead(answer.status, type === null ? {} : { 'content-type': type }).end(body);
    })();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    putOut: () => (newer = true),
    close: () => server.close(),
  };
}

/** A worker is only installed where the document names the first file of its version: a style sheet is named, too. */
function nextVersion(worker: string): string {
  const other = /"(assets\/index-[\w-]+\.css)"/.exec(worker)?.[1] ?? '';
  return worker
    .replace(/^const VERSION = '\w+'/, "const VERSION = 'next'")
    .replace(/^const ENTRY = "[^"]+"/m, `const ENTRY = "${other}"`);
}

test('says that a newer version is ready, once, and keeps the work', async ({
  playground,
  page,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const { address, putOut, close } = await deployed(baseURL ?? '');
  await page.goto(address);
  await playground.ask({ principal: 'arn:aws:iam::111122223333:user/alice' });
  await untilKept(page);
  const said = page.getByText(/^A newer version of this page is ready: reload to use it/);
  // The page looks for a newer version whenever one comes back to it.
  const comeBack = (): Promise<unknown> =>
    page.evaluate(async () => {
      document.dispatchEvent(new Event('visibilitychange'));
      await (await navigator.serviceWorker.getRegistration())?.update();
    });
  await comeBack();
  await expect(said).toBeHidden();

  putOut();
  await comeBack();
  await expect(said).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Principal', exact: true })).toHaveValue(/alice/);
  await page.getByRole('button', { name: 'Close message' }).click();
  await comeBack();
  await expect(said).toBeHidden();
  close();
});

test('says that a part of the page could not be loaded, and keeps the work', async ({ playground, page }) => {
  await page.route(/assets\/RulesPage-/, (route) => route.fulfill({ status: 404, body: 'gone' }));
  await playground.open();
  await playground.ask({ principal: 'arn:aws:iam::111122223333:user/alice' });
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'The rules Verdict follows' }).click();
  await expect(page.getByRole('alert')).toContainText('a newer version of the page is out');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('textbox', { name: 'Principal', exact: true })).toHaveValue(/alice/);
  playground.faults.length = 0;
});
