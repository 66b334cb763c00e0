import { axeFaults } from './axe';
import { expect, test } from './playground';

const STATES = [
  undefined,
  'Nightly report can’t be uploaded',
  'CI can’t launch in eu-north-1',
  'Analytics reads the data lake',
  'Alice can’t open the Q3 records',
  'Nightly report, half-edited policy',
];

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
])
  test(`no axe violations in light and in dark: ${viewport.width}`, async ({ playground }) => {
    // Six states of the page, each analysed twice; a busy machine takes its time.
    test.setTimeout(240_000);
    const { page } = playground;
    await playground.open();
    for (const title of STATES) {
      await page.setViewportSize({ width: 1440, height: 900 });
      if (title !== undefined) await playground.example(title);
      await page.setViewportSize(viewport);
      expect(await axeFaults(page), title ?? 'empty').toEqual([]);
    }
  });
