import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './playground';

const STATES = [
  undefined,
  'Nightly report can’t be uploaded',
  'CI can’t launch in eu-north-1',
  'Analytics reads the data lake',
  'Alice can’t open the Q3 records',
  'Nightly report, half-edited policy',
];

for (const colorScheme of ['light', 'dark'] as const)
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 1024, height: 768 },
    { width: 390, height: 844 },
  ])
    test(`no axe violations: ${viewport.width} ${colorScheme}`, async ({ playground }) => {
      // Six whole-page analyses; a busy machine takes its time.
      test.setTimeout(240_000);
      const { page } = playground;
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      for (const title of STATES) {
        await page.setViewportSize({ width: 1440, height: 900 });
        await playground.open();
        if (title !== undefined) {
          await playground.example(title);
        }
        await page.setViewportSize(viewport);
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
          .analyze();
        expect(
          violations.map(
            ({ id, nodes }) =>
              `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} (${failureSummary ?? ''})`).join(', ')}`,
          ),
          title ?? 'empty',
        ).toEqual([]);
      }
    });
