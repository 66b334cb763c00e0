import { axeFaults } from './axe';
import { expect, test } from './playground';

const EXAMPLE = 'Nightly report can’t be uploaded';

test('a request is kept as a test, which a change of a policy breaks and undo mends', async ({
  playground,
}) => {
  const { page, verdict } = playground;
  await playground.open();
  await playground.ask({
    principal: 'arn:aws:iam::123456789012:user/dana',
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::photos/a.jpg',
  });
  await page.getByRole('button', { name: 'Add a policy' }).click();
  await page.getByRole('menuitem', { name: /Identity-based/ }).click();
  const policy = (action: string): string =>
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }],
    });
  await playground.paste(policy('s3:GetObject'));
  await expect(verdict).toContainText('Allowed.');

  await page.getByRole('button', { name: 'Tests', exact: false }).click();
  const dialog = page.getByRole('region', { name: 'Tests' });
  await expect(dialog).toContainText('who must get in, and who must not');
  await dialog.getByRole('button', { name: 'Keep this request as a test' }).click();
  await page.getByRole('textbox', { name: 'Name of the test' }).fill('Dana reads the photos');
  await page.keyboard.press('Enter');
  const row = dialog.getByRole('listitem', { name: 'Dana reads the photos' });
  await expect(row).toContainText('Holds');
  await expect(row.getByLabel('Expect of Dana reads the photos')).toHaveValue('Allowed');
  await dialog.getByRole('button', { name: 'Back to the policy' }).click();
  await expect(page.getByRole('button', { name: '1 of 1 test holds' })).toBeVisible();

  // The form may ask what it likes: the test goes on asking its own request.
  await playground.ask({ action: 's3:DeleteObject' });
  await expect(verdict).toContainText('Denied.');
  await expect(page.getByRole('button', { name: '1 of 1 test holds' })).toBeVisible();

  await playground.paste(policy('s3:PutObject'));
  const failing = page.getByRole('button', { name: '0 of 1 test holds' });
  await expect(failing).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: '1 of 1 test fails' })).toHaveCount(1);
  await failing.click();
  await page.getByRole('dialog', { name: 'Tests' }).getByRole('button', { name: 'Open the table' }).click();
  await expect(row).toContainText('Fails');
  await expect(row).toContainText('Denied. No identity policy allows s3:GetObject');
  await expect(row).toContainText('s3:GetObject');

  await row.getByRole('button', { name: 'Look at' }).click();
  await expect(page.getByLabel('Action', { exact: true })).toHaveValue('s3:GetObject');
  await expect(verdict).toContainText('Denied.');
  // Back to the form's own request, then to the policy as it was.
  const undo = page.getByRole('banner').getByRole('button', { name: 'Undo' });
  await undo.click();
  await expect(page.getByLabel('Action', { exact: true })).toHaveValue('s3:DeleteObject');
  await undo.click();
  await expect(page.getByRole('button', { name: '1 of 1 test holds' })).toBeVisible();
});

test('tests travel with the link, and run there', async ({ playground, browser }) => {
  const { page } = playground;
  await playground.open();
  await playground.example(EXAMPLE);
  await page.getByRole('button', { name: 'Tests', exact: false }).click();
  const dialog = page.getByRole('region', { name: 'Tests' });
  await dialog.getByRole('button', { name: 'Keep this request as a test' }).click();
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: /^Actions for/ }).click();
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await expect(dialog.getByRole('listitem')).toHaveCount(2);
  await dialog
    .getByRole('combobox', { name: /^Expect of/ })
    .last()
    .selectOption('Allowed');
  await expect(dialog).toContainText('1 holds, 1 fails');

  const elsewhere = await (await browser.newContext()).newPage();
  await elsewhere.goto(await playground.link());
  await elsewhere.getByRole('button', { name: '1 of 2 tests hold' }).click();
  await expect(elsewhere.getByRole('dialog').getByRole('listitem').first()).toContainText(
    'The permissions boundary has no Allow',
  );
  await elsewhere.context().close();
});

test('a deleted test comes back', async ({ playground }) => {
  const { page } = playground;
  await playground.open();
  await playground.example(EXAMPLE);
  await page.getByRole('button', { name: 'Tests', exact: false }).click();
  const dialog = page.getByRole('region', { name: 'Tests' });
  await dialog.getByRole('button', { name: 'Keep this request as a test' }).click();
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: /^Actions for/ }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(dialog.getByRole('listitem')).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await expect(dialog.getByRole('listitem')).toHaveCount(1);
});

for (const width of [1440, 390])
  test(`the tests, in their list and in their table, have no axe violations at ${width}`, async ({
    playground,
  }) => {
    const { page } = playground;
    await playground.open();
    await playground.example('A bucket policy with its guest list');
    const lamp = page.getByRole('button', { name: '6 of 6 tests hold' });
    await expect(lamp).toBeVisible();
    await page.setViewportSize({ width, height: 844 });
    await lamp.click();
    await expect(page.getByRole('dialog', { name: 'Tests' }).getByRole('listitem')).toHaveCount(6);
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Open the table' }).click();
    const table = page.getByRole('region', { name: 'Tests' });
    await table
      .getByRole('combobox', { name: /^Expect of/ })
      .first()
      .selectOption('Denied');
    await expect(table).toContainText('5 hold, 1 fails');
    expect(await axeFaults(page)).toEqual([]);
  });
