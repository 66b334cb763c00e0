import { expect, test } from './playground';

test('a case is kept as A, survives a reload, is compared and swapped', async ({ playground }) => {
  const { page, verdict } = playground;
  await playground.open();
  await playground.example('Nightly report can’t be uploaded');
  await playground.caseMenu('Keep as “before”');

  await playground.ask({ action: 's3:GetObject' });
  await page.getByRole('link', { name: 'Compare', exact: true }).click();
  const dialog = page.getByRole('main');
  await expect(dialog.getByRole('region', { name: 'A', exact: true })).toContainText(
    'The permissions boundary has no Allow for s3:PutObject',
  );
  await expect(dialog.getByRole('row', { name: /^Permissions boundary/ })).toBeVisible();
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Action' })).toContainText('s3:GetObject');
  await page.getByRole('link', { name: 'Case', exact: true }).click();

  await page.reload();
  await expect(page.getByLabel('Action', { exact: true })).toHaveValue('s3:GetObject');
  await page.getByRole('link', { name: 'Compare', exact: true }).click();
  await dialog.getByRole('button', { name: 'Swap' }).click();
  await expect(dialog.getByRole('region', { name: 'Now' })).toContainText('s3:PutObject');
  await page.getByRole('link', { name: 'Case', exact: true }).click();
  await expect(page.getByLabel('Action', { exact: true })).toHaveValue('s3:PutObject');
  await expect(verdict).toContainText('The permissions boundary has no Allow');
});

test('A comes from a link, and is forgotten for good', async ({ playground }) => {
  const { page } = playground;
  await playground.open();
  await playground.example('Nightly report can’t be uploaded');
  const link = await playground.link();
  await playground.example('Alice can’t open the Q3 records');
  await playground.goTo('Compare');
  await page.getByRole('button', { name: /^Open a link or a saved case/ }).click();
  const dialog = page.getByRole('main');
  await dialog.getByRole('textbox', { name: /paste a link/ }).fill(link);
  await dialog.getByRole('button', { name: 'Take it as A' }).click();
  await expect(dialog.getByRole('region', { name: 'A', exact: true })).toContainText('Nightly report');
  await expect(dialog.getByRole('region', { name: 'Now' })).toContainText('Undetermined.');
  await dialog.getByRole('button', { name: 'Forget A' }).click();
  await page.reload();
  await expect(dialog.getByText('Nothing kept yet')).toBeVisible();
});

test('an edit is told over all requests, and a row opens in Case', async ({ playground }) => {
  const { page, verdict } = playground;
  await playground.open();
  await playground.example('Nightly report can’t be uploaded');
  await playground.caseMenu('Keep as “before”');
  await page.getByRole('link', { name: 'Compare', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('A and B allow the same');
  const guards = page.getByRole('region', { name: 'Guards' });
  await guards.getByRole('combobox').fill('s3:GetObject');
  await guards.getByRole('button', { name: 'Add' }).click();
  await expect(guards.getByRole('heading')).toContainText('1 of 1 fail');
  await guards.getByRole('button', { name: /^s3:GetObject on/ }).click();
  await expect(page.getByLabel('Action', { exact: true })).toHaveValue('s3:GetObject');
  await expect(verdict).toContainText('Allowed');
});
