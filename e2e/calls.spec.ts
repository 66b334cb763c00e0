import { expect, test } from './playground';

const KEY = 'arn:aws:kms:eu-west-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const ROLE = 'arn:aws:iam::111122223333:role/Analytics';
const allows = (statement: object) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', ...statement }],
});

/** A read that the bucket's policy and the caller's own allow; nothing is said of a key. */
const READ = {
  request: {
    principal: 'arn:aws:sts::111122223333:assumed-role/Analytics/dana',
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::example-partner/orders.csv',
    resourceAccount: '444455556666',
  },
  policies: {
    identity: [
      { name: 'Reads', document: allows({ Action: ['s3:GetObject', 'kms:Decrypt'], Resource: '*' }) },
    ],
    resource: {
      name: 'BucketPolicy',
      document: allows({ Principal: { AWS: ROLE }, Action: 's3:GetObject', Resource: '*' }),
    },
  },
};

const keyPolicy = (...principals: string[]): string =>
  JSON.stringify(allows({ Principal: { AWS: principals }, Action: 'kms:*', Resource: '*' }), null, 2);

const asLink = (scenario: object): string =>
  `1.p.${Buffer.from(JSON.stringify(scenario)).toString('base64url')}`;

test('an encrypted read is built, found denied by the key policy, mended, and handed on', async ({
  playground,
  browser,
}) => {
  const { page, verdict, policies } = playground;
  const call = page.getByRole('region', { name: 'The call and its requests' });
  const resource = page.getByRole('textbox', { name: 'Resource', exact: true });
  await playground.open(asLink(READ));
  await expect(verdict).toContainText('Allowed.');
  await expect(call).toBeHidden();

  await page.getByRole('button', { name: 'Other permissions this call needs' }).click();
  const form = page.getByRole('form', { name: 'The object is encrypted with a KMS key' });
  await expect(form.getByRole('textbox')).toHaveValue('arn:aws:kms:us-east-1:444455556666:key/');
  await playground.makesRoom();
  await form.getByRole('button', { name: /^Add/ }).click();

  // Nothing is claimed before the key is named and its policy is known.
  await expect(call).toContainText('This call is not decided: 1 of 2 checks is open.');
  // The picture follows the verdict, and takes the room that was asked for.
  await expect(page.getByRole('img', { name: 'The checks of one call' })).toBeAttached();
  await playground.arrives();
  await expect(resource).toBeFocused();
  await resource.fill(KEY);
  await expect(call).toContainText('This call is not decided: 1 of 2 checks is open.');

  await policies.getByRole('button', { name: 'Add a policy' }).click();
  await page.getByRole('menuitem', { name: 'KMS key policy' }).click();
  await playground.paste(keyPolicy('arn:aws:iam::444455556666:root'));
  await expect(call).toContainText('This call is denied: 1 of 2 checks fails.');
  await expect(verdict).toContainText('The key policy in 444455556666 has no Allow for kms:Decrypt');

  // From the part that passes to the one that doesn't. The bucket's policy is the bucket's alone.
  await call.getByRole('radio', { name: /s3:GetObject/ }).click();
  await expect(verdict).toContainText('Allowed.');
  await expect(policies).toContainText('BucketPolicy');
  await expect(policies).not.toContainText('KeyPolicy');
  await page.getByRole('button', { name: '2 kms:Decrypt' }).click();
  await expect(verdict).toContainText('Denied.');
  await expect(policies).not.toContainText('BucketPolicy');

  await policies.getByText('KeyPolicy').click();
  await playground.paste(keyPolicy('arn:aws:iam::444455556666:root', ROLE));
  await expect(call).toContainText('This call is allowed: all 2 checks pass.');
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(call).toContainText('This call is denied: 1 of 2 checks fails.');
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(call).toContainText('This call is allowed');

  const link = await playground.link();
  const elsewhere = await (await browser.newContext()).newPage();
  await elsewhere.goto(link);
  const there = elsewhere.getByRole('region', { name: 'The call and its requests' });
  await expect(there).toContainText('This call is allowed: all 2 checks pass.');
  await there.getByRole('radio', { name: /kms:Decrypt/ }).click();
  await expect(elsewhere.getByRole('textbox', { name: 'Resource', exact: true })).toHaveValue(KEY);
  await expect(elsewhere.getByRole('button', { name: /kms:ViaService: s3\.eu-west-1/ })).toBeVisible();
  await elsewhere.context().close();
});

test('the requests of a call are reached, named, moved and removed by the keyboard', async ({
  playground,
}) => {
  const { page, verdict } = playground;
  const call = page.getByRole('region', { name: 'The call and its requests' });
  const tab = (name: RegExp) => call.getByRole('radio', { name });
  await playground.open();
  await playground.example('A launch that fails on what it uses');
  await expect(call).toContainText('This call is denied: 2 of 8 checks fail.');

  // The request that denies the call is the one that stands open.
  await expect(tab(/The subnet/)).toBeChecked();
  await expect(verdict).toContainText('Denied.');

  await tab(/The subnet/).focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(tab(/The image/)).toBeChecked();
  await expect(verdict).toContainText('Allowed.');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(tab(/The subnet/)).toBeChecked();

  const menu = call.getByRole('button', { name: 'Change this request of the call' });
  await menu.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Rename' }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'Name of this request' })).toBeFocused();
  await expect(page.getByRole('textbox', { name: 'Name of this request' })).toBeFocused();
  await page.keyboard.type('Production subnet');
  await page.keyboard.press('Enter');
  await expect(tab(/3 Production subnet/)).toBeChecked();

  await menu.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Move earlier' }).press('Enter');
  await expect(tab(/2 Production subnet/)).toBeChecked();

  await menu.focus();
  await page.keyboard.press('Enter');
  await playground.makesRoom();
  await page.getByRole('menuitem', { name: 'Remove' }).press('Enter');
  await expect(call).toContainText('This call is denied: 1 of 7 checks fails.');
  await playground.makesRoom();
  await page.getByRole('button', { name: 'Undo' }).last().press('Enter');
  await expect(call).toContainText('This call is denied: 2 of 8 checks fail.');
});

test('on a phone the requests scroll sideways and the one looked at stays in sight', async ({
  playground,
}) => {
  const { page, verdict } = playground;
  await page.setViewportSize({ width: 390, height: 844 });
  await playground.open(
    asLink({
      ...READ,
      linked: ['One', 'Two', 'Three', 'Four'].map((name) => ({ name, request: {} })),
    }),
  );
  const call = page.getByRole('region', { name: 'The call and its requests' });
  await expect(call).toContainText('This call is allowed: all 5 checks pass.');
  await call.getByRole('radio', { name: /Four/ }).click();
  await expect(call.getByRole('radio', { name: /Four/ })).toBeInViewport();
  await expect(verdict).toContainText('Allowed.');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
