import { gzipSync } from 'node:zlib';
import { axeFaults } from './axe';
import type { Page } from '@playwright/test';
import { expect, test } from './playground';

const ROLE = 'arn:aws:iam::111122223333:role/report-writer';

const POLICY = JSON.stringify(
  {
    Version: '2012-10-17',
    Statement: [{ Sid: 'Job', Effect: 'Allow', Action: ['s3:*', 'glue:*'], Resource: '*' }],
  },
  null,
  2,
);

function report(role = ROLE): string {
  const used = { LastAuthenticated: '2026-11-18T00:00:00+00:00', LastAuthenticatedEntity: role };
  return JSON.stringify({
    JobStatus: 'COMPLETED',
    JobType: 'SERVICE_LEVEL',
    JobCreationDate: '2026-11-20T09:00:00+00:00',
    JobCompletionDate: '2026-11-20T09:00:02+00:00',
    ServicesLastAccessed: [
      { ServiceName: 'Amazon S3', ServiceNamespace: 's3', TotalAuthenticatedEntities: 1, ...used },
      { ServiceName: 'AWS Glue', ServiceNamespace: 'glue', TotalAuthenticatedEntities: 0 },
    ],
    IsTruncated: false,
  });
}

function events(): string {
  const record = (key: string): object => ({
    eventVersion: '1.11',
    userIdentity: {
      type: 'AssumedRole',
      arn: 'arn:aws:sts::111122223333:assumed-role/report-writer/nightly',
      sessionContext: { sessionIssuer: { type: 'Role', arn: ROLE } },
    },
    eventTime: '2026-11-02T04:00:00Z',
    eventSource: 's3.amazonaws.com',
    eventName: 'GetObject',
    awsRegion: 'eu-west-1',
    eventType: 'AwsApiCall',
    recipientAccountId: '111122223333',
    requestParameters: { bucketName: 'acme-in', key },
    resources: [{ type: 'AWS::S3::Object', ARN: `arn:aws:s3:::acme-in/${key}` }],
  });
  return JSON.stringify({ Records: [record('in/2026/11/01/a.csv'), record('in/2026/11/02/b.csv')] });
}

async function paste(page: Page, text: string): Promise<void> {
  const box = page.getByRole('textbox', { name: 'What AWS recorded' });
  await box.fill(text);
  await page.getByRole('button', { name: 'Read', exact: true }).click();
}

test('from a wide role to a policy to deploy: two pastes and one click', async ({ playground }) => {
  const { page } = playground;
  await playground.open();
  await playground.ask({ principal: ROLE, action: 's3:GetObject', resource: 'arn:aws:s3:::acme-in/in/x' });
  await addPolicy(page);
  await playground.goTo('Tighten');
  // The commands are for this case's role.
  await expect(page.getByText(`--arn ${ROLE}`)).toBeVisible();
  await paste(page, report());
  const answer = page.locator('#tighten-answer');
  await expect(answer).toContainText('actions were used');
  await expect(page.locator('[data-warning="service-level-only"]')).toBeVisible();
  await expect(page.getByRole('region', { name: 'After', exact: true })).toContainText('"s3:*"');
  await page.getByRole('region', { name: 'What was used' }).getByRole('button', { name: 'Paste' }).click();
  await paste(page, events());
  await expect(answer).toContainText('1 of');
  const after = page.getByRole('region', { name: 'After', exact: true });
  await expect(after).toContainText('S3ReadAcmeIn');
  await expect(after).toContainText('arn:aws:s3:::acme-in/in/*');
  await expect(after).toContainText('Allows nothing that Before did not');
  // Having been elsewhere, with nothing changed, nothing is asked again.
  await playground.goTo('Learn');
  await page.locator('.tg-work').evaluate((place) => {
    const look = (): void => {
      if (place.textContent.includes('comparing…')) place.setAttribute('data-asked', 'again');
    };
    new MutationObserver(look).observe(place, { subtree: true, childList: true, characterData: true });
  });
  await playground.goTo('Tighten');
  await expect(after).toContainText('Allows nothing that Before did not');
  await after.getByRole('button', { name: 'Diff' }).click();
  await expect(page.locator('[data-asked]')).toHaveCount(0);
  await expect(after.getByRole('group', { name: /^What changes in/ })).toContainText('glue:*');
  await after.getByRole('button', { name: 'Terraform' }).click();
  await expect(after).toContainText('jsonencode');
  await after.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByText('has 1 action.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(page.getByRole('region', { name: 'Before', exact: true })).toContainText('glue:*');
  expect(playground.foreign).toEqual([]);
  expect(playground.faults).toEqual([]);
});

async function addPolicy(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Paste a policy/ }).click();
  const box = page.getByRole('dialog', { name: /^Paste/ });
  await box.getByRole('textbox').fill(POLICY);
  await box.getByRole('button', { name: 'Add the policy' }).click();
  await expect(box).toBeHidden();
}

test('files are chosen and dropped, gzip too; a row opens in Case and back leads here', async ({
  playground,
}) => {
  const { page } = playground;
  await playground.open();
  await playground.goTo('Tighten');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files…' }).click();
  await (
    await chooser
  ).setFiles([{ name: 'trail.json.gz', mimeType: 'application/gzip', buffer: gzipSync(events()) }]);
  const used = page.getByRole('region', { name: 'What was used' });
  await expect(used).toContainText('2 of 2 still allowed');
  // A key that no event names, and a condition that all of them bear.
  const after = page.getByRole('region', { name: 'After', exact: true });
  await page
    .getByLabel('ARN of the key of s3')
    .fill('arn:aws:kms:eu-west-1:111122223333:key/1a2b3c4d-0000-4000-8000-00000000abcd');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(after).toContainText('KmsUseKeyThroughS3');
  await page.getByRole('checkbox', { name: /aws:RequestedRegion/ }).check();
  await expect(after).toContainText('"aws:RequestedRegion": "eu-west-1"');
  await expect(used).toContainText('2 of 2 still allowed');
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'accessed.json', { type: 'application/json' }));
    return transfer;
  }, report());
  await page.locator('.tg-work').dispatchEvent('drop', { dataTransfer: data });
  await expect(page.getByRole('list', { name: 'Evidence' })).toContainText('Last accessed');
  await used
    .getByRole('button', { name: /s3:GetObject/ })
    .first()
    .click();
  await expect(page.getByLabel('Action', { exact: true })).toHaveValue('s3:GetObject');
  await page.goBack();
  await expect(used).toBeVisible();
});

test('what cannot be read is said at its place, and nothing is struck', async ({ playground }) => {
  const { page } = playground;
  await playground.open();
  await playground.goTo('Tighten');
  await paste(page, 'eventname,count\nGetObject,2\n');
  await expect(
    page
      .getByText('no column `eventsource`', { exact: false })
      .or(page.getByText('has no column', { exact: false }))
      .first(),
  ).toBeVisible();
});

for (const [width, colorScheme] of [
  [1440, 'dark'],
  [1100, 'light'],
  [390, 'light'],
] as const)
  test(`no axe violations: ${width} ${colorScheme}`, async ({ playground }) => {
    const { page } = playground;
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await playground.open();
    await playground.goTo('Tighten');
    await page.setViewportSize({ width, height: 900 });
    expect(await axeFaults(page, ['[data-place="tighten"]'])).toEqual([]);
    await page.getByRole('button', { name: 'A report job with' }).click();
    await expect(page.locator('#tighten-answer')).toContainText('4 of 653 actions were used');
    expect(await axeFaults(page, ['[data-place="tighten"]'])).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
