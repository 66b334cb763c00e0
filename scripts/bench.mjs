// Bundles the measurements, runs them in plain Node and prints a table: npm run bench
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '..');
const outDir = await mkdtemp(join(tmpdir(), 'verdict-bench-'));

try {
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: { ssr: 'bench/engine.bench.ts', outDir, emptyOutDir: true, minify: false },
  });
  const { runAll } = await import(pathToFileURL(join(outDir, 'engine.bench.js')).href);
  const measured = runAll();
  console.table(
    Object.fromEntries(
      measured.map(({ name, median, p95, limit }) => [
        name,
        { 'median ms': Number(median.toFixed(4)), 'p95 ms': Number(p95.toFixed(4)), 'limit ms': limit ?? '' },
      ]),
    ),
  );
  const slow = measured.filter(({ median, limit }) => limit !== undefined && median > limit);
  for (const { name, limit } of slow) console.error(`${name} takes longer than ${limit} ms`);
  process.exitCode = slow.length > 0 ? 1 : 0;
} finally {
  await rm(outDir, { recursive: true, force: true });
}
