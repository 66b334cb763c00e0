import { axeFaults } from './axe';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './playground';

/** The lesson that the specs play: a queue’s policy that names the account. */
const LESSON = '/learn/res-account';

async function open(page: Page, fragment: string): Promise<void> {
  await page.goto(`/#${fragment}`);
  await expect(page.locator('[data-place="learn"] h1').first()).toBeVisible();
}

const learn = (page: Page): Locator => page.locator('[data-place="learn"]');
const band = (page: Page): Locator => learn(page).getByRole('region', { name: 'Verdict' });

/** Replaces the policy that is the learner’s to change. */
async function write(page: Page, text: string): Promise<void> {
  const editor = learn(page).locator('.monaco-editor .native-edit-context').first();
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await editor.focus({ timeout: 30_000 });
  // While the lesson is coming, the editor may be made anew: what is pressed then would be for the page.
  await expect(async () => {
    await editor.focus();
    await expect(editor).toBeFocused({ timeout: 1000 });
  }).toPass();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('ControlOrMeta+V');
}

const policy = (principal: string, action: string): string =>
  JSON.stringify(
    {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: principal },
          Action: action.includes(',') ? action.split(',') : action,
          Resource: 'arn:aws:sqs:eu-west-1:111122223333:orders',
        },
      ],
    },
    null,
    2,
  );

const TOM = 'arn:aws:iam::111122223333:user/tom';

test('a chapter is played by keyboard, from the list to the next lesson', async ({ playground }) => {
  test.setTimeout(120_000);
  const { page } = playground;
  await open(page, '/learn');
  await page.getByRole('link', { name: /A ceiling isn’t a floor/ }).focus();
  for (const title of ['A ceiling isn’t a floor', 'Through the side door', 'A policy in the luggage']) {
    await page.keyboard.press('Enter');
    await expect(learn(page).getByRole('heading', { level: 1, name: title })).toBeFocused();
    await expect(band(page)).toContainText('What will AWS say?');
    const options = learn(page).getByRole('radiogroup').getByRole('radio');
    await options.first().focus();
    await page.keyboard.press('2');
    await expect(options.nth(1)).toBeChecked();
    await page.keyboard.press('Enter');
    await expect(learn(page).getByText('You said, and were fairly sure')).toBeVisible();
    await expect(band(page)).not.toContainText('What will AWS say?');
    // What came next has the focus, so that Tab goes on from there.
    await expect(learn(page).getByRole('heading', { level: 1, name: title })).toBeFocused();
    await learn(page).getByRole('button', { name: 'Repair it' }).focus();
    await page.keyboard.press('Enter');
    await expect(learn(page).getByRole('list', { name: 'Tests' })).toBeVisible();
    for (let hint = 0; hint < 3; hint += 1) {
      await learn(page).getByRole('button', { name: /hint/ }).focus();
      await page.keyboard.press('Enter');
    }
    await learn(page).getByRole('button', { name: 'Show me' }).focus();
    await page.keyboard.press('Enter');
    await expect(learn(page).getByRole('heading', { level: 1, name: 'Seen' })).toBeFocused();
    await learn(page).getByRole('link', { name: /^Next/ }).focus();
  }
});

test('a wrong answer is answered by its own reason, and nothing shows before', async ({ playground }) => {
  const { page } = playground;
  await open(page, LESSON);
  await expect(band(page)).toContainText('What will AWS say?');
  for (const word of ['No Allow', 'Delegates', 'Denied.', 'No Deny matches'])
    await expect(learn(page).getByText(word, { exact: true })).toHaveCount(0);
  await expect(
    learn(page).getByRole('img', { name: /No outcome is shown until you have answered/ }),
  ).toHaveCount(1);
  await learn(page)
    .getByRole('radio', { name: /stands for everyone in the account/ })
    .check();
  // The dashed path has words for those who don’t see it.
  await expect(learn(page).getByRole('img', { name: /Your answer: it comes through/ })).toHaveCount(1);
  await learn(page).getByRole('radio', { name: 'Certain' }).check();
  await learn(page).getByRole('button', { name: 'Run it' }).click();
  await expect(learn(page).getByText('You said, and were certain')).toBeVisible();
  await expect(learn(page).getByText('It isn’t so.', { exact: true })).toBeVisible();
  await expect(learn(page).getByText(/it hands the decision on to the account’s own policies/)).toBeVisible();
  await expect(band(page).getByRole('heading')).toContainText('Denied.');
  await expect(learn(page).getByText('Asked again in 1 day: you were certain')).toBeVisible();
  await expect(band(page).getByRole('status')).toContainText('You said Allowed. It isn’t so.');
});

test('the right verdict for another reason is told apart', async ({ playground }) => {
  const { page } = playground;
  await open(page, LESSON);
  await learn(page)
    .getByRole('radio', { name: /is only the root user/ })
    .check();
  await learn(page).getByRole('button', { name: 'Run it' }).click();
  await expect(
    learn(page).getByText('The verdict is right, the reason is another.', { exact: true }),
  ).toBeVisible();
});

test('a puzzle is solved by what the policy does; a loose solution is answered', async ({ playground }) => {
  test.setTimeout(120_000);
  const { page } = playground;
  await open(page, `${LESSON}/repair`);
  const tests = learn(page).getByRole('list', { name: 'Tests' });
  await expect(tests).toContainText('2 more, shown when these pass');
  await expect(tests.getByText('Writing the account in another way is still the account.')).toBeVisible();
  // The visible tests hold, and a hidden one does not: it is shown with its sentence.
  await write(page, policy(TOM, 'sqs:*'));
  await expect(tests.getByRole('listitem').filter({ hasText: 'Tom can’t empty the queue' })).toContainText(
    'fails',
  );
  await write(page, policy(TOM, 'sqs:SendMessage,sqs:GetQueueUrl'));
  await expect(learn(page).getByText('Solved.', { exact: true })).toBeVisible();
  await learn(page).getByRole('button', { name: 'See what it opens' }).click();
  await expect(
    learn(page).getByText(/It opens 2 actions that the start did not allow; the model’s opens 1/),
  ).toBeVisible({
    timeout: 30_000,
  });
  await expect(learn(page).getByText('It also lets this through,')).toBeVisible({ timeout: 30_000 });
  await learn(page).getByRole('button', { name: 'Watch it go through the gates' }).click();
  await expect(learn(page).getByRole('textbox', { name: 'Action' })).toHaveText('sqs:GetQueueUrl');
  await expect(band(page).getByRole('heading')).toContainText('Allowed.');
});

test('hints come one by one, and showing the solution counts as seen', async ({ playground }) => {
  const { page } = playground;
  await open(page, `${LESSON}/repair`);
  await expect(learn(page).getByText('Who must stand in')).toHaveCount(0);
  await learn(page).getByRole('button', { name: 'A hint' }).click();
  await expect(learn(page).getByText('Who must stand in')).toBeVisible();
  await expect(learn(page).getByRole('button', { name: 'Show me' })).toHaveCount(0);
  await learn(page).getByRole('button', { name: 'Another hint · 1 of 3' }).click();
  await learn(page).getByRole('button', { name: 'Another hint · 2 of 3' }).click();
  await learn(page).getByRole('button', { name: 'Show me' }).click();
  await expect(learn(page).getByRole('heading', { level: 1, name: 'Seen' })).toBeVisible();
  await expect(learn(page).getByText('The solution was shown, 3 hints of 3')).toBeVisible();
  await learn(page)
    .getByRole('link', { name: /Leave|Chapters/ })
    .first()
    .click();
  await expect(
    learn(page).getByRole('link', { name: /Naming the account names nobody\s*, seen/ }),
  ).toBeVisible();
});

test('a reload in the middle finds the answer and the attempt again', async ({ playground }) => {
  test.setTimeout(120_000);
  const { page } = playground;
  await open(page, LESSON);
  await learn(page)
    .getByRole('radio', { name: /is only the root user/ })
    .check();
  await learn(page).getByRole('radio', { name: 'Guess' }).check();
  await learn(page).getByRole('button', { name: 'Run it' }).click();
  await learn(page).getByRole('button', { name: 'Repair it' }).click();
  await write(page, policy(TOM, 'sqs:*'));
  await expect(learn(page).getByText('Tom can’t empty the queue')).toBeVisible();
  await page.reload();
  await expect(learn(page).getByText('Tom can’t empty the queue')).toBeVisible();
  await page.goBack();
  await expect(learn(page).getByText('You said, and were guessing')).toBeVisible();
});

test('the case of the page stays as it is, and playing with a lesson can be undone', async ({
  playground,
}) => {
  const { page } = playground;
  await playground.open();
  await playground.example('Nightly report can’t be uploaded');
  await open(page, LESSON);
  await learn(page)
    .getByRole('radio', { name: /is only the root user/ })
    .check();
  await learn(page).getByRole('button', { name: 'Run it' }).click();
  await learn(page).getByRole('button', { name: 'Play with the case' }).click();
  await expect(playground.title).toHaveText('Naming the account names nobody');
  await expect(page.getByText('This case comes from a lesson, as somebody left it.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(playground.title).toHaveText('Nightly report can’t be uploaded');
});

test('a puzzle is shared as it stands, and a case becomes a lesson', async ({ playground }) => {
  test.setTimeout(120_000);
  const { page } = playground;
  await open(page, `${LESSON}/repair`);
  await write(page, policy(TOM, 'sqs:*'));
  await expect(learn(page).getByText('Tom can’t empty the queue')).toBeVisible();
  await learn(page).getByRole('button', { name: 'Share it as it stands' }).click();
  await expect(page.getByText('It names the lesson.')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain('#2.');
  await page.goto('about:blank');
  await page.goto(link);
  await expect(page.getByText('This case comes from a lesson, as somebody left it.')).toBeVisible();
  await expect(playground.title).toHaveText('Naming the account names nobody');

  await open(page, '/learn/make');
  await expect(learn(page).getByRole('heading', { name: 'Make a lesson of this case' })).toBeVisible();
  await learn(page).getByLabel('The rule').fill('Send is not everything.');
  await learn(page).getByRole('button', { name: 'Play it' }).click();
  await expect(band(page)).toContainText('What will AWS say?');
  await learn(page).getByRole('radiogroup').getByRole('radio').first().check();
  await learn(page).getByRole('button', { name: 'Run it' }).click();
  await expect(learn(page).getByText('Send is not everything.')).toBeVisible();
  await expect(learn(page).getByText('You said, and were fairly sure')).toBeVisible();
});

test('a link opens a lesson from its start, and an unknown one says so', async ({ playground }) => {
  const { page } = playground;
  await open(page, '/learn/role-github');
  await expect(learn(page).getByRole('heading', { level: 1, name: 'A star that was meant' })).toBeVisible();
  await open(page, '/learn/no-such-lesson');
  await expect(learn(page).getByRole('heading', { name: 'There is no such lesson' })).toBeVisible();
  await learn(page).getByRole('link', { name: 'All lessons' }).click();
  await expect(learn(page).getByRole('heading', { name: 'Learn IAM, case by case' })).toBeVisible();
});

test('progress is forgotten on a click', async ({ playground }) => {
  const { page } = playground;
  await open(page, LESSON);
  await learn(page).getByRole('button', { name: 'Just show me' }).click();
  await learn(page).getByRole('link', { name: 'Chapters' }).click();
  await expect(
    learn(page).getByRole('link', { name: /Naming the account names nobody\s*, seen/ }),
  ).toBeVisible();
  await learn(page).getByRole('button', { name: 'Forget it' }).click();
  await learn(page).getByRole('button', { name: 'Forget all of it' }).click();
  await expect(
    learn(page).getByRole('link', { name: /Naming the account names nobody\s*, not yet/ }),
  ).toBeVisible();
});

test('ten cases tell which chapters can be skipped', async ({ playground }) => {
  const { page } = playground;
  await open(page, '/learn/test');
  await learn(page).getByRole('button', { name: 'Begin' }).click();
  for (let item = 1; item <= 10; item += 1) {
    await expect(learn(page).getByText(`${item} of 10`)).toBeVisible();
    await learn(page).getByRole('button', { name: 'I don’t know' }).click();
  }
  await expect(learn(page).getByRole('heading', { level: 1, name: 'Where you stand' })).toBeFocused();
  await expect(learn(page).getByText('New: the whole chapter').first()).toBeVisible();
});

test('a phone plays a lesson in tabs, with the verdict above them', async ({ playground }) => {
  const { page } = playground;
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, LESSON);
  await expect(band(page)).toContainText('What will AWS say?');
  await learn(page)
    .getByRole('radio', { name: /is only the root user/ })
    .check();
  await learn(page).getByRole('button', { name: 'Flow' }).click();
  await expect(learn(page).getByText('Attached', { exact: true }).first()).toBeVisible();
  await learn(page).getByRole('button', { name: 'Lesson' }).click();
  await learn(page).getByRole('button', { name: 'Run it' }).click();
  await expect(band(page)).toContainText('Denied.');
  await learn(page).getByRole('button', { name: 'Repair it' }).click();
  await learn(page).getByRole('button', { name: 'Policies' }).click();
  await expect(learn(page).getByText('Tom sends: expects Allowed')).toBeVisible();
});

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 1100, height: 800 },
  { width: 390, height: 844 },
])
  test(`no axe violations in Learn: ${viewport.width}`, async ({ playground }) => {
    test.setTimeout(240_000);
    const { page } = playground;
    await page.setViewportSize(viewport);
    for (const fragment of [
      '/learn',
      LESSON,
      `${LESSON}/repair`,
      '/learn/who-lifetimes',
      '/learn/less-advisor',
      '/learn/audit-credentials',
      '/learn/steps-default',
      '/learn/test',
    ]) {
      await open(page, fragment);
      if (fragment === LESSON) {
        await learn(page)
          .getByRole('radio', { name: /is only the root user/ })
          .check();
        await learn(page).getByRole('button', { name: 'Run it' }).click();
        await expect(learn(page).getByText('The rule')).toBeVisible();
      }
      expect(await axeFaults(page), fragment).toEqual([]);
    }
  });
