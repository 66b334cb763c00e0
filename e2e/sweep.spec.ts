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

test('the actions are cancelled while they are decided, and begun again', async ({ playground }) => {
  const { page } = playground;
  // The worker's program does not arrive until it is let through, so the bar stands still.
  let letThrough: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letThrough = resolve));
  await page.route(/sweepWorker/, async (route) => {
    await held;
    await route.continue();
  });
  await playground.open();
  await playground.example('Nightly report can’t be uploaded');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Every action against this case' }).click();
  const dialog = page.getByRole('dialog');
  const progress = dialog.getByRole('progressbar', { name: 'Actions decided' });
  await expect(progress).toHaveAttribute('value', '0');
  await dialog.getByRole('button', { name: 'Cancel' }).press('Enter');
  await expect(dialog.getByText('Cancelled.')).toBeVisible();
  await expect(progress).toBeHidden();
  await expect(dialog.getByText(/actions decided/)).toBeHidden();
  letThrough();
  await dialog.getByRole('button', { name: 'Start again' }).press('Enter');
  await expect(dialog.getByText(/actions decided/)).toBeVisible();
  // One row a service: its actions are drawn when it is unfolded.
  const services = dialog.getByRole('row');
  await expect.poll(() => services.count()).toBeGreaterThan(300);
  expect(await services.count()).toBeLessThan(600);
});
