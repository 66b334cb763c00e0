import { expect, test } from './playground';

const allow = (Action: readonly string[], Resource: string): object => ({
  Effect: 'Allow',
  Action,
  Resource,
});

/** The last statement is settled by the first two together; the third by the first alone. */
const POLICY = JSON.stringify(
  {
    Version: '2012-10-17',
    Statement: [
      allow(['s3:GetObject'], 'arn:aws:s3:::reports/*'),
      allow(['s3:PutObject'], 'arn:aws:s3:::reports/*'),
      allow(['s3:GetObject'], 'arn:aws:s3:::reports/2026/*'),
      allow(['s3:GetObject', 's3:PutObject'], 'arn:aws:s3:::reports/*'),
    ],
  },
  null,
  2,
);

test('statements that change nothing are faded with the reason, and go one at a time', async ({
  playground,
}) => {
  const { page, verdict } = playground;
  await playground.open();
  await playground.ask({
    principal: 'arn:aws:iam::111122223333:user/alice',
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::reports/summary.csv',
  });
  await playground.identityPolicy(POLICY);
  await expect(verdict).toContainText('Allowed.');
  const faded = page.locator('.squiggly-inline-unnecessary');
  await expect(faded.first()).toBeVisible();
  await page.getByRole('button', { name: '2 suggestions', exact: true }).click();
  await page.getByRole('button', { name: 'Problems of all policies' }).click();
  const problems = page.getByRole('region', { name: /^Problems/ });
  const told = problems.getByText('The statement changes nothing');
  await expect(told.filter({ hasText: 'together already settle' })).toBeVisible();
  const remove = problems.getByRole('button', { name: /^Fix: Remove this statement/ });
  await expect(remove).toHaveCount(2);
  await remove.last().click();
  // What is left is asked about anew: the other one is still dead, and its fix takes it alone.
  await expect(remove).toHaveCount(1);
  await expect(verdict).toContainText('Allowed.');
  await remove.click();
  await expect(problems).toContainText('nothing to say');
  await expect(faded).toHaveCount(0);
  await expect.poll(() => playground.text()).not.toContain('2026');
  await expect(verdict).toContainText('Allowed.');
});
