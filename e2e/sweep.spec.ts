import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './playground';

test('every action against the case, and back to one of them', async ({ playground }) => {
  const { page } = playground;
  await playground.open();
  await playground.example('Nightly report can’t be uploaded');
  const action = page.getByLabel('Action', { exact: true });
  const before = await action.inputValue();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Every action against this case' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/actions decided/)).toBeVisible();
  await dialog.getByRole('searchbox', { name: 'Filter actions' }).fill('s3:GetObject');
  await dialog.getByRole('button', { name: 's3', exact: true }).press('Enter');
  await expect(dialog.getByRole('button', { name: 's3:GetObject', exact: true })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  await dialog.getByRole('button', { name: 's3:GetObject', exact: true }).press('Enter');
  await expect(dialog).toBeHidden();
  await expect(action).toHaveValue('s3:GetObject');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(action).toHaveValue(before);
});
