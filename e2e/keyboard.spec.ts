import type { Page } from '@playwright/test';
import { expect, test } from './playground';

/** What moved by itself: every transition and animation that ran for a time, with what it was on. */
async function watchMotion(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.addInitScript(() => {
    const seen = new Set<string>();
    Object.assign(window, { motion: seen });
    const look = (event: Event): void => {
      const { target } = event;
      if (!(target instanceof Element)) return;
      for (const animation of target.getAnimations()) {
        const { duration } = animation.effect!.getComputedTiming();
        // A caret that blinks is what the editor's caret is.
        if (
          typeof duration === 'number' &&
          duration > 0 &&
          target.closest('.monaco-editor .cursors-layer') === null
        )
          seen.add(`${event.type} on ${target.tagName} .${target.getAttribute('class') ?? ''}`);
      }
    };
    for (const type of ['transitionrun', 'animationstart']) document.addEventListener(type, look, true);
  });
  return () => page.evaluate(() => [...(window as unknown as { motion: Set<string> }).motion]);
}

const freed = new WeakSet<Page>();

/** Goes on by Tab until the named control has the focus, as somebody without a mouse does. In the editor Tab types. */
async function tabTo(page: Page, name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const control = page.getByRole('button', { name }).or(page.getByRole('link', { name })).first();
  await expect(control).toBeVisible();
  for (let presses = 0; presses < 120; presses += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    const types = await page.evaluate(() => document.activeElement?.closest('.monaco-editor') !== null);
    // The key that lets Tab leave the editor, from then on.
    if (types && !freed.has(page)) {
      await page.keyboard.press('Control+m');
      freed.add(page);
    }
    await page.keyboard.press(key);
  }
  throw new Error(`${String(name)} was not reached in 120 presses`);
}

/** The focus is on something that shows it. */
async function expectFocus(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(() => document.activeElement !== null && document.activeElement !== document.body),
    )
    .toBe(true);
}

test('every place by keys alone, with nothing lost, and nothing that moves by itself', async ({
  playground,
}) => {
  const { page, verdict, walk } = playground;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const motion = await watchMotion(page);
  await playground.open();

  await tabTo(page, /^Examples/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('searchbox', { name: 'Search the examples' })).toBeFocused();
  await page.keyboard.type('Nightly report');
  await page.keyboard.press('Enter');
  await expect(verdict).toContainText('The permissions boundary has no Allow');
  await expectFocus(page);

  // A name is changed where it stands, and the focus stays there.
  await tabTo(page, /menu of this case$/, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Rename' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Title of this case')).toBeFocused();
  await page.keyboard.type('By keys');
  await page.keyboard.press('Enter');
  await expect(playground.title).toHaveText('By keys');
  await expect(playground.title).toBeFocused();

  // The last step back darkens its button: the one that leads forward again takes the focus.
  await tabTo(page, 'Undo');
  await page.keyboard.press('Enter');
  await expect(playground.title).toHaveText(/^Nightly report/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Redo', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(playground.title).toHaveText('By keys');
  await expectFocus(page);

  await tabTo(page, 'Open all');
  await page.keyboard.press('Enter');
  await expect(walk.getByRole('button', { name: 'Close all' })).toBeFocused();

  await page.getByRole('link', { name: 'Tighten', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#tighten-answer')).toBeFocused();
  await tabTo(page, /^A report job with/);
  await page.keyboard.press('Enter');
  await expect(page.locator('#tighten-answer')).toContainText('actions were used');
  await expectFocus(page);
  // What is taken out takes its button along: the focus goes to the heading, never to the page.
  await tabTo(page, 'Take out CloudTrail', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Take out CloudTrail' })).toHaveCount(0);
  await expect(page.locator('#tighten-answer')).toBeFocused();

  await page.getByRole('link', { name: 'Account', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#account-answer')).toBeFocused();
  await tabTo(page, /^An account where/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('grid')).toBeVisible();
  await expectFocus(page);

  await page.getByRole('link', { name: 'Compare', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#compare-answer')).toBeFocused();
  await tabTo(page, /^Keep this case as A/);
  await page.keyboard.press('Enter');
  // It goes on to Case, where the change is made.
  await expect(verdict).toBeFocused();
  await page.getByRole('link', { name: 'Compare', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Swap A and B' })).toBeVisible();
  await expectFocus(page);

  // A menu in a place that was filled meanwhile takes the focus, and gives it back.
  const other = page.getByRole('button', { name: /^A is/ });
  await other.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu')).toBeVisible();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('[role=menu]') !== null))
    .toBe(true);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toBeHidden();
  await expect(other).toBeFocused();

  await page.getByRole('link', { name: 'Learn', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#learn-answer')).toBeFocused();
  await tabTo(page, /^Open the lesson/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radio').first()).toBeVisible();

  expect(await motion()).toEqual([]);
});
