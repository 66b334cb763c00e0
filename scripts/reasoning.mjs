/**
 * Holds the reasoning over all requests against random pairs of policies and of cases at full size:
 * `node scripts/reasoning.mjs [pairs] [seed]`. The figures stand in docs/reasoning.md.
 */
import { spawnSync } from 'node:child_process';

const [pairs = '6000', seed = '1'] = process.argv.slice(2);
const { status } = spawnSync('npx', ['vitest', 'run', 'tests/reasoning'], {
  stdio: 'inherit',
  env: { ...process.env, PAIRS: pairs, SEED: seed },
});
process.exit(status ?? 1);
