// Changes the pure core in small wrong ways, one at a time, and tells which of them no test notices.
// By hand: node scripts/mutate.mjs [part of a file name] [number of the first]. Nothing in the work tree is touched: each changed core is
// bundled together with the tests into one program, which stops at the first test that fails.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { clearTimeout, setTimeout } from 'node:timers';
import { rolldown } from 'rolldown';
import { mutations } from './mutations.mjs';

const root = resolve(import.meta.dirname, '..');
const only = process.argv[2] ?? '';
const first = Number(process.argv[3] ?? 0);
/** A change may make a loop endless; that is noticed too. In the time that the tests take without a change. */
const LONGEST = 10;
const AT_ONCE = Math.max(1, Math.min(4, availableParallelism()));

/** In the order in which they notice most: the cases first, what runs long last. */
const TESTS = [
  'tests/cases/cases.test.ts',
  'tests/cases/extra.test.ts',
  'tests/cases/layers.test.ts',
  'tests/engine/matching.test.ts',
  'tests/engine/edges.test.ts',
  'tests/engine/operators.test.ts',
  'tests/engine/services.test.ts',
  'tests/engine/unknowns.test.ts',
  'tests/engine/steps.test.ts',
  'tests/engine/step-notes.test.ts',
  'tests/engine/notes.test.ts',
  'tests/language/document.test.ts',
  'tests/language/glob.test.ts',
  'tests/language/glob-relations.test.ts',
  'tests/language/spans.test.ts',
  'tests/explain/hangs.test.ts',
  'tests/explain/suspects.test.ts',
  'tests/explain/parts.test.ts',
  'tests/explain/steps.test.ts',
  'tests/catalog/rcp-services.test.ts',
  'tests/catalog/several-types.test.ts',
  'tests/explain/several-types.test.ts',
  'tests/engine/unfinished.test.ts',
  'tests/engine/properties.test.ts',
  'tests/engine/warm.test.ts',
  'tests/engine/soundness.test.ts',
  'tests/explain/hangs-are-true.test.ts',
  'tests/engine/pathological.test.ts',
  'tests/engine/sweep.test.ts',
];

const ENTRY = 'verdict-mutant-entry';
const suite = join(root, 'scripts/mutate-suite.mjs');
const entry = [
  ...TESTS.map((file) => `import ${JSON.stringify(join(root, file))};`),
  `import { run } from ${JSON.stringify(suite)};`,
  'const { ran, failed, message } = await run();',
  'console.log(JSON.stringify({ ran, failed, message }));',
].join('\n');

/** The core with one file as `changed` says, and its tests. */
const plugin = (changed) => ({
  name: 'mutant',
  resolveId(id) {
    if (id === ENTRY) return id;
    return id === 'vitest' ? suite : undefined;
  },
  load(id) {
    if (id === ENTRY) return entry;
    return changed && id === changed.file ? { code: changed.code, moduleType: 'ts' } : undefined;
  },
  transform(code, id) {
    if (!code.includes('import.meta.')) return undefined;
    return code
      .replaceAll('import.meta.dirname', JSON.stringify(dirname(id)))
      .replaceAll('import.meta.url', JSON.stringify(`file://${id}`));
  },
});

async function bundle(changed, to) {
  const build = await rolldown({
    cwd: root,
    input: ENTRY,
    platform: 'node',
    external: (id) => /^[@a-z]/.test(id) && id !== ENTRY && id !== 'vitest',
    plugins: [plugin(changed)],
    logLevel: 'silent',
  });
  await build.write({ file: to, format: 'esm', codeSplitting: false });
  await build.close();
}

const KILLED = 'SIGKILL';

/** What the tests say to a bundle: the test that failed, how many ran; or why it came to no end. */
function judge(file) {
  return new Promise((done) => {
    const child = spawn(process.execPath, [file], { cwd: root, env: { ...process.env, TZ: 'UTC' } });
    let out = '';
    let errors = '';
    child.stdout.on('data', (part) => (out += part));
    child.stderr.on('data', (part) => (errors += part));
    const timer = setTimeout(() => child.kill(KILLED), longest);
    child.on('close', (_code, signal) => {
      clearTimeout(timer);
      if (signal === KILLED) return done({ failed: 'no end' });
      const line = out.trim().split('\n').at(-1) ?? '';
      done(line.startsWith('{') ? JSON.parse(line) : { failed: 'does not start', message: errors });
    });
  });
}

const folder = join(root, 'node_modules/.cache/mutants', String(process.pid));
mkdirSync(folder, { recursive: true });

async function test(changed, name) {
  const file = join(folder, `${name}.mjs`);
  try {
    await bundle(changed, file);
    return await judge(file);
  } finally {
    rmSync(file, { force: true });
  }
}

const started = Date.now();
let longest = 600_000;
const seconds = () => `${((Date.now() - started) / 1000).toFixed(0)} s`;
const unchanged = await test(undefined, 'unchanged');
if (unchanged.failed)
  throw new Error(`a test fails before anything is changed: ${unchanged.failed}\n${unchanged.message}`);
longest = (Date.now() - started) * LONGEST;
console.log(`${unchanged.ran} tests pass on the core as it is, in ${seconds()}`);

const wanted = mutations.slice(first).filter(([file]) => file.includes(only));
const survivors = [];
const stale = [];
let done = 0;

async function tryOne([name, text, replacement], number) {
  const file = join(root, 'src', name);
  const original = readFileSync(file, 'utf8');
  const label = `${name}: ${text}  ->  ${replacement || '(gone)'}`;
  const found = original.split(text).length - 1;
  if (found !== 1) stale.push(`${label}  (stands there ${found} times)`);
  else {
    const code = original.replace(text, () => replacement);
    const { failed, message } = await test({ file, code }, number).catch((error) => ({
      failed: 'does not start',
      message: String(error),
    }));
    if (failed === undefined) survivors.push(label);
    if (failed === 'does not start')
      stale.push(`${label}  (${message.split('\n').find((line) => line.includes('Error'))})`);
    done += 1;
    console.log(
      `${String(done).padStart(4)}/${wanted.length}  ${seconds().padStart(6)}  ${failed ?? 'UNNOTICED'}  |  ${label.replaceAll('\n', ' ')}`,
    );
  }
}

const queue = wanted.map((mutation, number) => () => tryOne(mutation, number));
const worker = async () => {
  for (let next = queue.shift(); next; next = queue.shift()) await next();
};
await Promise.all(Array.from({ length: AT_ONCE }, worker));
rmSync(folder, { recursive: true, force: true });

console.log(
  `\n${wanted.length} changes in ${seconds()}: ${survivors.length} unnoticed, ${stale.length} that cannot be made`,
);
for (const line of survivors) console.log(`unnoticed       ${line}`);
for (const line of stale) console.log(`cannot be made  ${line}`);
process.exitCode = survivors.length + stale.length > 0 ? 1 : 0;
