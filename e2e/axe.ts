import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function faults(axe: AxeBuilder, word: string): Promise<readonly string[]> {
  const { violations } = await axe.analyze();
  return violations.map(
    ({ id, nodes }) =>
      `${word}, ${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} (${failureSummary ?? ''})`).join(', ')}`,
  );
}

function axeOf(page: Page, within: readonly string[]): AxeBuilder {
  return within.reduce((axe, part) => axe.include(part), new AxeBuilder({ page }));
}

/**
 * What axe finds on the page as it stands, or in parts of it: every rule in light, and in dark the contrast, which
 * alone changes with the colours. Motion is reduced, so that nothing is measured half-way.
 */
export async function axeFaults(page: Page, within: readonly string[] = []): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await expect(page.locator('.monaco-editor.vs-dark')).toHaveCount(0);
  const light = await faults(axeOf(page, within).withTags(TAGS), 'light');
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  // The editor takes its colours on a moment after the page.
  await expect(page.locator('.monaco-editor:not(.vs-dark)')).toHaveCount(0);
  const dark = await faults(axeOf(page, within).withRules(['color-contrast']), 'dark');
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  return [...light, ...dark];
}
