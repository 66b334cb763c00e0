import { expect, test } from './playground';

const PUT_ONLY = JSON.stringify(
  {
    Version: '2012-10-17',
    Statement: [{ Sid: 'Put', Effect: 'Allow', Action: 's3:PutObject', Resource: 'arn:aws:s3:::reports/*' }],
  },
  null,
  2,
);

test('from an empty page to a verdict: ask, paste a policy, mend it', async ({ playground }) => {
  const { verdict } = playground;
  await playground.open();
  await expect(verdict).toContainText('What was asked, and which policies apply?');

  await playground.ask({
    principal: 'arn:aws:iam::111122223333:user/alice',
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::reports/summary.csv',
  });
  await expect(verdict).toContainText('Denied.');

  await playground.identityPolicy(PUT_ONLY);
  await expect(verdict).toContainText('Denied.');
  await expect(verdict).toContainText('s3:GetObject');

  // What AWS would print is longer than its three lines: all of it is a press away, by keyboard too.
  const whole = playground.page.getByRole('button', { name: 'Whole' });
  await whole.press('Enter');
  await expect(playground.page.getByRole('dialog', { name: 'AWS would print' })).toContainText(
    'User: arn:aws:iam::111122223333:user/alice is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::reports/summary.csv" because no identity-based policy allows the s3:GetObject action',
  );
  await playground.page.keyboard.press('Escape');
  await expect(whole).toBeFocused();

  await playground.paste(PUT_ONLY.replace('s3:PutObject', 's3:GetObject'));
  await expect(verdict).toContainText('Allowed.');
});

test('a half-typed policy leaves the verdict open, says where, and is there after a reload', async ({
  playground,
}) => {
  const { page, verdict } = playground;
  await playground.open();
  await playground.ask({
    principal: 'arn:aws:iam::111122223333:user/alice',
    action: 's3:PutObject',
    resource: 'arn:aws:s3:::reports/summary.csv',
  });
  await page.getByRole('button', { name: 'Add a policy' }).click();
  await page.getByRole('menuitem', { name: /Identity-based/ }).click();
  const broken = PUT_ONLY.replace('"Allow",', '"Allow"');
  await playground.paste(broken);
  await expect(verdict).toContainText('Undetermined.');
  await expect(verdict).toContainText('can’t be read');

  await page.reload();
  await expect(verdict).toContainText('Undetermined.');
  await playground.paste(PUT_ONLY);
  await expect(verdict).toContainText('Allowed.');
});

test('undo and redo go through every change', async ({ playground }) => {
  const { page, verdict } = playground;
  await playground.open();
  await playground.example('Nightly report can’t be uploaded');
  await expect(verdict).toContainText('The permissions boundary has no Allow');
  await playground.ask({ action: 's3:GetObject' });
  await expect(verdict).not.toContainText('The permissions boundary has no Allow for s3:PutObject');
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(verdict).toContainText('The permissions boundary has no Allow');
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(verdict).not.toContainText('The permissions boundary has no Allow for s3:PutObject');
});
