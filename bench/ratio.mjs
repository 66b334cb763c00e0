/**
 * Evaluation against the build of an earlier commit, as a person meets it: not heated. Each measurement is the first
 * thing that a fresh process does; the two builds take turns, so that what else the machine does meets both alike.
 * Without the history of the repository there is nothing to compare with, and that is said.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { rolldown } from 'rolldown';

const root = resolve(import.meta.dirname, '..');
const BEFORE = '600e50b';
const PROCESSES = Number(process.env.PROCESSES ?? 9);

/** What is measured, and how much of the earlier build's time it may take. */
const MEASURES = [
  { mode: 'light', name: 'light, 50 verdicts', most: 0.5 },
  { mode: 'lightSeen', name: 'light, 50 verdicts with every element seen' },
  { mode: 'heavy', name: 'heavy, 50 verdicts', most: 1 },
  { mode: 'heavySeen', name: 'heavy, 50 verdicts with every element seen', most: 1 },
  { mode: 'cold', name: 'heavy, 50 verdicts on policies not read before', most: 0.8 },
  { mode: 'sweep', name: 'sweep over all actions, heavy', most: 1 },
];

const entryOf = (tree, sweep) => `
import { evaluate } from ${JSON.stringify(join(tree, 'src/engine/evaluate'))};
import { sweep } from ${JSON.stringify(join(tree, sweep))};
import { measureFirst } from ${JSON.stringify(join(root, 'bench/first'))};
const [mode, root] = process.argv.slice(2);
console.log(JSON.stringify(measureFirst({ evaluate, sweep }, mode, root)));
`;

async function bundle(work, name, tree) {
  const sweep = existsSync(join(tree, 'src/reasoning/sweep.ts')) ? 'src/reasoning/sweep' : 'src/engine/sweep';
  const input = join(work, `${name}.ts`);
  writeFileSync(input, entryOf(tree, sweep));
  const file = join(work, `${name}.mjs`);
  const build = await rolldown({
    input,
    platform: 'node',
    // Packages are those of this tree for both.
    resolve: { modules: [join(root, 'node_modules')], mainFields: ['module', 'main'] },
  });
  await build.write({ file, format: 'esm', codeSplitting: false });
  await build.close();
  return file;
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

function run(file, mode) {
  const { stdout, status, stderr } = spawnSync(process.execPath, [file, mode, root], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

function earlier(work) {
  const tree = join(work, 'before');
  try {
    execFileSync('git', ['worktree', 'add', '--detach', tree, BEFORE], { cwd: root, stdio: 'ignore' });
  } catch {
    return undefined;
  }
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
  return tree;
}

const work = mkdtempSync(join(tmpdir(), 'verdict-ratio-'));
try {
  const tree = earlier(work);
  const now = await bundle(work, 'now', root);
  const before = tree && (await bundle(work, 'was', tree));
  if (before === undefined)
    console.log(
      `evaluation against commit ${BEFORE}: skipped, the commit is not in this copy of the repository`,
    );
  const rows = {};
  for (const { mode, name, most } of MEASURES) {
    const taken = { now: [], before: [], loop: [] };
    for (let at = 0; at < PROCESSES; at += 1) {
      const mine = run(now, mode);
      taken.now.push(mine.ms);
      taken.loop.push(mine.loop);
      if (before !== undefined) taken.before.push(run(before, mode).ms);
    }
    const ratio = before === undefined ? undefined : median(taken.now) / median(taken.before);
    rows[name] = {
      ms: Number(median(taken.now).toFixed(2)),
      'of a loop': Number((median(taken.now) / median(taken.loop)).toFixed(2)),
      ...(ratio !== undefined && {
        'ms before': Number(median(taken.before).toFixed(2)),
        ratio: Number(ratio.toFixed(2)),
        limit: most ?? '',
      }),
    };
    if (ratio !== undefined && most !== undefined && ratio > most) {
      console.error(`${name}: ${ratio.toFixed(2)} of what commit ${BEFORE} takes, more than ${most}`);
      process.exitCode = 1;
    }
  }
  console.table(rows);
} finally {
  spawnSync('git', ['worktree', 'remove', '--force', join(work, 'before')], { cwd: root, stdio: 'ignore' });
  if (process.env.KEEP === undefined) rmSync(work, { recursive: true, force: true });
  else console.log(work);
}
