/**
 * What both README commands need on a fresh machine: the right Node, the packages, and for tests a browser.
 * Only Node's own modules are used here, because nothing else may be installed yet.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Stops with one plain sentence. */
export function fail(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}

/** Runs a command in the project's folder, showing its output; true when it succeeded. */
export function run(command, args, options = {}) {
  const shell = process.platform === 'win32';
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', shell, ...options }).status === 0;
}

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    fail(`Verdict needs Node 20.19 or later; this is ${process.versions.node}.`);
}

/** Installs the locked packages when they are missing or the lock file changed since. */
export function installPackages() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(root, 'node_modules', '.verdict-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('Installing packages…');
  if (!run('npm', ['ci', '--no-audit', '--no-fund'])) fail('`npm ci` failed; its message above says why.');
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, lock);
}

const KNOWN_PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

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

/** The path of a Chromium to drive; installs one where that is possible. */
export async function browser() {
  const found = await findBrowser();
  if (found) return found;
  console.log('No Chromium found. Trying Playwright’s download…');
  run('npx', ['playwright', 'install', 'chromium']);
  const downloaded = await playwrightBrowser();
  if (downloaded) return downloaded;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Trying Debian’s package…');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    run('apt-get', ['update', '-qq'], { env });
    run('apt-get', ['install', '-y', '-qq', 'chromium'], { env });
    const installed = KNOWN_PATHS.find((path) => existsSync(path));
    if (installed) return installed;
  }
  return fail(
    'No browser for the end-to-end tests: install Chromium, or set PLAYWRIGHT_CHROMIUM to the path of one.',
  );
}
