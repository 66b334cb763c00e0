import { expect, test } from './playground';

test('everything of the page by typing: a place, a policy, an action, what was used last, and off again', async ({
  playground,
}) => {
  const { page, verdict } = playground;
  await playground.open();
  await playground.example('Nightly report can’t be uploaded');
  const field = page.getByRole('searchbox', { name: 'Find or do' });
  const options = page.getByRole('menuitem');
  /** In the tab, and in the browser. */
  const keptOfFind = (): Promise<readonly (string | null)[]> =>
    page.evaluate(() => [sessionStorage, localStorage].map((store) => store.getItem('verdict.found')));
  const find = async (words: string): Promise<void> => {
    await page.keyboard.press('ControlOrMeta+k');
    await expect(field).toBeFocused();
    await page.keyboard.type(words);
  };

  await find('account');
  await expect(options.first()).toContainText('Account');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/account/);

  await find('devboundary');
  await expect(page.getByText('Nothing has all of these words.')).toBeVisible();
  await field.fill('DeveloperBoundary');
  await expect(options.first()).toContainText('DeveloperBoundary');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Editor' })).toContainText('DeveloperBoundary');
  await expect(page.locator('.monaco-editor .native-edit-context').first()).toBeFocused();

  // In the editor the key is the editor's own.
  await page.keyboard.press('ControlOrMeta+k');
  await expect(field).toBeHidden();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Find' }).click();
  await expect(field).toBeFocused();
  await page.keyboard.type('s3:GetBucketAcl');
  await expect(options.first()).toContainText('s3:GetBucketAcl');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Action', { exact: true })).toHaveValue('s3:GetBucketAcl');
  await expect(verdict).toContainText('s3:GetBucketAcl');

  // What was used last is on top, and Escape gives the focus back.
  const button = page.getByRole('button', { name: 'Find' });
  await button.focus();
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('group', { name: 'Last used' }).getByRole('menuitem').first()).toContainText(
    's3:GetBucketAcl',
  );
  await page.keyboard.press('Escape');
  await expect(field).toBeHidden();
  await expect(button).toBeFocused();
  expect(await keptOfFind()).not.toContain(null);

  // The cases of this browser are forgotten from here too, and are offered no more.
  await playground.example('Analytics reads the data lake');
  await find('Nightly report');
  await expect(page.getByRole('menuitem', { name: /Nightly report/ }).first()).toBeVisible();
  await field.fill('Forget the cases of this browser');
  await expect(page.getByRole('menuitem', { name: /^Forget the cases/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(field).toBeHidden();
  // And with them what Find was used for: nothing of it stays in the tab or in the browser.
  expect(await keptOfFind()).toEqual([null, null]);
  await page.keyboard.press('ControlOrMeta+k');
  await expect(options.first()).toBeVisible();
  await expect(page.getByRole('group', { name: 'Last used' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await playground.title.click();
  await expect(page.getByRole('menuitem', { name: 'Rename' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: /Nightly report/ })).toBeHidden();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Do not open Find with its key' }).click();
  await page.keyboard.press('ControlOrMeta+k');
  await expect(field).toBeHidden();
});
