/** Far larger than any policy that AWS takes: the page has to stay up all the same. */
import { expect, test } from './playground';

const LARGE = JSON.stringify(
  {
    Version: '2012-10-17',
    Statement: Array.from({ length: 5600 }, (_, at) => ({
      Sid: `S${at}`,
      Effect: 'Allow',
      Action: ['s3:GetObject', 's3:PutObject'],
      Resource: `arn:aws:s3:::bucket-${at}/*`,
    })),
  },
  null,
  2,
);

test('a policy of a million characters is typed in, decides, and is kept', async ({ playground }) => {
  test.setTimeout(120_000);
  const { page, verdict } = playground;
  await playground.open();
  await playground.ask({
    principal: 'arn:aws:iam::111122223333:user/alice',
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::bucket-9/k',
  });
  expect(LARGE.length).toBeGreaterThan(1_000_000);
  await playground.identityPolicy(LARGE);
  await expect(verdict).toContainText('Allowed.');
  await expect(page.getByText(/^5600 statements ·/)).toBeVisible();

  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('still here');
  await expect(verdict).toContainText('Undetermined.');
  for (let key = 0; key < 'still here'.length; key += 1) await page.keyboard.press('Backspace');
  await expect(verdict).toContainText('Allowed.');

  // What was typed last is kept too.
  await page.keyboard.type('\n');
  await page.reload();
  await expect(verdict).toContainText('Allowed.', { timeout: 30_000 });
  const draft = await page.evaluate(() => localStorage.getItem('verdict.draft') ?? '{}');
  const { policies } = JSON.parse(draft) as { policies: { identity: readonly { text: string }[] } };
  expect(policies.identity[0]?.text === `${LARGE}\n`).toBe(true);
});
