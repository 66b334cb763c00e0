/**
 * The page as it was at a fixed commit, built beside this one, so that figures are ratios within one run of one machine.
 * Without the history (a shallow clone, an archive) there is nothing to compare with: undefined, and the caller says so.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../scripts/setup.mjs';

export const BASELINE = '600e50b';

const run = (command, args, cwd = root) => spawnSync(command, args, { cwd, encoding: 'utf8' });

/** The folder of the commit's work tree with its own build in `dist`; made once, and used again while it is there. */
export function baseline() {
  const folder = join(tmpdir(), `verdict-${BASELINE}`);
  if (existsSync(join(folder, 'dist/index.html'))) return folder;
  if (run('git', ['cat-file', '-e', `${BASELINE}^{commit}`]).status !== 0) return undefined;
  run('git', ['worktree', 'prune']);
  if (run('git', ['worktree', 'add', '--detach', folder, BASELINE]).status !== 0) return undefined;
  // It uses packages that are no longer among ours.
  const packages = run(
    'npm',
    ['ci', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'],
    folder,
  );
  if (packages.status !== 0) {
    console.error(`the packages of ${BASELINE} could not be fetched:\n${packages.stderr}`);
    return undefined;
  }
  const built = run('npx', ['vite', 'build', '--logLevel', 'warn'], folder);
  if (built.status === 0) return folder;
  console.error(`the page of ${BASELINE} could not be built:\n${built.stdout}${built.stderr}`);
  return undefined;
}
