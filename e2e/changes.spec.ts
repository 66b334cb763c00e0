import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './playground';

test('from a denial to the change, with its counted price, and back', async ({ playground }) => {
  const { page, verdict } = playground;
  await playground.open();
  await playground.example('Nightly report can’t be uploaded');
  await page.getByRole('button', { name: 'How to allow it' }).click();
  const dialog = page.getByRole('dialog');
  const cards = dialog.getByRole('listitem');
  // Counted on single resources first, and proved over every resource a moment later.
  await expect(cards.first()).toContainText(
    'Opens 1 action within arn:aws:s3:::example-reports/*: s3:PutObject',
  );
  await expect(cards.first()).toContainText(
    /Counted over every resource: nothing else of the [\d,]+ actions\./,
  );
  await expect(cards.nth(1)).toContainText(
    'Opens 1 action on arn:aws:s3:::example-reports/2026/11/summary.csv',
  );
  const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  await dialog.getByRole('button', { name: 'Apply: Add s3:PutObject to ReadArtifacts' }).press('Enter');
  await expect(dialog).toBeHidden();
  await expect(verdict).toContainText('Allowed.');
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect(verdict).toContainText('Denied.');
});

test('an exception for one caller tells what the Deny held back', async ({ playground }) => {
  const { page } = playground;
  await playground.open();
  await playground.example('An administrator can’t stop CloudTrail');
  await page.getByRole('button', { name: 'How to allow it' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(
    'Opens 2 actions within *: cloudtrail:DeleteTrail, cloudtrail:StopLogging',
  );
  await expect(dialog.getByRole('note')).toContainText('An SCP guards a whole organization.');
});

test('the report holds the deciding statement, the change that mends it, and a link that opens', async ({
  playground,
}) => {
  const { page, verdict } = playground;
  await playground.open();
  await playground.example('Nightly report can’t be uploaded');
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('button', { name: 'Copy the report' }).click();
  await expect(page.getByText('Copied the report').last()).toBeVisible();
  const report = await page.evaluate(() => navigator.clipboard.readText());
  expect(report).toContain('"Action": ["s3:GetObject", "s3:ListBucket"]');
  expect(report).toContain('Add `s3:PutObject` to `ReadArtifacts`');
  expect(report).toContain('+ ');
  const link = /\[Open this case\]\((\S+)\)/.exec(report)?.[1] ?? '';
  await page.keyboard.press('Escape');
  await playground.caseMenu('New, empty case');
  await page.goto(link);
  await expect(verdict).toContainText('The permissions boundary has no Allow');
});
