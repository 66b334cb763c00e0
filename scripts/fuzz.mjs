/**
 * npm run fuzz [-- SECONDS [RUNS]]
 *
 * The properties of the suite, again and again with a new seed, until the time is over (600 s) or one fails.
 * Prints the seed of the round, with which `SEED=… RUNS=… npx vitest run FILE` repeats it.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const seconds = Number(process.argv[2] ?? 600);
const runs = process.argv[3] ?? '200';

function testsUnder(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return testsUnder(path);
    return /\.test\.tsx?$/.test(path) && readFileSync(path, 'utf8').includes('fc.assert(') ? [path] : [];
  });
}

const files = testsUnder('tests');
const until = Date.now() + seconds * 1000;
let rounds = 0;
while (Date.now() < until) {
  const seed = String(Math.floor(Math.random() * 2 ** 31));
  const env = { ...process.env, SEED: seed, RUNS: runs, NO_COLOR: '1' };
  const args = ['vitest', 'run', '--reporter=dot', '--testTimeout=600000', ...files];
  const round = spawnSync('npx', args, { env, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (round.status !== 0) {
    console.log(round.stdout.slice(-8000), round.stderr.slice(-2000));
    console.log(`Failed with SEED=${seed} RUNS=${runs}`);
    process.exit(1);
  }
  rounds += 1;
}
console.log(`${String(files.length)} files of properties held in ${String(rounds)} rounds`);
