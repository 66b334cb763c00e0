/**
 * What both README commands need on a fresh machine: the right Node, the packages, and for tests a browser.
 * Only Node's own modules are used here, because nothing else may be installed yet.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { step } from './steps.mjs';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Stops with one plain sentence. */
export function fail(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    fail(`Verdict needs Node 20.19 or later; this is ${process.versions.node}.`);
}

/** Installs the locked packages when they are missing or the lock file changed since. */
export async function installPackages() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(root, 'node_modules', '.verdict-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  const { passed } = await step('install the packages', 'npm', ['ci', '--no-audit', '--no-fund']);
  if (!passed) fail('`npm ci` failed; its message above says why.');
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, lock);
}

/** The headless shell comes first: the same browser without a window's parts, which takes a quarter less. */
const KNOWN_PATHS = JSON.parse(readFileSync(join(import.meta.dirname, 'known-browsers.json'), 'utf8'));

/** Playwright's own browser, if it was downloaded. */
async function playwrightBrowser() {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : undefined;
}

/** The path of a Chromium that is there already, if any. */
export async function findBrowser() {
  const given = process.env.PLAYWRIGHT_CHROMIUM;
  if (given) {
    if (!existsSync(given)) fail(`PLAYWRIGHT_CHROMIUM is ${given}, but there is no such file.`);
    return given;
  }
  return KNOWN_PATHS.find((path) => existsSync(path)) ?? (await playwrightBrowser());
}

/** Debian's own package: no download from elsewhere, and only what the browser needs. */
async function debianBrowser() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const get = 'apt-get install -y -qq --no-install-recommends';
  // Older releases have no package of the shell alone.
  const install = `apt-get update -qq && (${get} chromium-headless-shell || ${get} chromium)`;
  await step('install Debian’s Chromium', 'sh', ['-c', install], { env });
  return KNOWN_PATHS.find((path) => existsSync(path));
}

async function downloadedBrowser() {
  await step('download Playwright’s Chromium', 'npx', ['playwright', 'install', 'chromium']);
  return playwrightBrowser();
}

/** The path of a Chromium to drive; installs one where that is possible. */
export async function browser() {
  const path = (await findBrowser()) ?? (await debianBrowser()) ?? (await downloadedBrowser());
  return (
    path ??
    fail(
      'No browser for the end-to-end tests: install Chromium, or set PLAYWRIGHT_CHROMIUM to the path of one.',
    )
  );
}
