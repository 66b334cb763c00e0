import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';
import knownBrowsers from './scripts/known-browsers.json' with { type: 'json' };

const port = Number(process.env.E2E_PORT ?? 4174);
const executablePath = process.env.PLAYWRIGHT_CHROMIUM ?? knownBrowsers.find((path) => existsSync(path));
// Chromium refuses its sandbox to root.
const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: 'e2e',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  workers: 2,
  reporter: [['list']],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    viewport: { width: 1440, height: 900 },
    // A trace takes a third of the whole run; `TRACE=1 npx playwright test …` keeps those of failures.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
    // Most tests are done before the page has kept itself; the one about that lets it.
    serviceWorkers: 'block',
    permissions: ['clipboard-read', 'clipboard-write'],
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: [
        ...(isRoot ? ['--no-sandbox'] : []),
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: `npx vite preview --strictPort --host 127.0.0.1 --port ${port}`,
    url: `http://127.0.0.1:${port}`,
    reuseExistingServer: false,
  },
});
