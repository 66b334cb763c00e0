import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './playground';

test('every action against the case, and back to one of them', async ({ playground }) => {
  const { page } = playground;
  await playground.open();
  await playground.example('Nightly report can’t be uploaded');
  const action = page.getByLabel('Action', { exact: true });
  const before = await action.inputValue();
  await page.getByRole('button', { name: /^Every action/ }).click();
  const dialog = page.getByRole('region', { name: 'Every action' });
  const allowed = dialog.getByRole('region', { name: 'Allowed' });
  const getObject = allowed.getByRole('button', { name: /^s3:GetObject Read/ });
  await expect(getObject).toBeVisible();
  await expect(page.getByRole('button', { name: 'Every action 2 allowed' })).toBeVisible();
  await dialog.getByRole('searchbox', { name: 'Filter actions' }).fill('s3:GetObject');
  const { violations } = await new AxeBuilder({ page }).include('.sweep').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  await getObject.press('Enter');
  // The list stays, and says which of them the case asks.
  await expect(getObject).toHaveAttribute('aria-current', 'true');
  await expect(action).toHaveValue('s3:GetObject');
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
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
  await page.getByRole('button', { name: /^Every action/ }).click();
  const dialog = page.getByRole('region', { name: 'Every action' });
  const progress = dialog.getByRole('progressbar', { name: 'Actions decided' });
  await expect(progress).toHaveAttribute('value', '0');
  await dialog.getByRole('button', { name: 'Cancel' }).press('Enter');
  await expect(dialog.getByText('Canceled.')).toBeVisible();
  await expect(progress).toBeHidden();
  await expect(dialog.getByRole('region', { name: 'Allowed' })).toBeHidden();
  letThrough();
  await dialog.getByRole('button', { name: 'Start again' }).press('Enter');
  await expect(dialog.getByRole('region', { name: 'Allowed' })).toBeVisible();
  // One row a service: its actions are drawn when it is unfolded.
  const services = dialog.getByRole('region', { name: 'Nothing grants it' }).getByRole('button');
  await expect.poll(() => services.count()).toBeGreaterThan(300);
  expect(await services.count()).toBeLessThan(600);
});
