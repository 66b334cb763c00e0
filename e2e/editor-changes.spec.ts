/** Changes that the editor makes at a key: fixes, rewrites, undo. */
import { expect, test, type Playground } from './playground';

const LIST = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "sqs:List*",
      "Resource": "*"
    }
  ]
}`;

async function openIdentity(playground: Playground, text: string): Promise<void> {
  await playground.open();
  await playground.page.getByRole('button', { name: 'Add a policy' }).click();
  await playground.page.getByRole('menuitem', { name: /Identity-based/ }).click();
  await playground.paste(text);
}

/** The text of the open policy as the page has it, whatever the editor draws. */
const textOf = (playground: Playground): Promise<string> =>
  playground.page
    .locator('.view-lines')
    .innerText()
    .then((text) => text.replaceAll('\u00a0', ' '));

/** Puts the caret before the last character of a word, which stands once in the text. */
async function caretIn(playground: Playground, word: string): Promise<void> {
  const { page } = playground;
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('ControlOrMeta+F');
  const find = page.getByRole('textbox', { name: 'Find' });
  await find.fill(word);
  await find.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
}

test('a wildcard opens to the list it stands for by a key, as one step', async ({ playground }) => {
  const { page } = playground;
  await openIdentity(playground, LIST);
  await caretIn(playground, 'sqs:List*');
  // The light bulb comes with the reference.
  await expect(page.getByRole('button', { name: 'Fixes and other ways to write it' })).toBeVisible({
    timeout: 15_000,
  });
  await page.keyboard.press('ControlOrMeta+.');
  const choice = page.getByRole('option', { name: /Replace sqs:List\* by the 4 actions it covers/ });
  await expect(choice).toContainText('later ones are not allowed then');
  await page.keyboard.press('Enter');
  await expect.poll(() => textOf(playground)).toContain('"sqs:ListQueueTags",');
  expect(await textOf(playground)).toContain('"Action": [');

  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect.poll(() => textOf(playground)).toContain('"Action": "sqs:List*"');
});

test('the undo of the editor and the undo of the page go the same way', async ({ playground }) => {
  const { page } = playground;
  await openIdentity(playground, LIST);
  await caretIn(playground, 'sqs:List*');
  await page.keyboard.type('Dead');
  await expect.poll(() => textOf(playground)).toContain('"sqs:ListDead*"');
  await page.keyboard.press('Escape');

  // What the editor undid is undone: the page's next step back is the one before.
  await page.keyboard.press('ControlOrMeta+Z');
  await expect.poll(() => textOf(playground)).toContain('"sqs:List*"');
  await page.getByRole('button', { name: 'Redo' }).first().click();
  await expect.poll(() => textOf(playground)).toContain('"sqs:ListDead*"');

  // What the page undid is undone in the editor too: its own key goes on from there.
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect.poll(() => textOf(playground)).toContain('"sqs:List*"');
  await playground.editor();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect.poll(() => textOf(playground)).not.toContain('sqs:List');
});

test('resting on a word by a key explains it, and its link rewrites it', async ({ playground }) => {
  const { page } = playground;
  await openIdentity(playground, LIST);
  await caretIn(playground, 'sqs:List*');
  const hover = page.locator('.monaco-hover').filter({ hasText: 'Covers 4 actions of Amazon SQS' });
  await expect(async () => {
    await page.keyboard.press('ControlOrMeta+K');
    await page.keyboard.press('ControlOrMeta+I');
    await expect(hover).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: 20_000 });
  await expect(hover.getByText('AWS: Amazon SQS')).toBeVisible();
  await hover.getByText(/^Replace sqs:List\* by the 4 actions/).click();
  await expect.poll(() => textOf(playground)).toContain('"sqs:ListQueueTags",');
});

test('a statement is renamed by F2, as one step, and not to a name that is refused', async ({
  playground,
}) => {
  const { page } = playground;
  await openIdentity(playground, LIST.replace('"Effect"', '"Sid": "Old", "Effect"'));
  await caretIn(playground, 'sqs:List*');
  await page.keyboard.press('F2');
  const box = page.getByRole('textbox', { name: /Rename input/ });
  await expect(box).toHaveValue('Old');
  await box.fill('Old queues');
  await box.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'letters and digits only' })).toBeVisible();
  await page.keyboard.press('F2');
  await box.fill('Queues');
  await box.press('Enter');
  await expect.poll(() => textOf(playground)).toContain('"Sid": "Queues"');
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect.poll(() => textOf(playground)).toContain('"Sid": "Old"');
  expect(await textOf(playground)).toContain('sqs:List*');
});
