import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    env: { TZ: 'UTC' },
    setupFiles: ['tests/support/quiet.ts', 'tests/support/seed.ts'],
    testTimeout: 60_000,
  },
});
