/** Suggestions asked for by a key, in a statement that is half written; laying out and folding. */
import { expect, test, type Playground } from './playground';

const HALF = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "sqs:SendMess",
      "Resource": "*"
    }
  ]
}`;

const OFFERS = '.suggest-widget .monaco-list-row';

/** What the page has taken in of the open policy's text, drawn or not. */
async function kept({ page }: Playground): Promise<string> {
  const draft = await page.evaluate(() => localStorage.getItem('verdict.draft') ?? '{}');
  const { policies } = JSON.parse(draft) as { policies?: { identity?: readonly { text: string }[] } };
  return policies?.identity?.[0]?.text ?? '';
}

for (const key of ['Tab', 'Enter'])
  test(`a suggestion asked for in half a word is taken by ${key}, in place of the whole word`, async ({
    playground,
  }) => {
    const { page } = playground;
    await playground.open();
    await playground.identityPolicy(HALF);
    await playground.caretIn('sqs:SendMess');
    const first = page.locator(OFFERS).first();
    // The actions come with the reference, which may still be on its way.
    await expect(async () => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+Space');
      await expect(first).toContainText('sqs:SendMessage', { timeout: 2000 });
    }).toPass({ timeout: 20_000 });
    await page.keyboard.press(key);
    const wanted = HALF.replace('sqs:SendMess', 'sqs:SendMessage');
    await expect.poll(() => kept(playground)).toBe(wanted);
  });

test('an element is suggested in a statement that misses its end', async ({ playground }) => {
  const { page } = playground;
  await playground.open();
  await playground.identityPolicy('{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Res"');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Control+Space');
  await expect(page.locator(OFFERS).first()).toContainText('Resource');
  await page.keyboard.press('Tab');
  await expect
    .poll(() => kept(playground))
    .toMatch(/^\{"Version": "2012-10-17", "Statement": \[\{"Effect": "Allow", "Resource": \S*$/);
});

test('a policy is laid out and folded by keys', async ({ playground }) => {
  const { page } = playground;
  await playground.open();
  await playground.identityPolicy(JSON.stringify(JSON.parse(HALF)));
  await page.keyboard.press('Shift+Alt+F');
  await expect.poll(() => kept(playground)).toBe(HALF);
  await playground.caretIn('sqs:SendMess');
  await page.keyboard.press('ControlOrMeta+Shift+[');
  await expect.poll(() => playground.text()).not.toContain('sqs:SendMess');
  await page.keyboard.press('ControlOrMeta+Shift+]');
  await expect.poll(() => playground.text()).toContain('sqs:SendMess');
});
