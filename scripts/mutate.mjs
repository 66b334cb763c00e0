// Changes the engine in small wrong ways, one at a time, and tells which of them no test notices.
// By hand: node scripts/mutate.mjs [part of a file name]. Works on the files in place and puts them back.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { mutations } from './mutations.mjs';

const root = resolve(import.meta.dirname, '..');
const only = process.argv[2] ?? '';
const vitest = join(root, 'node_modules/vitest/vitest.mjs');

// The quick tests first; the properties only where those notice nothing.
const SUITES = [
  ['tests/cases', 'tests/engine', 'tests/language', '--exclude', 'tests/engine/properties.test.ts'],
  ['tests/engine/properties.test.ts'],
];

const passes = (suite) =>
  spawnSync(process.execPath, [vitest, 'run', '--bail=1', '--reporter=dot', ...suite], {
    cwd: root,
    stdio: 'ignore',
    timeout: 120_000,
  }).status === 0;

if (!SUITES.every(passes)) throw new Error('the tests fail before anything is changed');

const survivors = [];
const stale = [];
for (const [name, text, replacement] of mutations.filter(([file]) => file.includes(only))) {
  const file = join(root, 'src', name);
  const original = readFileSync(file, 'utf8');
  if (!original.includes(text)) {
    stale.push(`${name}: ${text}`);
    continue;
  }
  try {
    writeFileSync(
      file,
      original.replace(text, () => replacement),
    );
    if (SUITES.every(passes)) survivors.push(`${name}: ${text}  ->  ${replacement || '(gone)'}`);
  } finally {
    writeFileSync(file, original);
  }
  process.stdout.write('.');
}

console.log(`\n${mutations.length} changes, ${survivors.length} unnoticed, ${stale.length} not found`);
for (const line of survivors) console.log(`unnoticed  ${line}`);
for (const line of stale) console.log(`not found  ${line}`);
process.exitCode = survivors.length + stale.length > 0 ? 1 : 0;
