import { axeFaults } from './axe';
import { expect, test } from './playground';

const PLACES = [
  { word: 'Compare', route: '#/compare', heading: 'What does the new version allow' },
  { word: 'Tighten', route: '#/tighten', heading: 'What did it use' },
  { word: 'Account', route: '#/account', heading: 'Who in the account' },
  { word: 'Learn', route: '#/learn', heading: 'Learn IAM, case by case' },
];

test('every place has a word in the bar, a route, a title and a heading that takes the focus', async ({
  playground,
}) => {
  const { page } = playground;
  await playground.open();
  await playground.example('Nightly report can’t be uploaded');
  const places = page.getByRole('navigation', { name: 'Places' });
  for (const { word, route, heading } of PLACES) {
    await places.getByRole('link', { name: word, exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`${route}$`));
    await expect(page).toHaveTitle(`${word} · Nightly report can’t be uploaded · Verdict`);
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeFocused();
    await expect(places.getByRole('link', { name: word, exact: true })).toHaveAttribute(
      'aria-current',
      'page',
    );
  }
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Who in the account' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Who in the account' })).toBeVisible();
  await page.goForward();
  await expect(page.getByRole('heading', { level: 1, name: 'Learn IAM, case by case' })).toBeVisible();
});

test('nothing in Case is lost by looking at another place', async ({ playground }) => {
  const { page, verdict, walk } = playground;
  await playground.open();
  await playground.example('CI can’t launch in eu-north-1');
  await walk.getByRole('button', { name: 'Open all' }).click();
  const scrolled = await walk.locator('.body').evaluate((body) => {
    body.scrollTop = 60;
    return body.scrollTop;
  });
  await playground.editor();
  const sentence = await verdict.innerText();
  await page.getByRole('link', { name: 'Tighten', exact: true }).click();
  await expect(verdict).toBeHidden();
  await expect(page.getByRole('button', { name: 'Format' })).toHaveCount(0);
  await page.goBack();
  await expect(verdict).toBeVisible();
  await expect(verdict).toBeFocused();
  expect(await verdict.innerText()).toBe(sentence);
  expect(await walk.locator('.body').evaluate((body) => body.scrollTop)).toBe(scrolled);
});

test('a case link stays Case, and coming back to it does not ask', async ({ playground }) => {
  const { page, verdict } = playground;
  await playground.open();
  await playground.example('Nightly report can’t be uploaded');
  const link = await playground.link();
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  await page.goto('about:blank');
  await playground.open(new URL(link).hash.slice(1));
  await page.getByRole('link', { name: 'Learn', exact: true }).click();
  await page.goBack();
  await expect(verdict).toContainText('The permissions boundary has no Allow');
  await playground.ask({ action: 's3:GetObject' });
  await page.getByRole('link', { name: 'Learn', exact: true }).click();
  await page.goBack();
  await expect(page.getByLabel('Action', { exact: true })).toHaveValue('s3:GetObject');
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
});

test('a place that does not exist leaves the page as it is and says so', async ({ playground }) => {
  await playground.open('/nowhere');
  await expect(playground.page.getByRole('status').getByText(/no place called nowhere/)).toBeVisible();
});

test('no axe violations in a place with nothing in it', async ({ playground }) => {
  test.setTimeout(180_000);
  const { page } = playground;
  await playground.open();
  for (const width of [1440, 1024, 390]) {
    await page.setViewportSize({ width, height: 844 });
    for (const { word, heading } of PLACES) {
      await page.getByRole('link', { name: word, exact: true }).click();
      await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
      expect(await axeFaults(page), `${word} at ${width}`).toEqual([]);
    }
  }
});
