import { axeFaults } from './axe';
import { asLink, CHAIN } from './chain';
import { expect, test, type Playground } from './playground';

const TITLE = 'Nightly report can’t be uploaded';

/** A launch of which only passing the role is refused. */
const LAUNCH = {
  schema: 1,
  request: {
    principal: 'arn:aws:iam::111122223333:role/BatchDeploy',
    action: 'ec2:RunInstances',
    resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
  },
  policies: {
    identity: [
      {
        name: 'Deploy',
        document: {
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Action: 'ec2:*', Resource: '*' }],
        },
      },
    ],
  },
  linked: [
    { name: 'subnet', request: { resource: 'arn:aws:ec2:eu-west-1:111122223333:subnet/*' } },
    {
      name: 'role',
      request: { action: 'iam:PassRole', resource: 'arn:aws:iam::111122223333:role/BatchWorker' },
    },
  ],
};

/** A gate of the picture, for the pointer; the list of steps is its form for the keyboard. */
function gate({ page }: Playground, step: string) {
  return page.locator(`[data-hit="${step}"]`);
}

test('opens a gate in place down to the character, and closes scale by scale', async ({ playground }) => {
  const { page } = playground;
  await playground.open();
  await playground.example(TITLE);
  const flow = page.getByRole('region', { name: 'Flow' });
  await expect(flow).toBeVisible();
  const before = await flow.boundingBox();
  await gate(playground, 'boundary').click();
  const inside = page.getByRole('region', { name: 'Inside Permissions boundary' });
  await expect(inside.getByText('character 4: “G” wanted, “P” found').first()).toBeVisible();
  await expect(inside.locator('.zoom-fix')).toContainText('Matches with s3:PutObject');
  // Nothing above moves, and the editor is at the line.
  expect(await flow.boundingBox()).toEqual(before);
  await expect(page.getByText('Ln 7')).toBeVisible();
  await inside.getByRole('button', { name: /^Resource: / }).click();
  await expect(inside.getByRole('region', { name: 'Resource' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(inside.getByRole('region', { name: 'Resource' })).toBeHidden();
  await expect(inside).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(inside).toBeHidden();
});

test('goes inside by keys from the list, and gives the focus back', async ({ playground }) => {
  const { page, walk } = playground;
  await playground.open();
  await playground.example(TITLE);
  const row = walk.getByRole('button', { name: /Permissions boundary/ });
  await row.focus();
  await page.keyboard.press('ArrowRight');
  const inside = page.getByRole('region', { name: 'Inside Permissions boundary' });
  await expect(inside.getByRole('button', { name: /^Action: / })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(inside).toBeHidden();
  await expect(row).toBeFocused();
});

test('goes from the gate to a value by keys alone, and back scale by scale', async ({ playground }) => {
  const { page, walk } = playground;
  await playground.open();
  await playground.example(TITLE);
  const row = walk.getByRole('button', { name: /SCPs/ });
  await row.focus();
  await page.keyboard.press('ArrowRight');
  const inside = page.getByRole('region', { name: 'Inside SCPs' });
  const level = inside.getByRole('region', { name: 'Levels' }).getByRole('button', { expanded: true });
  await expect(level).toBeFocused();
  await page.keyboard.press('ArrowRight');
  const statements = inside.getByRole('region', { name: 'Statements' });
  const element = statements.getByRole('button', { name: /^Resource: / });
  await expect(element).toBeFocused();
  const value = inside.getByRole('region', { name: 'Resource', exact: true });
  // What is drawn is one sentence for those who do not see it.
  await expect(value.getByText(/^Resource: pattern \*/)).toHaveText(
    /^Resource: pattern \* covers it, star took \S+\.$/,
  );
  await page.keyboard.press('ArrowRight');
  await expect(value.getByRole('button', { name: /, line \d+$/ })).toBeFocused();

  await page.keyboard.press('ArrowLeft');
  await expect(value).toBeHidden();
  await expect(element).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(value).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(value).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(level).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(inside).toBeHidden();
  await expect(row).toBeFocused();

  // Another statement takes the place of the open one, and the focus goes with it.
  await walk.getByRole('button', { name: /Permissions boundary/ }).focus();
  await page.keyboard.press('ArrowRight');
  const boundary = page.getByRole('region', { name: 'Inside Permissions boundary' });
  const other = boundary
    .getByRole('listitem')
    .filter({ has: page.locator('.zoom-row') })
    .getByRole('button')
    .first();
  await other.focus();
  await page.keyboard.press('Enter');
  await expect(
    boundary.getByRole('region', { name: 'Statements' }).locator('.pic-button').first(),
  ).toBeFocused();
});

test('steps through the statements by the slider’s keys, and ends with Escape', async ({ playground }) => {
  const { page } = playground;
  await playground.open();
  await playground.example(TITLE);
  await page.getByRole('button', { name: 'One statement on' }).click();
  const slider = page.getByRole('slider', { name: 'Statements read' });
  await expect(slider).toHaveAttribute('aria-valuetext', /^1 of \d+: /);
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuetext', /^2 of \d+: /);
  await expect(page.getByText('Still possible')).toBeVisible();
  await page.keyboard.press('End');
  await expect(page.getByRole('listitem').filter({ hasText: 'No Allow' }).last()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(slider).toBeHidden();
});

test('hands the picture out as a slide with its fonts inside', async ({ playground }) => {
  const { page } = playground;
  await playground.open();
  await playground.example(TITLE);
  const slide = async (): Promise<string> => {
    await page.getByRole('button', { name: 'The picture as a slide' }).click();
    const saved = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: /^Save as SVG with/ }).click();
    const stream = await (await saved).createReadStream();
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString('utf8');
  };
  const svg = await slide();
  expect(svg).toContain('width="1600" height="900"');
  expect(svg).toContain('@font-face');
  expect(svg).toContain(TITLE);
  expect(svg).toContain('DeveloperBoundary');
  expect(svg).toContain('example-reports');
  expect(svg).toContain('ReadArtifacts');

  // What Share hides in the link is hidden in the slide, and its menu says so.
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('checkbox', { name: /^Hide account IDs/ }).check();
  await page.keyboard.press('Escape');
  const masked = await slide();
  expect(masked).not.toContain('example-reports');
  expect(masked).not.toContain('ReadArtifacts');
});

for (const width of [1440, 1024])
  test(`stands ${width} wide without a fault`, async ({ playground }) => {
    const { page } = playground;
    await playground.open();
    await playground.example(TITLE);
    await page.setViewportSize({ width, height: 800 });
    await gate(playground, 'boundary').click();
    await expect(page.getByRole('region', { name: 'Action', exact: true })).toBeVisible();
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wide).toBe(0);
    expect(await axeFaults(page, ['.flow', '.zoom'])).toEqual([]);
  });

test('is the list on a phone, with the guide’s numbers and the default deny', async ({ playground }) => {
  const { page } = playground;
  await playground.open();
  await playground.example(TITLE);
  await page.setViewportSize({ width: 390, height: 800 });
  await page.getByRole('button', { name: 'Flow', exact: true }).click();
  await expect(page.getByRole('button', { name: /4\s*Permissions boundary.*No Allow/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /7\s*Default deny.*Not reached/ })).toBeVisible();

  // The gate that stops it is open down to the character, and the keys go in and out.
  const inside = page.getByRole('region', { name: 'Inside Permissions boundary' });
  await expect(page.getByText('character 4: “G” wanted, “P” found').first()).toBeVisible();
  const row = page.getByRole('button', { name: /4\s*Permissions boundary/ });
  await row.focus();
  await page.keyboard.press('ArrowRight');
  await expect(inside.getByRole('button', { name: /^Action: / })).toBeFocused();
  await inside.getByRole('button', { name: /^Resource: / }).press('Enter');
  await expect(page.getByRole('region', { name: 'Resource', exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(row).toBeFocused();

  // Statement by statement: nothing that was not read yet is told.
  const replay = page.getByRole('region', { name: 'Replay' });
  await replay.getByRole('button', { name: 'One statement on' }).click();
  await expect(replay.getByRole('slider')).toHaveAttribute('aria-valuetext', /^1 of \d+: /);
  await expect(replay.getByText('Still possible')).toBeVisible();
  await expect(row).not.toContainText('No Allow');
  await expect(page.getByRole('button', { name: /1\s*Explicit deny.*reading/ })).toBeVisible();
  expect(await axeFaults(page, ['.walk', '.scrub-dock'])).toEqual([]);
  await replay.getByRole('button', { name: 'End the replay' }).click();
  await expect(row).toContainText('No Allow');
  expect(await axeFaults(page, ['.walk'])).toEqual([]);
});

test('the checks of one call stand as rails beside the gates’ names on a phone', async ({ playground }) => {
  const { page } = playground;
  await page.setViewportSize({ width: 390, height: 844 });
  await playground.open(asLink(LAUNCH));
  await page.getByRole('button', { name: 'Flow', exact: true }).click();
  const checks = page.getByRole('region', { name: 'Checks of this call' });
  await expect(checks).toContainText('1 more check of this call passes: subnet.');
  const gate = checks.getByRole('button', { name: /^iam:PassRole on role\/BatchWorker, Identity/ });
  await gate.click();
  await expect(gate).toHaveAttribute('aria-expanded', 'true');
  await expect(checks.getByText('character 1: “e” wanted, “i” found').first()).toBeInViewport();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(await axeFaults(page, ['.chain-panel'])).toEqual([]);
});

test('a chain stands down the phone, open at the gate that stops it', async ({ playground }) => {
  const { page } = playground;
  await page.setViewportSize({ width: 390, height: 844 });
  await playground.open(asLink(CHAIN));
  await page.getByRole('button', { name: 'Flow', exact: true }).click();
  const chain = page.getByRole('region', { name: 'Chain of roles' });
  const gate = chain.getByRole('button', { name: /^Trust policy of Publish: No Allow, stops here/ });
  await expect(gate).toHaveAttribute('aria-expanded', 'true');
  await expect(chain.getByRole('region', { name: 'sts:ExternalId' })).toContainText('is absent');
  await chain.getByRole('button', { name: /^Trust policy of Tooling/ }).click();
  await expect(gate).toHaveAttribute('aria-expanded', 'false');
  await expect(page.getByRole('heading', { name: 'Every gate of step 1 of 3' })).toBeVisible();
  expect(await axeFaults(page, ['.chain-list'])).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test('a chain opens at the step that stops it, which is mended there; every step is a key away', async ({
  playground,
}) => {
  const { page, verdict } = playground;
  await playground.open(asLink(CHAIN));
  const chain = page.getByRole('region', { name: 'Chain of roles' });
  await expect(chain).toBeVisible();
  // The last step would be allowed, but nobody gets there.
  await expect(verdict).toContainText(
    'Denied. The role’s trust policy does not let the caller use sts:AssumeRole',
  );
  const band = page.getByRole('region', { name: 'Verdict' });
  await expect(band).toContainText('Step 2 of 3.');

  const steps = chain.getByRole('listitem').getByRole('button');
  await expect(steps).toHaveText([
    /^Step 1, sts:AssumeRole by dana: Allowed/,
    /^Step 2, sts:AssumeRole by dana: Denied/,
    /^Step 3, s3:PutObject by dana: Allowed/,
  ]);
  await expect(steps.nth(1)).toHaveAttribute('aria-current', 'step');
  await steps.nth(0).focus();
  await page.keyboard.press('Enter');
  await expect(verdict).toContainText('Allowed.');
  await expect(page.getByRole('textbox', { name: 'Principal', exact: true })).toHaveValue(/user\/dana$/);
  await band.getByRole('button', { name: 'Step 2 stops it' }).click();
  await expect(verdict).toContainText('Denied.');

  // The external ID was not given with the call.
  await playground.setKey('sts:ExternalId', 'pub-7f3');
  await expect(verdict).toContainText('Allowed.');
  await expect(steps.nth(1)).toHaveText(/Allowed/);
  await band.getByRole('button', { name: 'To the last step' }).click();
  await expect(page.getByLabel('Action', { exact: true })).toHaveValue('s3:PutObject');
  await expect(verdict).toContainText('Allowed.');
});

const statement = (text: object) => ({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...text }] });
const named = (kind: string, name: string) => `arn:aws:iam::111122223333:${kind}/${name}`;

/** A user who may become a role, and that role another one. */
const ACCOUNT = {
  UserDetailList: [
    {
      Path: '/',
      UserName: 'dana',
      Arn: named('user', 'dana'),
      GroupList: [],
      AttachedManagedPolicies: [],
      UserPolicyList: [
        {
          PolicyName: 'EnterTooling',
          PolicyDocument: statement({ Action: 'sts:AssumeRole', Resource: named('role', 'Tooling') }),
        },
      ],
    },
  ],
  RoleDetailList: [
    ['Tooling', 'arn:aws:iam::111122223333:root'],
    ['Publish', named('role', 'Tooling')],
  ].map(([name, trusted]) => ({
    Path: '/',
    RoleName: name,
    Arn: named('role', name!),
    AttachedManagedPolicies: [],
    AssumeRolePolicyDocument: statement({ Action: 'sts:AssumeRole', Principal: { AWS: trusted } }),
    RolePolicyList: [
      { PolicyName: `${name}Access`, PolicyDocument: statement({ Action: 's3:PutObject', Resource: '*' }) },
    ],
  })),
  GroupDetailList: [],
  Policies: [],
};

test('who becomes whom is offered from a pasted account, and stands as a chain', async ({ playground }) => {
  const { page, verdict } = playground;
  await playground.open();
  await playground.ask({ action: 's3:PutObject', resource: 'arn:aws:s3:::example-site/index.html' });
  await page.getByRole('button', { name: 'Paste', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByRole('textbox', { name: 'Error message, event or command output' })
    .fill(JSON.stringify(ACCOUNT));
  await dialog.getByRole('option', { name: /Publish/ }).click();
  await dialog.getByLabel('Who becomes Publish').selectOption('role Tooling');
  await dialog.getByLabel('Who becomes Tooling').selectOption('user dana');
  await playground.arrives();
  await dialog.getByRole('button', { name: 'Fill in the case' }).click();
  await expect(verdict).toContainText('Allowed.');
  const chain = page.getByRole('region', { name: 'Chain of roles' });
  await expect(chain.getByRole('listitem')).toHaveText([
    /^Step 1, sts:AssumeRole by dana: Allowed/,
    /^Step 2, sts:AssumeRole by dana: Allowed/,
    /^Step 3, s3:PutObject by dana: Allowed/,
  ]);
  await expect(page.getByRole('textbox', { name: 'Principal', exact: true })).toHaveValue(
    'arn:aws:sts::111122223333:assumed-role/Publish/dana',
  );

  // The last step assumes a role, and a message of its session comes, without the policies: the step can stand before it.
  await playground.ask({ action: 'sts:AssumeRole', resource: named('role', 'Archive') });
  await page.getByRole('button', { name: 'Paste', exact: true }).click();
  await dialog
    .getByRole('textbox', { name: 'Error message, event or command output' })
    .fill(
      'User: arn:aws:sts::111122223333:assumed-role/Archive/dana is not authorized to perform: s3:DeleteObject on resource: "arn:aws:s3:::example-site/old.html" because no identity-based policy allows the s3:DeleteObject action',
    );
  await dialog.getByRole('checkbox', { name: /keep it as the step before, in a chain$/ }).check();
  await playground.arrives();
  await dialog.getByRole('button', { name: 'Fill in the case' }).click();
  await expect(chain.getByRole('listitem')).toHaveText([
    /^Step 1, sts:AssumeRole by dana: Allowed/,
    /^Step 2, sts:AssumeRole by dana: Allowed/,
    /^Step 3, sts:AssumeRole by dana: Denied/,
    /^Step 4, s3:DeleteObject by dana: Undetermined/,
  ]);
});
