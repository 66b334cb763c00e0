import { describe, expect, it } from 'vitest';
import { editorKeys } from '../../src/ui/editor/keys';

const MAC =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15';
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148';
const LINUX = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36';
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';

describe('the names of the editor’s keys', () => {
  it.each([MAC, IPHONE])('are Apple’s on %s', (userAgent) => {
    const keys = editorKeys(userAgent);
    expect(keys).toMatchObject({ fix: '⌘.', explain: '⌘K ⌘I', rename: 'F2' });
    // Command and Space belong to the system, and Command and M hides the window.
    expect(keys).toMatchObject({ suggest: '⌃Space', leave: '⌃⇧M' });
  });

  it.each([LINUX, WINDOWS])('are with Ctrl on %s', (userAgent) => {
    const keys = Object.values(editorKeys(userAgent)) as string[];
    expect(keys).toEqual(['Ctrl+Space', 'Ctrl+.', 'Ctrl+K Ctrl+I', 'F2', 'Ctrl+M']);
  });
});
