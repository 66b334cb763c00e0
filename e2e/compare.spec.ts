import { expect, test } from './playground';

test('a case is kept as A, survives a reload, is compared and swapped', async ({ playground }) => {
  const { page, verdict } = playground;
  await playground.open();
  await playground.example('Nightly report can’t be uploaded');
  await playground.caseMenu('Keep as “before”');

  await playground.ask({ action: 's3:GetObject' });
  await page.getByRole('link', { name: 'Compare', exact: true }).click();
  const dialog = page.getByRole('main');
  await expect(dialog.getByRole('region', { name: 'A', exact: true })).toContainText(
    'The permissions boundary has no Allow for s3:PutObject',
  );
  await expect(dialog.getByRole('row', { name: /^Permissions boundary/ })).toBeVisible();
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Action' })).toContainText('s3:GetObject');
  await page.getByRole('link', { name: 'Case', exact: true }).click();

  await page.reload();
  await expect(page.getByLabel('Action', { exact: true })).toHaveValue('s3:GetObject');
  await page.getByRole('link', { name: 'Compare', exact: true }).click();
  await dialog.getByRole('button', { name: 'Swap A and B' }).click();
  await expect(dialog.getByRole('region', { name: 'Now' })).toContainText('s3:PutObject');
  await page.getByRole('link', { name: 'Case', exact: true }).click();
  await expect(page.getByLabel('Action', { exact: true })).toHaveValue('s3:PutObject');
  await expect(verdict).toContainText('The permissions boundary has no Allow');
});

test('A comes from a link, and is forgotten for good', async ({ playground }) => {
  const { page } = playground;
  await playground.open();
  await playground.example('Nightly report can’t be uploaded');
  const link = await playground.link();
  await playground.example('Alice can’t open the Q3 records');
  await playground.goTo('Compare');
  await page.getByRole('button', { name: /^Open a link or a saved case/ }).click();
  const dialog = page.getByRole('main');
  await dialog.getByRole('textbox', { name: /paste a link/ }).fill(link);
  await dialog.getByRole('button', { name: 'Take it as A' }).click();
  await expect(dialog.getByRole('region', { name: 'A', exact: true })).toContainText('Nightly report');
  await expect(dialog.getByRole('region', { name: 'Now' })).toContainText('Undetermined.');
  await dialog.getByRole('button', { name: /^A is/ }).click();
  await page.getByRole('menuitem', { name: 'Forget A' }).click();
  await page.reload();
  await expect(dialog.getByText('Nothing kept yet')).toBeVisible();
});

test('an edit is told over all requests, and a row opens in Case', async ({ playground }) => {
  const { page, verdict } = playground;
  await playground.open();
  await playground.example('Nightly report can’t be uploaded');
  await playground.caseMenu('Keep as “before”');
  await page.getByRole('link', { name: 'Compare', exact: true }).click();
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toContainText('A and B allow the same');
  const guards = page.getByRole('region', { name: 'Guards' });
  await guards.getByRole('combobox').fill('never s3:GetObject');
  await guards.getByRole('button', { name: 'Add' }).click();
  await expect(guards.getByRole('heading')).toContainText('1 of 1 fail');
  await guards.getByRole('button', { name: /^s3:GetObject on/ }).click();
  await expect(page.getByLabel('Action', { exact: true })).toHaveValue('s3:GetObject');
  await expect(verdict).toContainText('Allowed');
  await expect(page.getByText('A allows it, B allows it.')).toBeVisible();
});

const reads = (...actions: readonly string[]): string =>
  JSON.stringify(
    {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: actions, Resource: 'arn:aws:s3:::reports/*' }],
    },
    null,
    2,
  );

test('a wider policy is told while it is typed, with its lines, and a row opens in Case', async ({
  playground,
}) => {
  const { page, verdict } = playground;
  await playground.open();
  await playground.ask({
    principal: 'arn:aws:iam::111122223333:user/alice',
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::reports/a',
  });
  await playground.identityPolicy(reads('s3:GetObject'));
  await expect(verdict).toContainText('Allowed');
  await playground.caseMenu('Keep as “before”');
  await playground.paste(reads('s3:GetObject', 's3:PutObject'));
  await page.getByRole('button', { name: /^Wider than before, 1 action/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('B allows more');
  const rows = page.getByRole('region', { name: 'What is gained and lost' });
  const texts = page.getByRole('region', { name: 'Texts' });
  await expect(texts).toContainText('2 lines gain');
  await rows.getByRole('button', { name: /, \d+$/ }).click();
  await expect(texts.locator('.cmp-target')).toBeVisible();
  await rows.getByRole('button', { name: /^A does not allow it/ }).click();
  await expect(page.getByLabel('Action', { exact: true })).toHaveValue('s3:PutObject');
  await expect(page.getByText('A does not allow it, B allows it.')).toBeVisible();
});

test('the example is a click away, its texts stand side by side, and its link holds both sides', async ({
  playground,
}) => {
  const { page } = playground;
  await playground.open();
  await playground.goTo('Compare');
  await page.getByRole('button', { name: 'A policy before and after somebody’s edit' }).click();
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toContainText('B allows more, and less.');
  const guards = page.getByRole('region', { name: 'Guards' });
  await expect(guards.getByRole('heading')).toContainText('2 of 4 fail');
  // Guards are added, and the texts take the room of the rows: what is beside them makes room.
  await playground.makesRoom();
  await guards.getByRole('button', { name: 'Guards to choose from' }).click();
  await page.getByRole('menuitem', { name: /^AWS’s reference: Nobody gives themselves more/ }).click();
  await expect(guards.getByRole('heading')).toContainText('3 of 21 fail');
  const texts = page.getByRole('region', { name: 'Texts' });
  await texts.getByRole('button', { name: 'Side by side' }).click();
  await expect(texts.locator('.cmp-pair').first()).toContainText('"Action"');
  await texts.getByRole('button', { name: 'Side by side' }).click();

  const link = await playground.link();
  // As somebody else opens it: nothing of the comparison is in the browser.
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  await page.goto('about:blank');
  await playground.open(link.slice(link.indexOf('#') + 1));
  await playground.goTo('Compare');
  await expect(heading).toContainText('B allows more, and less.');
  await expect(guards.getByRole('heading')).toContainText('3 of 21 fail');

  // On a phone the choosers are folded into one line.
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: /^A Before the edit/ }).click();
  await page.getByLabel('Over').selectOption('service');
  await expect(page.getByRole('button', { name: /Only s3:\*/ })).toBeVisible();
  await expect(page.getByRole('region', { name: 'What is gained and lost' })).not.toContainText(
    'iam:PassRole',
  );
});

/** One user of an account with one statement of its own. */
const user = (name: string, statement: object): object => ({
  Path: '/',
  UserName: name,
  Arn: `arn:aws:iam::111122223333:user/${name}`,
  GroupList: [],
  AttachedManagedPolicies: [],
  UserPolicyList: [
    { PolicyName: `${name}Access`, PolicyDocument: { Version: '2012-10-17', Statement: [statement] } },
  ],
});

test('two principals of an account are compared, and all that was open is there again after a look at Case', async ({
  playground,
  page,
}) => {
  const Resource = 'arn:aws:s3:::acme/*';
  const account = {
    UserDetailList: [
      user('reader', { Sid: 'Read', Effect: 'Allow', Action: 's3:GetObject', Resource }),
      user('writer', { Sid: 'Write', Effect: 'Allow', Action: 's3:PutObject', Resource }),
    ],
    GroupDetailList: [],
    RoleDetailList: [],
    Policies: [],
    IsTruncated: false,
  };
  await playground.open();
  await page.goto('/#/account');
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'account.json'));
    return data;
  }, JSON.stringify(account));
  await page.getByText('Drop account.json here').dispatchEvent('drop', { dataTransfer: transfer });
  await expect(page.getByText('account.json', { exact: true })).toBeVisible();

  await playground.goTo('Compare');
  await page.getByRole('button', { name: /^Open a link or a saved case/ }).click();
  await page.getByLabel('Principal as A').fill('user/reader');
  await page.getByRole('button', { name: /^B is/ }).click();
  await page.getByRole('menuitem', { name: 'Another B…' }).click();
  await page.getByLabel('Principal as B').fill('user/writer');
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toContainText('B allows more, and less.');
  const rows = page.getByRole('region', { name: 'What is gained and lost' });
  await expect(rows).toContainText('s3:PutObject');
  await expect(rows.getByRole('button', { name: /^writerAccess, / })).toBeVisible();

  const guards = page.getByRole('region', { name: 'Guards' });
  await guards.getByRole('combobox').fill('never s3:PutObject');
  await guards.getByRole('button', { name: 'Add' }).click();
  await expect(guards.getByRole('heading')).toContainText('1 of 1 fail');
  await rows.getByRole('button', { name: /^A does not allow it/ }).click();
  await expect(page.getByLabel('Action', { exact: true })).toHaveValue('s3:PutObject');
  await expect(page.getByText('A does not allow it, B allows it.')).toBeVisible();
  await expect(playground.verdict).toContainText('Allowed');

  await page.goBack();
  await expect(page).toHaveURL(/#\/compare/);
  await expect(heading).toContainText('B allows more, and less.');
  await expect(rows.getByRole('button', { name: /^writerAccess, / })).toBeVisible();
  await expect(guards.getByRole('heading')).toContainText('1 of 1 fail');
  await expect(page.getByRole('region', { name: 'Texts' })).toContainText('s3:PutObject');
});
