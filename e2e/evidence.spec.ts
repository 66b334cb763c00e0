import { axeFaults } from './axe';
import { ANSWER, largeAnswer } from '../tests/scenario/account/answer';
import { expect, test } from './playground';

const MESSAGE = `An error occurred (AccessDenied) when calling the PutObject operation: User: arn:aws:sts::111122223333:assumed-role/ReportWriter/nightly-42 is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::example-reports/2026/11/summary.csv" because no permissions boundary allows the s3:PutObject action`;

test('a pasted message fills the case in and leaves open what cannot be seen', async ({ playground }) => {
  const { page, verdict } = playground;
  await playground.open();
  await page.getByRole('button', { name: 'Paste', exact: true }).click();
  const box = page.getByRole('textbox', { name: 'Error message, event or command output' });
  await box.fill(MESSAGE);
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Understood')).toBeVisible();
  await expect(dialog.getByText('aws iam get-role', { exact: false }).first()).toBeVisible();
  await dialog
    .getByRole('button', { name: /^(?:Fill in the case|Add (?:the policy|[0-9]+ policies)$)/ })
    .click();

  await expect(page.getByLabel('Action', { exact: true })).toHaveValue('s3:PutObject');
  await expect(verdict).toContainText(
    'AWS says: denied. No Allow in the permissions boundary, which is not given here yet',
  );
  await expect(page.getByRole('note').filter({ hasText: 'Not reproduced yet.' })).toBeVisible();
  await expect(playground.policies.getByText('I can’t see it').first()).toBeVisible();
});

test('text that is none of AWS’s is kept, and said so', async ({ playground }) => {
  const { page } = playground;
  await playground.open();
  await page.getByRole('button', { name: 'Paste', exact: true }).click();
  const box = page.getByRole('textbox', { name: 'Error message, event or command output' });
  await box.fill('segmentation fault (core dumped)');
  await expect(
    page.getByRole('button', { name: /^(?:Fill in the case|Add (?:the policy|[0-9]+ policies)$)/ }),
  ).toBeDisabled();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Paste', exact: true }).click();
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

const TERRAFORM = `╷
│ Error: creating CloudWatch Metric Alarm (ShelfLife-error-rate-prod): operation error CloudWatch: PutMetricAlarm, https response error StatusCode: 403, RequestID: ff6ae5f8-6d2f-4d65-be52-3a90f34b3693, api error AccessDenied: User: arn:aws:iam::111122223333:user/shelflife-deploy is not authorized to perform: cloudwatch:PutMetricAlarm on resource: arn:aws:cloudwatch:eu-west-1:111122223333:alarm:ShelfLife-error-rate-prod because no identity-based policy allows the cloudwatch:PutMetricAlarm action
│
│   with aws_cloudwatch_metric_alarm.error_rate,
╵`;

/** What `aws iam get-user-policy` prints. */
const USER_POLICY = JSON.stringify({
  UserName: 'shelflife-deploy',
  PolicyName: 'DeployAlarms',
  PolicyDocument: {
    Version: '2012-10-17',
    Statement: [{ Sid: 'Alarms', Effect: 'Allow', Action: 'cloudwatch:DescribeAlarms', Resource: '*' }],
  },
});

test('from the error to the change that mends it, and back', async ({ playground }) => {
  const { page, verdict } = playground;
  await playground.open();
  const fillFrom = async (text: string): Promise<void> => {
    await page.getByRole('button', { name: 'Paste', exact: true }).click();
    await page.getByRole('textbox', { name: 'Error message, event or command output' }).fill(text);
    await page
      .getByRole('button', { name: /^(?:Fill in the case|Add (?:the policy|[0-9]+ policies)$)/ })
      .click();
  };
  await fillFrom(TERRAFORM);
  await expect(verdict).toContainText('AWS says: denied. No Allow in an identity policy');
  await playground.caseMenu('Keep as “before”');
  await fillFrom(USER_POLICY);
  await expect(verdict).toContainText('Denied. No identity policy allows cloudwatch:PutMetricAlarm');

  await page.getByRole('button', { name: 'How to allow it' }).click();
  const dialog = page.getByRole('dialog');
  const diff = dialog.getByRole('group', { name: 'Lines of DeployAlarms that change' }).first();
  await expect(diff).toContainText('cloudwatch:PutMetricAlarm');
  await dialog.getByRole('button', { name: 'Apply: Add cloudwatch:PutMetricAlarm to Alarms' }).click();
  await expect(verdict).toContainText('Allowed.');

  await page.getByRole('link', { name: 'Compare', exact: true }).click();
  const compare = page.getByRole('main');
  await expect(compare.getByRole('region', { name: 'A', exact: true })).toContainText('Undetermined.');
  await expect(compare.getByRole('region', { name: 'Now', exact: true })).toContainText('Allowed.');
  await expect(compare.getByRole('row', { name: /^Identity-based/ })).toContainText('differs');
  await page.getByRole('link', { name: 'Case', exact: true }).click();

  await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect(verdict).toContainText('Denied.');
});

test('a table of keys sets the value that turns the verdict', async ({ playground }) => {
  const { page, verdict } = playground;
  await playground.open();
  await playground.example('EC2 in an approved Region, with MFA');
  await expect(verdict).toContainText('Allowed.');
  await page.getByRole('button', { name: 'Which keys matter?' }).click();
  await page
    .getByRole('group', { name: 'aws:MultiFactorAuthPresent' })
    .getByRole('button', { name: /^false: Denied/ })
    .click();
  await page.keyboard.press('Escape');
  await expect(verdict).toContainText('Denied.');
});

test('a case can be handed out without names, and as a report', async ({ playground }) => {
  const { page } = playground;
  await playground.open();
  await playground.example('Nightly report can’t be uploaded');
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('checkbox', { name: /^Hide account IDs/ }).check();
  await page.getByRole('button', { name: 'Copy the report' }).click();
  const report = await page.evaluate(() => navigator.clipboard.readText());
  expect(report).toContain('## Evaluation');
  expect(report).not.toContain('example-reports');
});

test('an account gives the caller with groups, boundary and what is missing, to a verdict', async ({
  playground,
}) => {
  const { page, verdict } = playground;
  await playground.open();
  await playground.ask({ action: 's3:PutObject', resource: 'arn:aws:s3:::example-reports/a.csv' });
  await page.getByRole('button', { name: 'Paste', exact: true }).click();
  const box = page.getByRole('textbox', { name: 'Error message, event or command output' });
  await expect(box).toBeVisible();
  // Megabytes are pasted, not typed.
  await box.evaluate((area, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, largeAnswer(2000));
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('2,002 users and roles')).toBeVisible();
  const search = dialog.getByRole('combobox', { name: 'Search users and roles' });
  await search.fill('service-1999');
  await expect(dialog.getByRole('option')).toHaveCount(1);
  await search.press('ArrowDown');
  await expect(dialog.getByText('Its permissions boundary is Limit.')).toBeVisible();
  await dialog
    .getByRole('button', { name: /^(?:Fill in the case|Add (?:the policy|[0-9]+ policies)$)/ })
    .click();
  await expect(verdict).toContainText('Denied.');
  await expect(verdict).toContainText('permissions boundary');

  // The account is still there: the user alice, with a policy of AWS whose text is missing.
  await page.getByRole('button', { name: 'Paste', exact: true }).click();
  await dialog.getByRole('combobox', { name: 'Search users and roles' }).fill('alice');
  await dialog.getByRole('option', { name: /alice/ }).click();
  await expect(dialog.getByText('aws iam get-policy-version', { exact: false }).first()).toBeVisible();
  await dialog
    .getByRole('button', { name: /^(?:Fill in the case|Add (?:the policy|[0-9]+ policies)$)/ })
    .click();
  await expect(verdict).toContainText('Undetermined.');
  await expect(playground.policies.getByText('ReadOnlyAccess')).toBeVisible();
});

/** An event of CloudTrail, allowed or denied. */
const trailEvent = (eventTime: string, eventName: string, error: object = {}): object => ({
  eventVersion: '1.09',
  eventTime,
  eventSource: 's3.amazonaws.com',
  eventName,
  awsRegion: 'eu-west-1',
  sourceIPAddress: '203.0.113.7',
  userIdentity: { type: 'IAMUser', arn: 'arn:aws:iam::111122223333:user/alice', userName: 'alice' },
  requestParameters: { bucketName: 'example-reports', key: 'a.csv' },
  ...error,
});

test('of several events one is chosen, a denied one first', async ({ playground }) => {
  const { page } = playground;
  await playground.open();
  await page.getByRole('button', { name: 'Paste', exact: true }).click();
  const records = [
    trailEvent('2026-11-21T10:01:00Z', 'GetObject'),
    trailEvent('2026-11-21T10:02:00Z', 'PutObject', { errorCode: 'AccessDenied' }),
    trailEvent('2026-11-21T10:03:00Z', 'DeleteObject', { errorCode: 'AccessDenied' }),
  ];
  await page
    .getByRole('textbox', { name: 'Error message, event or command output' })
    .fill(JSON.stringify({ Records: records }));
  const dialog = page.getByRole('dialog');
  const choice = dialog.getByRole('group', { name: /^3 requests are in the text, 2 of them denied/ });
  await expect(choice.getByRole('radio', { name: /s3:PutObject/ })).toBeChecked();
  await choice.getByRole('radio', { name: /s3:DeleteObject/ }).check();
  await expect(dialog.getByText('The action is s3:DeleteObject.')).toBeVisible();
  await dialog
    .getByRole('button', { name: /^(?:Fill in the case|Add (?:the policy|[0-9]+ policies)$)/ })
    .click();
  await expect(page.getByLabel('Action', { exact: true })).toHaveValue('s3:DeleteObject');
  await expect(playground.context.getByText('2026-11-21T10:03:00Z')).toBeVisible();
});

/** What the page's own commands print: a line that says which policy it is, then the answer. */
const printed = (label: string, statement: object): string =>
  `${label}\n${JSON.stringify({
    PolicyVersion: {
      Document: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Resource: '*', ...statement }] },
      VersionId: 'v1',
      IsDefaultVersion: true,
    },
  })}`;

test('a message and what the commands print, pasted one after another, reproduce the denial', async ({
  playground,
}) => {
  const { page, verdict } = playground;
  await playground.open();
  const paste = async (text: string): Promise<void> => {
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await page.locator('#verdict').focus();
    await page.keyboard.press('ControlOrMeta+V');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^(?:Fill in the case|Add (?:the policy|[0-9]+ policies)$)/ })
      .click();
    await expect(page.getByRole('dialog')).toBeHidden();
  };
  const note = page.getByRole('note');
  await paste(MESSAGE);
  await expect(note).toContainText('Not reproduced yet. The message names the permissions boundary');

  await note.getByRole('button', { name: 'How to see it' }).click();
  await expect(
    page
      .getByRole('region', { name: 'How to see it' })
      .getByText('aws iam get-role --role-name ReportWriter', {
        exact: false,
      }),
  ).toBeVisible();

  await paste(
    printed('# permissions boundary: arn:aws:iam::111122223333:policy/Limit', { Action: 's3:GetObject' }),
  );
  await expect(note).toContainText('Reproduced. The case is denied as the message says.');
  await paste(printed('# policy: arn:aws:iam::111122223333:policy/Writer', { Action: 's3:PutObject' }));
  await expect(note).toContainText('Reproduced. The case is denied as the message says.');
  await expect(verdict).toContainText('Denied.');
  await expect(playground.policies.getByText('Writer')).toBeVisible();
});

test('a file that is dropped on the page is read', async ({ playground }) => {
  const { page } = playground;
  await playground.open();
  await page.locator('#verdict').evaluate((target, text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], 'error.log', { type: 'text/plain' }));
    target.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, MESSAGE);
  await expect(page.getByRole('textbox', { name: 'Error message, event or command output' })).toHaveValue(
    MESSAGE,
  );
});

test('the box has no axe violations, whatever is in it', async ({ playground }) => {
  test.setTimeout(180_000);
  const { page } = playground;
  const events = [
    trailEvent('2026-11-21T10:01:00Z', 'GetObject'),
    trailEvent('2026-11-21T10:02:00Z', 'PutObject'),
  ];
  const texts = [MESSAGE, JSON.stringify(events), JSON.stringify(ANSWER), USER_POLICY, 'nothing of AWS'];
  await playground.open();
  await page.getByRole('button', { name: 'Paste', exact: true }).click();
  const box = page.getByRole('textbox', { name: 'Error message, event or command output' });
  for (const text of texts) {
    await box.fill(text);
    const option = page.getByRole('option').first();
    if (text.includes('UserDetailList')) await option.click();
    await expect(
      page.getByRole('button', { name: /^(?:Fill in the case|Add (?:the policy|[0-9]+ policies)$)/ }),
    ).toBeVisible();
    expect(await axeFaults(page, ['[role="dialog"]'])).toEqual([]);
  }
});

test('credentials in a pasted answer are kept nowhere', async ({ playground }) => {
  const { page } = playground;
  const SECRETS = [
    'ASIAEXAMPLEKEY7Q2W9X',
    'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    'IQoJb3JpZ2luX2VjEXAMPLETOKEN',
  ];
  const [AccessKeyId, SecretAccessKey, SessionToken] = SECRETS;
  const caller = 'arn:aws:sts::111122223333:assumed-role/ReportReader/ann';
  const answer = {
    Credentials: { AccessKeyId, SecretAccessKey, SessionToken, Expiration: '2026-11-30T12:00:00+00:00' },
    AssumedRoleUser: { AssumedRoleId: 'AROAEXAMPLEROLEID123:ann', Arn: caller },
  };
  await playground.open();
  await page.getByRole('button', { name: 'Paste', exact: true }).click();
  const box = page.getByRole('textbox', { name: 'Error message, event or command output' });
  const dialog = page.getByRole('dialog');
  await box.fill(JSON.stringify(answer, null, 4));
  await expect(dialog.getByText('They are not read, kept or shared by this page')).toBeVisible();
  await dialog.getByRole('button', { name: 'Fill in the case' }).click();
  await expect(page.getByLabel('Principal', { exact: true })).toHaveValue(caller);
  // The draft is kept after a pause: from then on there is something to look through.
  const kept = async (): Promise<string> => page.evaluate(everythingKept);
  await expect.poll(kept).toContain(caller);
  const link = await playground.link();
  const places = { storage: await kept(), link, page: await page.content() };
  await page.goto(link);
  await page.reload();
  await expect(page.getByLabel('Principal', { exact: true })).toHaveValue(caller);
  const later = { storage: await kept(), page: await page.content() };
  for (const secret of SECRETS)
    for (const [place, text] of Object.entries({ ...places, ...later }))
      expect(text.includes(secret), `${secret} in ${place}`).toBe(false);
  await page.getByRole('button', { name: 'Paste', exact: true }).click();
  await expect(box).toHaveValue('');
});

/** All that the browser keeps of the page: both storages, every record of every database, the history's state, caches. */
async function everythingKept(): Promise<string> {
  const asked = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((take, fail) => {
      request.onsuccess = () => take(request.result);
      request.onerror = () => fail(request.error ?? new Error('the database does not answer'));
    });
  const records: unknown[] = [];
  for (const { name } of await indexedDB.databases()) {
    const database = await asked(indexedDB.open(name!));
    for (const store of database.objectStoreNames) {
      const objects = database.transaction(store).objectStore(store);
      records.push(await asked(objects.getAll()), await asked(objects.getAllKeys()));
    }
    database.close();
  }
  const cached: string[] = [];
  for (const name of await caches.keys())
    for (const { url } of await (await caches.open(name)).keys()) cached.push(url);
  return JSON.stringify([
    Object.entries(localStorage),
    Object.entries(sessionStorage),
    history.state,
    location.href,
    records,
    cached,
  ]);
}
