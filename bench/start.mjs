/**
 * From opening a link to the first paint, the verdict and the editor, in the built page, with an empty profile; the page of the
 * baseline commit is visited in turn with it. `node bench/start.mjs` after `npm run build`.
 */
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { browser, root } from '../scripts/setup.mjs';
import { BASELINE, baseline } from './baseline.mjs';

const ROUNDS = Number(process.env.ROUNDS ?? 12);
/** At most this share of the baseline's time. */
const LIMITS = { 'first paint': 0.65, verdict: 0.7, editor: 0.8 };

/** A linked case, of version 1 so that both pages open it: made once by the older page's own code. */
async function link(folder) {
  const { build } = await import('vite');
  const out = await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: { ssr: 'src/index.ts', write: false },
    ssr: { noExternal: true },
  });
  const { output } = Array.isArray(out) ? out[0] : out;
  const code = output.find(({ type, isEntry }) => type === 'chunk' && isEntry).code;
  const { encodeLink, parseScenario } = await import(
    `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`
  );
  return encodeLink(parseScenario(CASE));
}

const CASE = {
  schema: 1,
  title: 'A report that cannot be read',
  request: {
    principal: 'arn:aws:iam::111122223333:user/alice',
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::reports/2026/11.csv',
  },
  policies: {
    identity: [
      {
        name: 'Reports',
        document: {
          Version: '2012-10-17',
          Statement: [{ Sid: 'List', Effect: 'Allow', Action: 's3:ListBucket', Resource: '*' }],
        },
      },
    ],
  },
};

const serve = (folder, port) =>
  preview({ root: folder, configFile: false, preview: { port, strictPort: true, host: '127.0.0.1' } });

/** Milliseconds from the navigation's start to each moment. */
async function visit(chrome, port, fragment) {
  const context = await chrome.newContext({
    viewport: { width: 1440, height: 900 },
    serviceWorkers: 'block',
  });
  try {
    const page = await context.newPage();
    await page.addInitScript(() => {
      window.moments = {};
      const look = () => {
        if (document.querySelector('#verdict')?.textContent?.includes('Denied'))
          window.moments.verdict ??= performance.now();
        if (document.querySelector('.monaco-editor .view-line')) window.moments.editor ??= performance.now();
        if (window.moments.editor === undefined) requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await page.goto(`http://127.0.0.1:${port}/#${fragment}`);
    await page.waitForFunction(
      () => window.moments.editor !== undefined && window.moments.verdict !== undefined,
    );
    return await page.evaluate(() => ({
      'first paint': performance.getEntriesByName('first-paint')[0]?.startTime ?? Number.NaN,
      ...window.moments,
    }));
  } finally {
    await context.close();
  }
}

const median = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];

const before = baseline();
if (before === undefined) {
  console.log(`start: not compared, the history does not hold ${BASELINE}`);
  process.exit(0);
}
const fragment = await link(before);
const servers = [await serve(before, 4321), await serve(root, 4322)];
const chrome = await chromium.launch({ executablePath: await browser(), args: ['--no-sandbox'] });
const seen = { 4321: [], 4322: [] };
try {
  for (let round = 0; round < ROUNDS; round += 1)
    for (const port of round % 2 === 0 ? [4321, 4322] : [4322, 4321])
      seen[port].push(await visit(chrome, port, fragment));
} finally {
  await chrome.close();
  for (const server of servers) server.httpServer.close();
}

console.log(`start, a linked case, ${ROUNDS} visits in turn with the page of ${BASELINE} (median):`);
for (const [name, limit] of Object.entries(LIMITS)) {
  const [was, is] = [4321, 4322].map((port) => median(seen[port].map((moments) => moments[name])));
  const ratio = is / was;
  console.log(
    `  ${name}: ${is.toFixed(0)} ms, was ${was.toFixed(0)} ms: ${ratio.toFixed(2)} (at most ${limit})${ratio > limit ? ' MISSED' : ''}`,
  );
  if (ratio > limit) process.exitCode = 1;
}
process.exit();
