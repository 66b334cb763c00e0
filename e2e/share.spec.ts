import { expect, test } from './playground';

test('a link carries the whole case to someone else', async ({ playground, browser }) => {
  await playground.open();
  await playground.example('Nightly report can’t be uploaded');
  await expect(playground.verdict).toContainText('The permissions boundary has no Allow');
  const link = await playground.link();

  const elsewhere = await (await browser.newContext()).newPage();
  await elsewhere.goto(link);
  await expect(elsewhere.locator('#verdict')).toContainText('The permissions boundary has no Allow');
  await expect(elsewhere.locator('.bar-case')).toHaveText('Nightly report can’t be uploaded');
  await elsewhere.context().close();
});

test('a link never replaces work without asking, and the answer can be undone', async ({ playground }) => {
  const { page, verdict } = playground;
  await playground.open();
  await playground.example('Nightly report can’t be uploaded');
  const link = await playground.link();

  await playground.caseMenu('New, empty case');
  await expect(verdict).toContainText('What was asked');
  await playground.ask({ action: 'sqs:SendMessage' });

  await page.goto(link);
  const question = page.getByRole('alertdialog');
  await question.getByRole('button', { name: 'Keep my work' }).click();
  await expect(page.getByLabel('Action', { exact: true })).toHaveValue('sqs:SendMessage');
  expect(page.url()).not.toContain('#');

  await page.goto(link);
  await question.getByRole('button', { name: 'Open the link' }).click();
  await expect(verdict).toContainText('The permissions boundary has no Allow');
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(page.getByLabel('Action', { exact: true })).toHaveValue('sqs:SendMessage');

  // Held against one's own: the work on the page is what the link is compared with.
  await page.goto('about:blank');
  await page.goto(link);
  await question.getByRole('button', { name: 'Compare with mine' }).click();
  await expect(page).toHaveURL(/#\/compare/);
  await expect(page.getByRole('heading', { level: 1 }).locator('visible=true')).toBeFocused();
  await page.getByRole('link', { name: 'Case', exact: true }).click();
  await expect(playground.title).toHaveText('Nightly report can’t be uploaded');

  // What was changed since the link came is said in the bar, and shown from the case's menu.
  await playground.ask({ action: 's3:GetObject' });
  await expect(playground.title).toContainText('changed since the link');
  await playground.caseMenu('Changed since the link');
  await expect(page).toHaveURL(/#\/compare/);
  await page.getByRole('link', { name: 'Case', exact: true }).click();
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(playground.title).not.toContainText('changed since the link');
  // A reload in between forgets none of it.
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(playground.title).toContainText('changed since the link');
  await page.reload();
  await expect(page.getByLabel('Action', { exact: true })).toHaveValue('s3:GetObject');
  await expect(playground.title).toContainText('changed since the link');
});

for (const [what, fragment, message] of [
  ['broken', '1.d.AAAAnonsense', 'damaged'],
  ['cut short', '1.d.', 'damaged'],
  ['newer', '99.d.q1YqzixIVbJSSlTSUSpJLS5RqgUA', 'newer version'],
  ['no case', 'section-2', 'damaged'],
] as const)
  test(`a ${what} link says so and keeps what was there`, async ({ playground }) => {
    const { page } = playground;
    await playground.open();
    await playground.ask({ action: 'sqs:SendMessage' });
    await page.goto(`/#${fragment}`);
    await expect(page.getByRole('status').filter({ hasText: message })).toBeVisible();
    await expect(page.getByLabel('Action', { exact: true })).toHaveValue('sqs:SendMessage');
  });

test('new starts empty, also after a reload, and undo brings the old case back', async ({ playground }) => {
  const { page, verdict } = playground;
  await playground.open();
  await playground.example('Nightly report can’t be uploaded');
  await playground.caseMenu('New, empty case');
  await expect(verdict).toContainText('What was asked');
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(verdict).toContainText('The permissions boundary has no Allow');
  await page.getByRole('button', { name: 'Redo' }).click();
  // The draft is kept a moment after the change, and at the latest when the page goes away.
  await page.reload();
  await expect(verdict).toContainText('What was asked');
});

test('a case goes to a file and comes back from it', async ({ playground }) => {
  const { page, verdict } = playground;
  await playground.open();
  await playground.example('Nightly report can’t be uploaded');
  const saved = page.waitForEvent('download');
  await playground.caseMenu('Save as a file');
  const download = await saved;
  expect(download.suggestedFilename()).toBe('nightly-report-can-t-be-uploaded.verdict.json');

  await playground.caseMenu('New, empty case');
  await expect(verdict).toContainText('What was asked');
  const chooser = page.waitForEvent('filechooser');
  await playground.caseMenu('Open from a file…');
  await (await chooser).setFiles(await download.path());
  await expect(verdict).toContainText('The permissions boundary has no Allow');
});
