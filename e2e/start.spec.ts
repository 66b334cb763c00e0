import { expect, test } from './playground';

test('the frame stands before any script has come, in the theme that was chosen', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('verdict.theme', 'dark'));
  const held: (() => void)[] = [];
  let holding = true;
  await page.route('**/assets/**', async (route) => {
    if (holding) await new Promise<void>((go) => held.push(go));
    await route.continue();
  });
  await page.goto('/', { waitUntil: 'commit' });
  await expect(page.getByText('Verdict', { exact: true })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const bar = await page.locator('.first-bar').boundingBox();
  holding = false;
  for (const go of held) go();
  await expect(page.locator('#verdict')).toBeVisible();
  expect((await page.getByRole('banner').boundingBox())?.height).toBe(bar?.height);
});
