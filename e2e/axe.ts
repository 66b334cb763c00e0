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

/** Nothing is drawn in frames, so none are looked through; only what is wrong is written down. Both halve the time. */
function axeOf(page: Page, within: readonly string[]): AxeBuilder {
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  return within.reduce((builder, part) => builder.include(part), axe);
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
