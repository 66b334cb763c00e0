import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './playground';

const document = (...Statement: readonly object[]): object => ({ Version: '2012-10-17', Statement });
const ADMIN = 'arn:aws:iam::aws:policy/AdministratorAccess';
const user = (name: string, statement: object): object => ({
  Path: '/',
  UserName: name,
  Arn: `arn:aws:iam::111122223333:user/${name}`,
  GroupList: [],
  AttachedManagedPolicies: [],
  UserPolicyList: [{ PolicyName: `${name}Access`, PolicyDocument: document(statement) }],
});

const ACCOUNT = {
  UserDetailList: [
    user('reader', { Sid: 'Read', Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::acme/*' }),
    user('eve', { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: '*' }),
  ],
  GroupDetailList: [],
  RoleDetailList: [
    {
      Path: '/',
      RoleName: 'breakglass',
      Arn: 'arn:aws:iam::111122223333:role/breakglass',
      CreateDate: '2024-01-01T00:00:00Z',
      AssumeRolePolicyDocument: document({
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::111122223333:root' },
        Action: 'sts:AssumeRole',
      }),
      RolePolicyList: [],
      AttachedManagedPolicies: [{ PolicyName: 'AdministratorAccess', PolicyArn: ADMIN }],
      RoleLastUsed: {},
    },
  ],
  Policies: [
    {
      PolicyName: 'AdministratorAccess',
      Arn: ADMIN,
      DefaultVersionId: 'v1',
      PolicyVersionList: [
        {
          Document: document({ Effect: 'Allow', Action: '*', Resource: '*' }),
          VersionId: 'v1',
          IsDefaultVersion: true,
        },
      ],
    },
  ],
  IsTruncated: false,
};

const REPORT = [
  'user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated',
  '<root_account>,arn:aws:iam::111122223333:root,2020-01-10T08:00:00Z,not_supported,no_information,not_supported,not_supported,true,false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A',
  'reader,arn:aws:iam::111122223333:user/reader,2024-01-10T08:00:00Z,true,no_information,2024-01-10T08:00:00Z,N/A,false,false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A',
].join('\n');

type FilePayload = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

/** How many files the browser's own database holds. */
function keptFiles(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opened = indexedDB.open('verdict-account');
        opened.onsuccess = () => {
          const counted = opened.result.transaction('files').objectStore('files').count();
          counted.onsuccess = () => {
            opened.result.close();
            resolve(counted.result);
          };
        };
      }),
  );
}

const DENY_S3 = document({ Effect: 'Deny', Action: 's3:*', Resource: '*' });

/** By the keyboard, as a person: what moves then moves because of it. */
async function choose(page: Page, field: string, words: string): Promise<void> {
  await page.getByLabel(field, { exact: true }).focus();
  await page.keyboard.type(words);
}

/** What is there to be touched and is less than 44 high; the links in the cells of the table are second to their row. */
function smallTargets(page: Page): Promise<readonly string[]> {
  return page
    .locator('.acct :is(button, a, select, summary, label, [role=row]):not(.vg-head *)')
    .evaluateAll((all) =>
      all
        .filter((one) => one.checkVisibility() && one.closest('[role=gridcell]') === null)
        .filter((one) => one.getBoundingClientRect().height < 44)
        .map((one) => `${one.tagName} ${one.textContent}`),
    );
}

/** Files as somebody drops them. */
async function dropFiles(
  page: Page,
  files: readonly { readonly name: string; readonly text: string }[],
): Promise<void> {
  const transfer = await page.evaluateHandle((given) => {
    const data = new DataTransfer();
    for (const { name, text } of given) data.items.add(new File([text], name));
    return data;
  }, files);
  await page.getByText('Drop account.json here').dispatchEvent('drop', { dataTransfer: transfer });
}

test('an account is dropped, asked, searched for ways to administrator, and a row opens in Case', async ({
  playground,
  page,
}) => {
  await playground.open();
  await page.goto('/#/account');
  await expect(page.getByRole('heading', { name: 'Who in the account can do what?' })).toBeVisible();
  await dropFiles(page, [
    { name: 'account.json', text: JSON.stringify(ACCOUNT) },
    { name: 'credentials.csv', text: REPORT },
  ]);
  await page.getByLabel('Action to ask about').fill('s3:GetObject');
  await page.getByLabel('Resource to ask about').fill('arn:aws:s3:::acme/report.csv');
  await page.getByRole('button', { name: 'Ask' }).click();
  await expect(page.getByRole('heading', { name: 'of 3 principals can s3:GetObject' })).toBeVisible();
  const grid = page.getByRole('grid', { name: 'Principals' });
  await expect(grid.getByRole('row', { name: /^reader/ })).toContainText('readerAccess, Read');
  await expect(grid.getByRole('row', { name: /^breakglass/ })).toContainText('Administrator');
  await expect(grid).toHaveAttribute('aria-rowcount', '6');
  await expect(page.getByRole('list', { name: /gates/ })).toContainText('1 have no Allow');
  expect((await new AxeBuilder({ page }).include('.acct').analyze()).violations).toEqual([]);
  // The grid is one stop of the Tab key; arrows go through it, up to its headings.
  await grid.getByRole('row', { name: /^Allowed 2/ }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(grid.getByRole('row', { name: /^reader/ })).toBeFocused();
  await page.keyboard.press('End');
  await expect(grid.getByRole('row', { name: /^eve/ })).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(grid.getByRole('columnheader', { name: 'Principal' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await expect(grid.getByRole('row').nth(2)).toContainText('breakglass');

  // An SCP for everybody stops them, and taking it away asks again.
  await choose(page, 'SCPs', 'Add them');
  await page.getByRole('textbox', { name: 'SCPs' }).fill(JSON.stringify(DENY_S3));
  await page.getByRole('button', { name: 'Use for everybody' }).click();
  await expect(grid.getByRole('row', { name: /Stopped by a Deny 3/ })).toBeVisible();
  await page.getByLabel('SCPs', { exact: true }).selectOption('suppose');
  await expect(grid.getByRole('row', { name: /Allowed 2/ })).toBeVisible();

  // Some questions have a picture and some have none: what is below makes room.
  await playground.makesRoom();
  await choose(page, 'Question', 'Who can become administrator');
  await expect(page.getByRole('heading', { name: 'principal can become administrator' })).toBeVisible();
  await grid.getByRole('row', { name: /^eve/ }).click();
  const column = page.getByRole('complementary', { name: 'The chosen principal' });
  await expect(
    page.getByRole('heading', { name: 'eve can become administrator as breakglass' }),
  ).toBeVisible();
  const way = page.getByRole('list', { name: 'The way of eve to administrator' });
  await way.getByRole('button', { name: /sts:AssumeRole/ }).click();
  const gate = column.getByRole('region', { name: 'Gate 1 of 1' });
  await expect(gate).toContainText('"sts:AssumeRole"');
  await expect(gate).toContainText('It covers 1 role. Only breakglass is administrator.');
  await column.getByRole('button', { name: /^Compare: take statement 1 out of eveAccess/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('B allows nothing that A did not');
  await page.goBack();
  await expect(way).toBeVisible();
  // The question is in the address, and nobody's name is.
  expect(page.url()).toContain('#/account?ask=admins');
  expect(page.url()).not.toMatch(/eve|breakglass|111122223333/);

  await choose(page, 'Question', 'Which keys need a step');
  await expect(grid.getByRole('row').nth(1)).toContainText('Root user');
  await page.getByRole('button', { name: 'No MFA 1' }).click();
  await expect(grid.getByRole('row', { name: /^reader/ })).toBeVisible();
  await page.getByLabel('Unused after').selectOption('180 days');
  await expect(page).toHaveURL(/unused=180/);
  await page.getByLabel('Unused after').selectOption('45 days');
  await grid.getByRole('row', { name: /^reader/ }).click();
  await expect(column).toContainText('Signs in to the console without MFA');

  await column.getByRole('button', { name: 'What can it do' }).click();
  await page.getByRole('button', { name: 's3', exact: true }).click();
  await expect(page.getByRole('complementary', { name: 'Actions' })).toContainText('arn:aws:s3:::acme/*');

  await choose(page, 'Question', 'Which rules are broken');
  await expect(page.getByText('iam-user-no-policies-check')).toBeVisible();
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 390, height: 844 });
  expect((await new AxeBuilder({ page }).include('.acct').analyze()).violations).toEqual([]);
  // On a phone the question is folded into a line, and a chosen principal stands in place of the table.
  await page.getByRole('button', { name: 'Which rules are broken' }).click();
  await choose(page, 'Question', 'Who can do it');
  await page.getByRole('button', { name: 'All principals' }).click();
  await expect(grid.getByRole('row', { name: /^reader/ })).toBeVisible();
  const ask = page.getByRole('button', { name: 'Ask', exact: true });
  expect((await ask.boundingBox())?.width).toBeGreaterThan(300);
  // Asking folds the question into its sentence, which takes the focus from what went out of sight.
  await ask.click();
  const folded = page.getByRole('button', { name: /^Who can s3:GetObject on/ });
  await expect(folded).toHaveAttribute('aria-expanded', 'false');
  await expect(folded).toBeFocused();
  expect(await smallTargets(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save the table' }).click();
  await expect(page.getByRole('menuitem', { name: 'CSV, names masked' })).toBeVisible();
  await page.keyboard.press('Escape');
  expect((await new AxeBuilder({ page }).include('.acct').analyze()).violations).toEqual([]);
  await page.setViewportSize({ width: 1440, height: 900 });

  await grid.getByRole('button', { name: 'readerAccess, Read' }).click();
  await expect(playground.verdict).toContainText('Allowed');
  await expect(page.getByRole('textbox', { name: 'Principal', exact: true })).toHaveValue(
    'arn:aws:iam::111122223333:user/reader',
  );
  await page.goBack();
  await expect(column.getByRole('heading', { name: /reader/ })).toBeVisible();

  await page.getByLabel('Keep in this browser').check();
  await expect.poll(() => keptFiles(page)).toBe(2);
  await page.reload();
  await expect(page.getByText('account.json, credentials.csv')).toBeVisible();
  // With the account the question is back, and the back button goes through those before.
  await expect(page.getByRole('heading', { name: 'of 3 principals can s3:GetObject' })).toBeVisible();
  await page.goBack();
  await expect(page.getByLabel('Question', { exact: true })).toHaveValue('checks');
  await page.getByRole('button', { name: 'Forget the account' }).click();
  await expect.poll(() => keptFiles(page)).toBe(0);
  await page.reload();
  await expect(page.getByText('Drop account.json here')).toBeVisible();
});

/** As a person who has no mouse: Tab until it has the focus. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(async () => {
    if (await wanted.evaluate((one) => one === one.ownerDocument.activeElement)) return;
    await page.keyboard.press('Tab');
    await expect(wanted).toBeFocused({ timeout: 100 });
  }).toPass({ intervals: [0] });
}

test('the keyboard alone goes from a file to the evidence in Case and back', async ({ playground, page }) => {
  await playground.open();
  await page.goto('/#/account');
  await tabTo(page, page.getByRole('button', { name: 'Choose files…' }));
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  const file = (name: string, text: string): FilePayload => ({
    name,
    mimeType: 'text/plain',
    buffer: Buffer.from(text),
  });
  await (
    await chooser
  ).setFiles([file('account.json', JSON.stringify(ACCOUNT)), file('credentials.csv', REPORT)]);
  await tabTo(page, page.getByLabel('Action to ask about'));
  await page.keyboard.type('s3:GetObject');
  await page.keyboard.press('Tab');
  await page.keyboard.type('arn:aws:s3:::acme/report.csv');
  await playground.makesRoom();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'of 3 principals can s3:GetObject' })).toBeVisible();
  const grid = page.getByRole('grid', { name: 'Principals' });
  await tabTo(page, grid.getByRole('row', { name: /^Allowed 2/ }));
  const reader = grid.getByRole('row', { name: /^reader/ });
  await expect(async () => {
    await page.keyboard.press('ArrowDown');
    await expect(reader).toBeFocused({ timeout: 100 });
  }).toPass();
  await page.keyboard.press('Enter');
  await expect(reader).toHaveAttribute('aria-selected', 'true');
  await tabTo(page, page.getByRole('button', { name: 'Open in Case' }));
  await page.keyboard.press('Enter');
  await expect(playground.verdict).toContainText('Allowed');
  await page.goBack();
  // The row that was chosen is where Tab comes into the table again.
  await expect(reader).toHaveAttribute('aria-selected', 'true');
  await tabTo(page, reader);

  // The questions that the journey with the mouse does not look at.
  const question = page.getByLabel('Question', { exact: true });
  await question.focus();
  for (const name of ['What can it do', 'Who can become administrator', 'Who comes in from outside']) {
    await page.keyboard.press('ArrowDown');
    await expect(question.locator('option:checked')).toHaveText(name);
  }
  expect((await new AxeBuilder({ page }).include('.acct').analyze()).violations).toEqual([]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(question.locator('option:checked')).toHaveText('Which keys need a step');
  expect((await new AxeBuilder({ page }).include('.acct').analyze()).violations).toEqual([]);
});

test('a file that is no account is refused with the reason, and the place stays', async ({
  playground,
  page,
}) => {
  await playground.open();
  await page.goto('/#/account');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files…' }).click();
  await (
    await chooser
  ).setFiles([{ name: 'other.txt', mimeType: 'text/plain', buffer: Buffer.from('Resources:\n  Bucket: x') }]);
  await expect(page.getByRole('alert')).toContainText('Not read: this is none of the reports');

  // A credential report alone answers what it can, and the other questions say what they need.
  await playground.makesRoom();
  await dropFiles(page, [{ name: 'credentials.csv', text: REPORT }]);
  await expect(page.getByRole('heading', { name: 'of 1 user have a rotation step due' })).toBeVisible();
  await expect(
    page.getByRole('grid', { name: 'Principals' }).getByRole('row', { name: /^reader/ }),
  ).toBeVisible();
  await page.getByLabel('Question', { exact: true }).selectOption('admins');
  await expect(
    page.getByRole('heading', { name: 'The account’s authorization details were not given' }),
  ).toBeVisible();
  await expect(page.getByRole('grid')).toBeHidden();
});
