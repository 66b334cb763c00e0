import { expect, test, type Playground } from './playground';

/** The text of the open policy as the editor shows it, without white space: long lines wrap. */
async function shownText({ page }: Playground): Promise<string> {
  const lines = await page.locator('.monaco-editor .view-lines').innerText();
  return lines.replace(/\s/g, '');
}

async function begin(playground: Playground): Promise<void> {
  await playground.open();
  await playground.ask({
    principal: 'arn:aws:iam::111122223333:user/alice',
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::example-data/a.csv',
  });
}

test('a policy is added, typed in, switched off, and taken away', async ({ playground }) => {
  const { page, verdict, policies } = playground;
  await begin(playground);
  await policies.getByRole('button', { name: 'Add to Identity-based' }).click();
  await expect(page.locator('.monaco-editor .native-edit-context').first()).toBeFocused({ timeout: 30_000 });
  await expect(verdict).toContainText('Denied.');
  await page.keyboard.type('s3:Get*');
  await expect(verdict).toContainText('Allowed.');

  const row = policies.getByRole('button', { name: /^IdentityPolicy/ });
  await row.focus();
  await page.keyboard.press('F2');
  await page.keyboard.type('Reads');
  await page.keyboard.press('Enter');
  await expect(policies.getByRole('button', { name: /^Reads/ })).toBeVisible();

  await page.getByRole('switch', { name: 'In force' }).press('Space');
  await expect(verdict).toContainText('Denied.');
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(verdict).toContainText('Allowed.');

  await policies.getByRole('button', { name: /^Reads/ }).hover();
  await policies.getByRole('button', { name: 'Actions for Reads' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await expect(verdict).toContainText('Denied.');
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect(verdict).toContainText('Allowed.');
});

test('typing goes on without a gap while the editor arrives', async ({ playground }) => {
  const { page, policies, verdict } = playground;
  let arrive = (): void => undefined;
  const held = new Promise<void>((resolve) => (arrive = resolve));
  await page.route(/MonacoEditor-.*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await begin(playground);
  await policies.getByRole('button', { name: 'Add to Identity-based' }).click();
  const plain = page.getByRole('textbox', { name: /^Text of IdentityPolicy/ });
  await plain.fill('{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":""}}');
  await plain.evaluate((area: HTMLTextAreaElement) => {
    area.focus();
    area.setSelectionRange(area.value.length - 3, area.value.length - 3);
  });
  await page.keyboard.type('arn:aws:s3:::example');
  arrive();
  await expect(page.locator('.monaco-editor .native-edit-context').first()).toBeFocused({ timeout: 30_000 });
  await page.keyboard.type('-data/*');
  expect(await shownText(playground)).toContain('"arn:aws:s3:::example-data/*"}}');
  await expect(verdict).toContainText('Allowed.');
});

test('a missing comma is said where it is missing, and the next fault is mended from the list', async ({
  playground,
}) => {
  const { page, policies } = playground;
  await begin(playground);
  await policies.getByRole('button', { name: 'Add to Identity-based' }).click();
  const write = (action: string): Promise<void> =>
    playground.paste(
      `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":${action},"Resource":"*"}}`,
    );
  await write('["s3:GetObject" "s3:PutObject"]');
  await expect(page.getByText('A comma is missing between "s3:GetObject" and "s3:PutObject".')).toBeVisible();
  await expect(policies.getByRole('button', { name: /IdentityPolicy.*1 error/ })).toBeVisible();

  await write('["s3:GetObject", "s3:GetObject"]');
  await page.getByRole('button', { name: /^\d+ (warning|suggestion)/ }).click();
  await page.getByRole('button', { name: 'Remove the entry' }).click();
  await expect.poll(() => shownText(playground)).toContain('"Action":["s3:GetObject"]');
});

test('a policy is taken out of what a command printed', async ({ playground }) => {
  const { page, policies } = playground;
  await playground.open();
  await page.getByRole('button', { name: /^Paste a policy/ }).click();
  const document = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }],
  };
  const printed = { PolicyVersion: { Document: document, VersionId: 'v3', IsDefaultVersion: true } };
  const box = page.getByRole('dialog', { name: /^Paste/ });
  await box.getByRole('textbox').fill(JSON.stringify(printed, null, 4));
  await box.getByRole('combobox', { name: 'Pasted policy' }).selectOption('As the permissions boundary');
  await box.getByRole('button', { name: 'Add the policy' }).click();
  await expect(policies.getByRole('button', { name: /^Pasted policy/ })).toBeVisible();
  await expect.poll(() => shownText(playground)).not.toContain('PolicyVersion');
});

test('the keyboard walks the policies and leaves the editor', async ({ playground }) => {
  const { page, policies } = playground;
  await begin(playground);
  for (const name of ['Identity-based', 'Permissions boundary'])
    await policies.getByRole('button', { name: `Add to ${name}` }).click();
  await policies.getByRole('button', { name: /^Boundary/ }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(policies.getByRole('button', { name: /^IdentityPolicy/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Editor' })).toContainText(
    /Identity-based \/\s*IdentityPolicy/,
  );
  await playground.editor();
  await page.keyboard.press('ControlOrMeta+m');
  await page.keyboard.press('Tab');
  await expect(page.locator('.monaco-editor .native-edit-context').first()).not.toBeFocused();
});
