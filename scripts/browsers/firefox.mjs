/**
 * Firefox over WebDriver BiDi, which it speaks by itself: no driver program stands between.
 * Commands: https://w3c.github.io/webdriver-bidi/
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import WebSocket from 'ws';
import { ended, freePort, until } from './wait.mjs';

const PATHS = ['/usr/bin/firefox-esr', '/usr/bin/firefox'];

/** No first-run pages, no requests of the browser's own. */
const PREFERENCES = {
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.aboutwelcome.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.policy.dataSubmissionEnabled': false,
  'dom.events.asyncClipboard.readText': true,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'remote.active-protocols': 1,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
};

export const name = 'Firefox';
export const packages = ['firefox-esr'];
export const found = () => PATHS.some((path) => existsSync(path));

/** Starts it without a window; the driver that comes back is what `journey.mjs` asks for. */
export async function start() {
  const profile = mkdtempSync(join(tmpdir(), 'verdict-firefox-'));
  const lines = Object.entries(PREFERENCES).map(
    ([key, value]) => `user_pref(${JSON.stringify(key)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  const port = await freePort();
  const path = PATHS.find((each) => existsSync(each));
  const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', String(port)];
  const browser = spawn(path, [...args, '--width', '1440', '--height', '900'], {
    stdio: 'ignore',
    env: { ...process.env, HOME: profile, MOZ_HEADLESS_WIDTH: '1440', MOZ_HEADLESS_HEIGHT: '900' },
  });
  const end = async () => {
    browser.kill('SIGKILL');
    await ended(browser);
    rmSync(profile, { recursive: true, force: true });
  };
  try {
    const socket = await until('Firefox answers', () => open(`ws://127.0.0.1:${port}/session`), 40_000);
    return await connect(socket, end);
  } catch (error) {
    await end();
    throw error;
  }
}

function open(url) {
  return new Promise((resolve) => {
    const socket = new WebSocket(url);
    socket.once('open', () => resolve(socket));
    socket.once('error', () => resolve(undefined));
  });
}

async function connect(socket, end) {
  const waiting = new Map();
  const complaints = [];
  let last = 0;
  socket.on('message', (data) => {
    const message = JSON.parse(String(data));
    if (message.type === 'event') {
      const { level, text } = message.params;
      if (message.method === 'log.entryAdded' && (level === 'error' || level === 'warn'))
        complaints.push(text);
      return;
    }
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.type === 'success') asked?.resolve(message.result);
    else asked?.reject(new Error(`${asked.method}: ${message.message}`));
  });
  const send = (method, params) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { method, resolve, reject });
      socket.send(JSON.stringify({ id: last, method, params }));
    });
  await send('session.new', { capabilities: {} });
  await send('session.subscribe', { events: ['log.entryAdded'] });
  const { contexts } = await send('browsingContext.getTree', {});
  const { context } = contexts[0];
  await send('browsingContext.setViewport', { context, viewport: { width: 1440, height: 900 } });
  return {
    complaints,
    navigate: (url) => send('browsingContext.navigate', { context, url, wait: 'complete' }),
    evaluate: async (expression) => {
      const { result, exceptionDetails } = await send('script.evaluate', {
        expression: `JSON.stringify(${expression})`,
        target: { context },
        awaitPromise: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.text);
      return result.value === undefined ? undefined : JSON.parse(result.value);
    },
    act: (actions) => send('input.performActions', { context, actions }),
    close: async () => {
      socket.terminate();
      await end();
    },
  };
}
