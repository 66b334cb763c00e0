// Bundles the measurements, runs them in plain Node and prints a table: npm run bench
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { build } from 'vite';
import { findBrowser } from './setup.mjs';

const root = resolve(import.meta.dirname, '..');
const outDir = await mkdtemp(join(tmpdir(), 'verdict-bench-'));

try {
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      rolldownOptions: {
        input: [
          'bench/engine.bench.ts',
          'bench/account.bench.ts',
          'bench/reasoning.ts',
          'bench/memory.ts',
          'bench/events.ts',
        ],
      },
      outDir,
      emptyOutDir: true,
      minify: false,
    },
  });
  const { runAll } = await import(pathToFileURL(join(outDir, 'engine.bench.js')).href);
  const measured = runAll(root);
  console.table(
    Object.fromEntries(
      measured.map(({ name, p25, median, p95, limit }) => [
        name,
        {
          'p25 ms': Number(p25.toFixed(4)),
          'median ms': Number(median.toFixed(4)),
          'p95 ms': Number(p95.toFixed(4)),
          'limit ms': limit ?? '',
        },
      ]),
    ),
  );
  const slow = measured.filter(({ median, limit }) => limit !== undefined && median > limit);
  for (const { name, limit } of slow) console.error(`${name} takes longer than ${limit} ms`);

  // The collector is not exposed to programs unless asked for.
  setFlagsFromString('--expose-gc');
  const { measureMemory } = await import(pathToFileURL(join(outDir, 'memory.js')).href);
  const { evaluations, start, half, end, limit } = measureMemory(runInNewContext('gc'));
  const [atStart, atHalf, atEnd] = [start, half, end].map((heap) => heap.toFixed(1));
  console.log(
    `heap: ${atStart} MB, after ${evaluations / 2} evaluations ${atHalf} MB, after ${evaluations} ${atEnd} MB`,
  );
  const { measureAccounts } = await import(pathToFileURL(join(outDir, 'account.bench.js')).href);
  const accounts = measureAccounts(runInNewContext('gc'));
  console.table(
    Object.fromEntries(
      accounts.map(({ name, value, unit, limit: most }) => [
        name,
        { measured: `${value.toFixed(0)} ${unit}`, limit: most === undefined ? '' : `${most} ${unit}` },
      ]),
    ),
  );
  const over = accounts.filter(({ value, limit: most }) => most !== undefined && value > most);
  for (const { name, limit: most, unit } of over) console.error(`${name}: more than ${most} ${unit}`);
  const { measureReasoning } = await import(pathToFileURL(join(outDir, 'reasoning.js')).href);
  const proofs = measureReasoning(root);
  console.table(
    Object.fromEntries(
      proofs.map(({ name, ms, limit: most }) => [name, { ms: Math.round(ms), 'limit ms': most }]),
    ),
  );
  const late = proofs.filter(({ ms, limit: most }) => ms > most);
  for (const { name, limit: most } of late) console.error(`${name}: more than ${most} ms`);
  const run = spawnSync(process.execPath, [join(outDir, 'events.js'), root], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const events = run.status === 0 ? JSON.parse(run.stdout) : [];
  if (run.status !== 0) console.error('the recorded calls could not be measured');
  console.table(
    Object.fromEntries(
      events.map(({ name, value, unit, limit: most }) => [
        name,
        { measured: `${value.toFixed(0)} ${unit}`, limit: `${most} ${unit}` },
      ]),
    ),
  );
  const heavy = events.filter(({ value, limit: most }) => value > most);
  for (const { name, limit: most, unit } of heavy) console.error(`${name}: more than ${most} ${unit}`);
  const grows = end - half > limit;
  if (grows) console.error(`memory grows by more than ${limit} MB over ${evaluations / 2} evaluations`);
  process.exitCode =
    slow.length > 0 || over.length > 0 || late.length > 0 || heavy.length > 0 || run.status !== 0 || grows
      ? 1
      : 0;
} finally {
  await rm(outDir, { recursive: true, force: true });
}

// Against an earlier build, in fresh processes.
const against = spawnSync(process.execPath, [join(root, 'bench/ratio.mjs')], { stdio: 'inherit' });
if (against.status !== 0) process.exitCode = 1;

// In the browser, where there is one, and a page that is built.
if (existsSync(join(root, 'dist/index.html')) && (await findBrowser()) !== undefined) {
  for (const name of ['start.mjs', 'keystroke.mjs', 'places.mjs', 'sweep.mjs', 'account.mjs']) {
    const { status } = spawnSync(process.execPath, [join(root, 'bench', name)], { stdio: 'inherit' });
    if (status !== 0) process.exitCode = 1;
  }
} else {
  console.log('in the page: not measured, it needs `npm run build` and a browser');
}
