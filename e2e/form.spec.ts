import type { Locator, Page } from '@playwright/test';
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

/** Goes on by Tab until the place has the focus, as someone without a mouse does. */
async function tabTo(page: Page, place: Locator): Promise<void> {
  await expect(place).toBeVisible();
  for (let steps = 0; steps < 60; steps += 1) {
    if (await place.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(place).toBeFocused();
}

test('the whole request without a mouse: action, parts of an ARN, values of keys', async ({ playground }) => {
  const { page, context } = playground;
  const { keyboard } = page;
  await playground.open();

  await tabTo(page, page.getByRole('textbox', { name: 'Principal', exact: true }));
  await keyboard.type('arn:aws:iam::111122223333:user/alice');
  const action = page.getByRole('combobox', { name: 'Action' });
  await tabTo(page, action);
  await keyboard.type('dynamodb:quer');
  const option = page.getByRole('option', { name: /^dynamodb:Query\s*Read$/ });
  await expect(option).toBeVisible({ timeout: 15_000 });
  await keyboard.press('ArrowDown');
  await expect(option).toHaveAttribute('aria-selected', 'true');
  await keyboard.press('Enter');
  await expect(action).toHaveValue('dynamodb:Query');
  await expect(action).toBeFocused();

  await tabTo(page, page.getByRole('button', { name: 'Build the resource from a type' }));
  await keyboard.press('Enter');
  const type = page.getByRole('combobox', { name: 'Type' });
  await expect(type).toBeVisible();
  await tabTo(page, type);
  await keyboard.type('table');
  await tabTo(page, page.getByLabel('Region', { exact: true }));
  await keyboard.press('ControlOrMeta+A');
  await keyboard.type('eu-west-1');
  await tabTo(page, page.getByLabel('Table name'));
  await keyboard.type('orders');
  await keyboard.press('Enter');
  const resource = page.getByRole('textbox', { name: 'Resource', exact: true });
  await expect(resource).toHaveValue('arn:aws:dynamodb:eu-west-1:111122223333:table/orders');
  await expect(page.getByRole('dialog')).toBeHidden();

  const add = context.getByRole('button', { name: 'Add a key' });
  const key = context.getByRole('combobox', { name: 'Key' });
  await tabTo(page, add);
  await keyboard.press('Enter');
  await expect(key).toBeFocused();
  await keyboard.press('Escape');
  await expect(key).toBeHidden();
  await expect(add).toBeFocused();

  await keyboard.press('Enter');
  await expect(key).toBeFocused();
  await keyboard.type('multifactorauthpres');
  await expect(context.getByRole('option', { name: /aws:MultiFactorAuthPresent/ })).toBeVisible();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(context.getByRole('button', { name: 'true', exact: true })).toBeFocused();
  await keyboard.press('Enter');
  const present = context.getByRole('button', { name: 'Change aws:MultiFactorAuthPresent: true' });
  await expect(present).toBeFocused();

  await tabTo(page, context.getByRole('button', { name: 'Remove: aws:MultiFactorAuthPresent' }));
  await keyboard.press('Enter');
  await expect(present).toBeHidden();
  await expect(add).toBeFocused();

  await keyboard.press('Enter');
  await expect(key).toBeFocused();
  await keyboard.type('aws:SourceIp');
  await keyboard.press('Enter');
  const value = context.getByRole('textbox', { name: 'Value of aws:SourceIp' });
  await expect(value).toBeFocused();
  await keyboard.type('203.0.113.300');
  await expect(value).toHaveAttribute('aria-invalid', 'true');
  await keyboard.press('ControlOrMeta+A');
  await keyboard.type('203.0.113.30');
  await expect(value).not.toHaveAttribute('aria-invalid', 'true');
  await keyboard.press('Enter');
  await expect(context.getByRole('button', { name: 'Change aws:SourceIp: 203.0.113.30' })).toBeFocused();
});

test('long actions are read whole, and on a phone the form’s buttons stay in sight', async ({
  playground,
}) => {
  const { page } = playground;
  await playground.open();
  await playground.ask({ action: 'execute-api:Invoke' });
  await page.getByRole('textbox', { name: 'Resource', exact: true }).focus();
  await page.setViewportSize({ width: 390, height: 700 });
  await page.getByRole('button', { name: 'Request', exact: true }).click();
  await expect(page.locator('.field').filter({ hasText: 'Action' }).getByText('Write')).toBeVisible();
  await page.getByRole('button', { name: 'Build the resource from a type' }).click();
  await expect(page.getByLabel('API specific resource path')).toBeAttached();
  await expect(page.getByRole('button', { name: 'Fill in' })).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Escape');

  for (const width of [1440, 1280, 1024]) {
    await page.setViewportSize({ width, height: 900 });
    for (const action of ['sts:AssumeRoleWithWebIdentity', 'secretsmanager:GetSecretValue']) {
      await playground.ask({ action, resource: '*' });
      const shown = page.locator('.field').filter({ hasText: 'Action' }).locator('.shown');
      await expect(shown).toHaveText(action);
      const room = await shown.evaluate((box) => {
        const text = document.createRange();
        text.selectNodeContents(box);
        return box.getBoundingClientRect().width - text.getBoundingClientRect().width;
      });
      expect(room).toBeGreaterThanOrEqual(0);
    }
  }
});
