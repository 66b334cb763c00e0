/**
 * WebKit by way of WebKitGTK's own driver and its MiniBrowser, on a screen that nobody sees.
 * Commands: https://www.w3.org/TR/webdriver2/
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ended, freePort, until } from './wait.mjs';

const DRIVER = '/usr/bin/WebKitWebDriver';
const SCREEN = '/usr/bin/Xvfb';
const LIBRARIES = '/usr/lib';

/** MiniBrowser lies beside the library, in a folder named after machine and version. */
function miniBrowser() {
  if (!existsSync(LIBRARIES)) return undefined;
  for (const machine of readdirSync(LIBRARIES).filter((each) => each.includes('linux-gnu')))
    for (const folder of readdirSync(join(LIBRARIES, machine)).filter((each) =>
      each.startsWith('webkit2gtk-'),
    ))
      if (existsSync(join(LIBRARIES, machine, folder, 'MiniBrowser')))
        return join(LIBRARIES, machine, folder, 'MiniBrowser');
  return undefined;
}

export const name = 'WebKit';
export const packages = ['webkit2gtk-driver', 'xvfb'];
export const found = () => existsSync(DRIVER) && existsSync(SCREEN) && miniBrowser() !== undefined;

/** Starts screen, driver and browser; the driver that comes back is what `journey.mjs` asks for. */
export async function start() {
  const display = `:${90 + (process.pid % 400)}`;
  const screen = spawn(SCREEN, [display, '-screen', '0', '1440x900x24', '-nolisten', 'tcp'], {
    stdio: 'ignore',
  });
  const port = await freePort();
  const env = {
    ...process.env,
    DISPLAY: display,
    GDK_BACKEND: 'x11',
    LIBGL_ALWAYS_SOFTWARE: '1',
    NO_AT_BRIDGE: '1',
    WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
  };
  const driver = spawn(DRIVER, [`--port=${port}`], { env, stdio: 'ignore' });
  const base = `http://127.0.0.1:${port}`;
  const end = async () => {
    driver.kill('SIGKILL');
    screen.kill('SIGKILL');
    await Promise.all([ended(driver), ended(screen)]);
  };
  try {
    await until(
      'WebKitWebDriver answers',
      () =>
        fetch(`${base}/status`).then(
          () => true,
          () => undefined,
        ),
      20_000,
    );
    const { sessionId } = await send(`${base}/session`, 'POST', {
      capabilities: {
        alwaysMatch: {
          'webkitgtk:browserOptions': {
            binary: miniBrowser(),
            args: ['--automation', '--geometry=1440x900'],
          },
        },
      },
    });
    return driverOf(`${base}/session/${sessionId}`, end);
  } catch (error) {
    await end();
    throw error;
  }
}

async function send(url, method, body) {
  const answer = await fetch(url, {
    method,
    signal: AbortSignal.timeout(60_000),
    ...(body !== undefined && {
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    }),
  });
  const { value } = await answer.json();
  if (!answer.ok) throw new Error(`${value?.error}: ${value?.message}`);
  return value;
}

async function driverOf(session, end) {
  await send(`${session}/window/rect`, 'POST', { x: 0, y: 0, width: 1440, height: 900 }).catch(
    () => undefined,
  );
  return {
    // Classic WebDriver tells nothing of the console.
    complaints: [],
    navigate: (url) => send(`${session}/url`, 'POST', { url }),
    evaluate: (expression) =>
      send(`${session}/execute/sync`, 'POST', { script: `return ${expression};`, args: [] }),
    act: (actions) => send(`${session}/actions`, 'POST', { actions }),
    close: async () => {
      await send(session, 'DELETE').catch(() => undefined);
      await end();
    },
  };
}
