/** What opens over the editor is Monaco's own: it is held to the same rules as the page. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Playground } from './playground';
import { LIST } from './texts';

async function expectNoViolations({ page }: Playground, state: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const words = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} (${failureSummary ?? ''})`),
  );
  expect(words, state).toEqual([]);
}

for (const colorScheme of ['light', 'dark'] as const)
  test(`no axe violations in what opens over the editor: ${colorScheme}`, async ({ playground }) => {
    test.setTimeout(120_000);
    const { page } = playground;
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await playground.open();
    await playground.identityPolicy(LIST);
    await playground.caretIn('sqs:List*');

    await playground.explained('Covers 4 actions of Amazon SQS');
    await expectNoViolations(playground, 'hover');
    await page.keyboard.press('Escape');
    await playground.editor();

    await expect(page.getByRole('button', { name: 'Fixes and other ways to write it' })).toBeVisible();
    await page.keyboard.press('ControlOrMeta+.');
    await expect(page.getByRole('option', { name: /^Replace sqs:List\* by the 4 actions/ })).toBeVisible();
    await expectNoViolations(playground, 'fixes');
    await page.keyboard.press('Escape');

    await page.keyboard.press('Control+Space');
    await expect(page.locator('.suggest-widget .monaco-list-row').first()).toBeVisible();
    await expectNoViolations(playground, 'suggestions');
  });
