import { expect, test } from './playground';

const LOWER = JSON.stringify(
  {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: 's3:GetObjects', Resource: 'arn:aws:s3:::reports/*' },
      { Effect: 'Allow', Action: 's3:PutObject', Resource: 'arn:aws:s3:::reports/*' },
    ],
  },
  null,
  2,
);

test('a misspelt action is underlined, counted, put right from the list, and undone', async ({
  playground,
}) => {
  const { page, policies, verdict } = playground;
  await playground.open();
  await playground.ask({
    principal: 'arn:aws:iam::111122223333:user/alice',
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::reports/summary.csv',
  });
  await playground.identityPolicy(LOWER);
  await expect(verdict).toContainText('Denied.');

  await expect(page.locator('.squiggly-error')).toHaveCount(1);
  await expect(policies.getByTitle('1 error')).toBeVisible();

  await page.getByRole('button', { name: '1 error', exact: true }).click();
  await page.getByRole('button', { name: 'Problems of all policies' }).click();
  const problems = page.getByRole('region', { name: /^Problems/ });
  await expect(problems).toContainText('s3:GetObjects');
  await problems
    .getByRole('button', { name: /^Fix: / })
    .first()
    .click();
  await expect(verdict).toContainText('Allowed.');
  await expect(problems).toContainText('nothing to say');
  await expect(page.locator('.squiggly-error')).toHaveCount(0);

  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(verdict).toContainText('Denied.');
  await expect(problems.getByRole('button', { name: /line 6$/ })).toBeVisible();
});

test('a suggestion is taken while typing, and replaces the whole word', async ({ playground }) => {
  const { page, verdict } = playground;
  await playground.open();
  await playground.ask({
    principal: 'arn:aws:iam::111122223333:user/alice',
    action: 'sqs:SendMessage',
    resource: 'arn:aws:sqs:eu-west-1:111122223333:orders',
  });
  await playground.identityPolicy(
    '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Resource": "*", "Action": ""}]}',
  );
  await expect(verdict).toContainText('Denied.');
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('sqs:SendM');
  const choice = page.locator('.suggest-widget .monaco-list-row', { hasText: 'sqs:SendMessage' }).first();
  await expect(choice).toBeVisible();
  await choice.click();
  await expect(verdict).toContainText('Allowed.');
  await expect(page.locator('.view-lines')).toContainText('"Action": "sqs:SendMessage"}]}');
});

test('the space bar types a space', async ({ playground }) => {
  const { page } = playground;
  await playground.open();
  await page.getByRole('button', { name: 'Add a policy' }).click();
  await page.getByRole('menuitem', { name: /Identity-based/ }).click();
  await playground.paste('"');
  await page.keyboard.type('a b');
  await expect(page.locator('.view-lines')).toContainText(/a\sb/);
});
