import { expect, test } from './playground';

test('an action from the list, a resource from its type, and a word about a wrong one', async ({
  playground,
}) => {
  const { page } = playground;
  await playground.open();
  const action = page.getByRole('combobox', { name: 'Action' });
  const resource = page.getByRole('textbox', { name: 'Resource', exact: true });
  await expect(async () => {
    await action.fill('');
    await action.pressSequentially('getobj');
    await expect(page.getByRole('option', { name: /^s3:GetObject\s*Read$/ })).toBeVisible({ timeout: 1000 });
  }).toPass();
  await action.press('ArrowDown');
  await action.press('Enter');
  await expect(action).toHaveValue('s3:GetObject');

  await page.getByRole('button', { name: 'Build the resource from a type' }).click();
  await page.getByLabel('Bucket name').fill('reports');
  await page.getByLabel('Object name').fill('2026/summary.csv');
  await page.getByRole('button', { name: 'Fill in' }).click();
  await expect(resource).toHaveValue('arn:aws:s3:::reports/2026/summary.csv');

  await resource.fill('arn:aws:s3:::reports');
  await expect(page.getByTitle(/s3:GetObject works on/)).toBeVisible();
  await action.fill('s3:ListBucket');
  await action.press('Escape');
  await expect(page.getByTitle(/works on/)).toBeHidden();
});
