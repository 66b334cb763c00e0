/**
 * `npm run test:browsers`: the main journey on the built page in Firefox and WebKit. A browser that is not there is
 * installed where that can be done in a short time, else named in a line; only a journey that goes wrong fails.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as firefox from './firefox.mjs';
import { stepsOf } from './journey.mjs';
import { ended, freePort, until } from './wait.mjs';
import * as webkit from './webkit.mjs';

const root = resolve(import.meta.dirname, '../..');
const INSTALL_SECONDS = 240;
const JOURNEY_MS = 180_000;

function finish(program, args, options) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', ...options });
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}

/** Debian's own packages, where this may install any; quietly, and not for ever. */
async function install(packages) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const command = `apt-get update -qq; apt-get install -y -qq --no-install-recommends ${packages.join(' ')}`;
  await finish('timeout', ['-k', '5', String(INSTALL_SECONDS), 'sh', '-c', command], { env });
}

async function serve() {
  const port = await freePort();
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const args = [vite, 'preview', '--strictPort', '--host', '127.0.0.1', '--port', String(port)];
  const server = spawn(process.execPath, args, { cwd: root, stdio: 'ignore' });
  const base = `http://127.0.0.1:${port}`;
  await until(
    'the page is served',
    () =>
      fetch(base).then(
        ({ ok }) => ok,
        () => undefined,
      ),
    30_000,
  );
  return {
    base,
    close: async () => {
      server.kill();
      await ended(server);
    },
  };
}

/** Answers whether nothing went wrong. */
async function drive({ name, start }, base) {
  let driver;
  try {
    driver = await start();
  } catch (error) {
    console.log(`${name}: not tried, it could not be started (${error.message})`);
    return true;
  }
  const since = Date.now();
  const late = setTimeout(() => void driver.close(), JOURNEY_MS);
  try {
    for (const [step, walk] of stepsOf(driver, base)) {
      try {
        await walk();
      } catch (error) {
        console.log(`${name}: failed at “${step}”: ${error.message}`);
        return false;
      }
    }
  } finally {
    clearTimeout(late);
    await driver.close();
  }
  console.log(`${name}: the main journey passed (${((Date.now() - since) / 1000).toFixed(0)} s)`);
  return true;
}

const BROWSERS = [firefox, webkit];
const missing = BROWSERS.filter(({ found }) => !found());
if (missing.length > 0) await install(missing.flatMap(({ packages }) => packages));
const there = BROWSERS.filter(({ found }) => found());
for (const { name, packages } of BROWSERS.filter((each) => !there.includes(each)))
  console.log(`${name}: not found, so not tried (Debian: ${packages.join(', ')})`);
let passed = true;
if (there.length > 0) {
  if (!existsSync(join(root, 'dist/index.html')) && !(await finish('npm', ['run', 'build'], { cwd: root }))) {
    console.log('The page could not be built.');
    process.exit(1);
  }
  const { base, close } = await serve();
  for (const browser of there) passed = (await drive(browser, base)) && passed;
  await close();
}
process.exitCode = passed ? 0 : 1;
