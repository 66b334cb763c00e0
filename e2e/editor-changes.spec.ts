/** Changes that the editor makes at a key: fixes, rewrites, undo. */
import { expect, test } from './playground';
import { LIST } from './texts';

test('a wildcard opens to the list it stands for by a key, as one step', async ({ playground }) => {
  const { page } = playground;
  await playground.open();
  await playground.identityPolicy(LIST);
  await playground.caretIn('sqs:List*');
  // The light bulb comes with the reference.
  await expect(page.getByRole('button', { name: 'Fixes and other ways to write it' })).toBeVisible({
    timeout: 15_000,
  });
  await page.keyboard.press('ControlOrMeta+.');
  const choice = page.getByRole('option', { name: /Replace sqs:List\* by the 4 actions it covers/ });
  await expect(choice).toContainText('later ones are not allowed then');
  await page.keyboard.press('Enter');
  await expect.poll(() => playground.text()).toContain('"sqs:ListQueueTags",');
  expect(await playground.text()).toContain('"Action": [');

  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect.poll(() => playground.text()).toContain('"Action": "sqs:List*"');
});

test('the undo of the editor and the undo of the page go the same way', async ({ playground }) => {
  const { page } = playground;
  await playground.open();
  await playground.identityPolicy(LIST);
  await playground.caretIn('sqs:List*');
  await page.keyboard.type('Dead');
  await expect.poll(() => playground.text()).toContain('"sqs:ListDead*"');
  await page.keyboard.press('Escape');

  // What the editor undid is undone: the page's next step back is the one before.
  await page.keyboard.press('ControlOrMeta+Z');
  await expect.poll(() => playground.text()).toContain('"sqs:List*"');
  await page.getByRole('button', { name: 'Redo' }).first().click();
  await expect.poll(() => playground.text()).toContain('"sqs:ListDead*"');

  // What the page undid is undone in the editor too: its own key goes on from there.
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect.poll(() => playground.text()).toContain('"sqs:List*"');
  await playground.editor();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect.poll(() => playground.text()).not.toContain('sqs:List');
});

test('resting on a word by a key explains it, and its link rewrites it', async ({ playground }) => {
  await playground.open();
  await playground.identityPolicy(LIST);
  await playground.caretIn('sqs:List*');
  const hover = await playground.explained('Covers 4 actions of Amazon SQS');
  await expect(hover.getByText('AWS: Amazon SQS')).toBeVisible();
  await hover.getByText(/^Replace sqs:List\* by the 4 actions/).click();
  await expect.poll(() => playground.text()).toContain('"sqs:ListQueueTags",');
});

test('a statement is renamed by F2, as one step, and not to a name that is refused', async ({
  playground,
}) => {
  const { page } = playground;
  await playground.open();
  await playground.identityPolicy(LIST.replace('"Effect"', '"Sid": "Old", "Effect"'));
  await playground.caretIn('sqs:List*');
  await page.keyboard.press('F2');
  const box = page.getByRole('textbox', { name: /Rename input/ });
  await expect(box).toHaveValue('Old');
  await box.fill('Old queues');
  await box.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'letters and digits only' })).toBeVisible();
  await page.keyboard.press('F2');
  await box.fill('Queues');
  await box.press('Enter');
  await expect.poll(() => playground.text()).toContain('"Sid": "Queues"');
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect.poll(() => playground.text()).toContain('"Sid": "Old"');
  expect(await playground.text()).toContain('sqs:List*');
});

test('an answer that comes when its policy is gone is let go', async ({ playground }) => {
  const { page } = playground;
  let answer = (): void => undefined;
  const held = new Promise<void>((resolve) => (answer = resolve));
  let asked = false;
  // What the editor asks at the caret takes as long as its code takes to come.
  await page.route('**/rewrites-*.js', async (route) => {
    asked = true;
    await held;
    await route.continue();
  });
  await playground.open();
  await playground.example('Nightly report can’t be uploaded');
  await playground.editor();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => asked).toBe(true);
  await playground.example('CI can’t launch in eu-north-1');
  await expect.poll(() => playground.text()).not.toContain('s3:PutObject');
  const arrived = page.waitForResponse('**/rewrites-*.js');
  answer();
  await (await arrived).finished();
  // The next answer, asked in the policy that stands now, is told after the one that was held.
  await playground.editor();
  await playground.caretIn('Condition');
  await expect(page.getByRole('region', { name: 'Editor' })).toContainText('Condition');
});
