import { expect, test } from './playground';

const MESSAGE = `An error occurred (AccessDenied) when calling the PutObject operation: User: arn:aws:sts::111122223333:assumed-role/ReportWriter/nightly-42 is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::example-reports/2026/11/summary.csv" because no permissions boundary allows the s3:PutObject action`;

test('a pasted message fills the case in and leaves open what cannot be seen', async ({ playground }) => {
  const { page, verdict } = playground;
  await playground.open();
  await page.getByRole('button', { name: 'Paste an error', exact: true }).click();
  const box = page.getByRole('textbox', { name: 'Error message, event or command output' });
  await box.fill(MESSAGE);
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Understood')).toBeVisible();
  await expect(dialog.getByText('aws iam get-role', { exact: false }).first()).toBeVisible();
  await dialog.getByRole('button', { name: 'Fill in the case' }).click();

  await expect(page.getByLabel('Action', { exact: true })).toHaveValue('s3:PutObject');
  await expect(verdict).toContainText('Undetermined.');
  await expect(page.getByRole('note').filter({ hasText: 'Not reproduced yet.' })).toBeVisible();
  await expect(playground.policies.getByText('Not visible to me').first()).toBeVisible();
});

test('text that is none of AWS’s is kept, and said so', async ({ playground }) => {
  const { page } = playground;
  await playground.open();
  await page.getByRole('button', { name: 'Paste an error', exact: true }).click();
  const box = page.getByRole('textbox', { name: 'Error message, event or command output' });
  await box.fill('segmentation fault (core dumped)');
  await expect(page.getByRole('button', { name: 'Fill in the case' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Paste an error', exact: true }).click();
  await expect(box).toHaveValue('segmentation fault (core dumped)');
});

test('a paste outside every field opens the box with it', async ({ playground }) => {
  const { page } = playground;
  await playground.open();
  await page.evaluate((text) => navigator.clipboard.writeText(text), MESSAGE);
  await page.locator('#verdict').focus();
  await page.keyboard.press('ControlOrMeta+V');
  await expect(page.getByRole('textbox', { name: 'Error message, event or command output' })).toHaveValue(
    MESSAGE,
  );
});
