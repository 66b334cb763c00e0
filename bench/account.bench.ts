/** How long the questions about an account take, and how much of memory a large one holds. */
import { adminPaths } from '../src/audit/account/paths/search';
import { whoCan, whoCanStepwise } from '../src/audit/account/who-can';
import { overviewOf } from '../src/audit/account/overview';
import type { Account } from '../src/intake/account/read';
import { readReport } from '../src/intake/report/read';
import { accountOf } from './accounts.mjs';

export interface AccountMeasured {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 'MB';
  readonly limit?: number;
}

const QUESTION = { action: 'iam:PassRole', resource: 'arn:aws:iam::111122223333:role/fn-admin' };
const ROUNDS = 3;
const MB = 1024 * 1024;

function read(text: string): Account {
  const report = readReport(text);
  if (report.kind !== 'account') throw new Error('the account is not read');
  return report.account;
}

/** Time of computing, in milliseconds, so that what else the machine does counts little. */
function computed(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The quickest of some: an account is read anew for each, so that nothing is remembered. */
function quickest(text: string, run: (account: Account) => unknown): number {
  const taken = Array.from({ length: ROUNDS }, () => {
    const account = read(text);
    const start = computed();
    run(account);
    return computed() - start;
  });
  return Math.min(...taken);
}

/** The text itself is forgotten, as the worker forgets it. */
function readHeavy(): { readonly account: Account; readonly size: number; readonly taken: number } {
  const text = accountOf(5000, 85);
  const start = computed();
  const account = read(text);
  return { account, size: text.length / MB, taken: computed() - start };
}

/** `collect` runs the garbage collector. */
export function measureAccounts(collect: () => void): readonly AccountMeasured[] {
  const [large, middle] = [accountOf(5000), accountOf(1000)];
  const first = (account: Account): void => {
    const run = whoCanStepwise(account, QUESTION);
    for (let row = 0; row < 40; row += 1) run.next();
  };
  const times: readonly AccountMeasured[] = [
    {
      name: '5,000 principals, one question',
      value: quickest(large, (account) => whoCan(account, QUESTION)),
      unit: 'ms',
      limit: 1000,
    },
    { name: '5,000 principals, the first 40 rows', value: quickest(large, first), unit: 'ms', limit: 100 },
    {
      name: '5,000 principals, the table without a question',
      value: quickest(large, (account) => overviewOf(account, { now: '2026-11-30T00:00:00Z' })),
      unit: 'ms',
    },
    {
      name: '1,000 principals, all ways to administrator',
      value: quickest(middle, (account) => adminPaths(account)),
      unit: 'ms',
      limit: 5000,
    },
  ];
  collect();
  const before = process.memoryUsage().heapUsed;
  const { account, size, taken } = readHeavy();
  whoCan(account, QUESTION);
  collect();
  const held = (process.memoryUsage().heapUsed - before) / MB;
  return [
    ...times,
    { name: `a dump of ${size.toFixed(0)} MB, read`, value: taken, unit: 'ms' },
    { name: `a dump of ${size.toFixed(0)} MB, held after a question`, value: held, unit: 'MB', limit: 600 },
  ];
}
