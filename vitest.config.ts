import { defineConfig } from 'vitest/config';
import { markdownPages } from './build/markdown-plugin.ts';

/** Tests with a page around them, what keeps itself in the browser, and what puts broken modules in the place of others. */
const APART = ['tests/**/*.test.tsx', 'tests/store/**/*.test.ts', 'tests/reasoning/sabotage.test.ts'];

export default defineConfig({
  plugins: [markdownPages()],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['tests/**/*.test.ts'],
          exclude: APART,
          // Nothing pure is changed by use, so files share what they import: loading it anew took half of the time.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'apart', include: APART } },
    ],
    env: { TZ: 'UTC' },
    setupFiles: ['tests/support/quiet.ts', 'tests/support/seed.ts'],
    testTimeout: 60_000,
  },
});
