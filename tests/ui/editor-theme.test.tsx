// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { applyEditorTheme, followTheme } from '../../src/ui/editor/theme';

type Editor = Parameters<typeof followTheme>[0];

/** What the editor was told to put on: the base of each theme. */
function wardrobe(): { readonly monaco: Editor; readonly worn: string[] } {
  const worn: string[] = [];
  const defineTheme = (_: string, { base }: { base: string }): number => worn.push(base);
  return { monaco: { editor: { defineTheme, setTheme: () => undefined } } as unknown as Editor, worn };
}

function page(colorScheme: string): void {
  vi.stubGlobal('getComputedStyle', () => ({ colorScheme, getPropertyValue: () => '#000000' }));
}

afterEach(() => vi.unstubAllGlobals());

describe('the editor’s theme', () => {
  it('is put right where the page’s changed while the editor was coming', () => {
    const { monaco, worn } = wardrobe();
    page('light');
    applyEditorTheme(monaco);
    page('dark');
    followTheme(monaco)();
    expect(worn).toEqual(['vs', 'vs-dark']);
  });

  it('is left alone where nothing changed, and follows what changes later until it is stopped', async () => {
    const { monaco, worn } = wardrobe();
    page('light');
    applyEditorTheme(monaco);
    const stop = followTheme(monaco);
    expect(worn).toEqual(['vs']);
    page('dark');
    document.documentElement.setAttribute('data-theme', 'dark');
    await expect.poll(() => worn).toEqual(['vs', 'vs-dark']);
    stop();
  });
});
