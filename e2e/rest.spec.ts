import type { Locator } from '@playwright/test';
import { expect, test } from './playground';

/** The layout shift of a whole visit, from the first drawing on and input included. */
const REST = 0.05;

const CASES = [
  'Nightly report can’t be uploaded',
  'Analytics reads the data lake',
  'Alice can’t open the Q3 records',
];

/** By how many pixels the sentence stands out of its band. */
function linesCut(verdict: Locator): Promise<number> {
  return verdict.evaluate((heading) => {
    const text = document.createRange();
    text.selectNodeContents(heading);
    const lowest = Math.max(...[...text.getClientRects()].map(({ bottom }) => bottom));
    const band = heading.closest('.verdict')!.getBoundingClientRect();
    return Math.max(0, Math.round(lowest - band.bottom));
  });
}

for (const title of CASES)
  test(`a linked case is there from the first drawing on: ${title}`, async ({ playground }) => {
    const { page, verdict } = playground;
    await playground.open();
    await playground.example(title);
    const sentence = await verdict.innerText();
    const { hash } = new URL(await playground.link());
    for (const [width, height] of [
      [1440, 900],
      [1024, 768],
      [390, 844],
    ] as const) {
      await page.evaluate(() => {
        localStorage.clear();
        sessionStorage.clear();
      });
      await page.goto('about:blank');
      await page.setViewportSize({ width, height });
      playground.shifts.splice(0);
      await playground.open(hash.slice(1));
      await expect(verdict).toHaveText(sentence);
      await page.waitForLoadState('networkidle');
      expect(playground.restless(REST), `${width}`).toEqual([]);
      expect(await linesCut(verdict), `${width}`).toBe(0);
    }
    await page.setViewportSize({ width: 360, height: 740 });
    await expect.poll(() => linesCut(verdict)).toBe(0);
  });

test('nothing below moves while a request is typed', async ({ playground }) => {
  const { verdict } = playground;
  await playground.open();
  playground.shifts.splice(0);
  await playground.ask({
    principal: 'arn:aws:iam::111122223333:user/alice',
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::example-bucket/photo.jpg',
  });
  await expect(verdict).toContainText('Denied.');
  await playground.ask({ action: 's3:ListBucket' });
  await expect(verdict).toContainText('s3:ListBucket');
  expect(playground.restless(REST)).toEqual([]);
});
