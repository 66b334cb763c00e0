/** Everything that is checked of an account beside who can: AWS Config's rules, CIS, boundaries and delegations, as data for a list. */
import type { Account } from '../../intake/account/read';
import type { CredentialReport } from '../../intake/report/credential-types';
import { CIS_NOT_TOLD, cisChecks } from '../config/cis';
import { mendFor } from '../config/mend';
import { configRules } from '../config/rules';
import { boundaryCoverage } from './boundary-coverage';
import { delegations } from './delegation';

export interface CheckRow {
  readonly kind: 'config' | 'cis' | 'boundary' | 'delegation';
  /** The rule, number or name of the check. */
  readonly name: string;
  readonly say: string;
  readonly passed: boolean;
  /** Names of what is found, and for each the command that mends it where there is one. */
  readonly found: readonly { readonly name: string; readonly mend?: string; readonly why?: string }[];
}

export interface AccountChecks {
  readonly rows: readonly CheckRow[];
  /** What another answer of AWS would tell. */
  readonly notTold: readonly { readonly name: string; readonly say: string; readonly command: string }[];
}

export function checksOf(account: Account, report: CredentialReport | undefined, now: string): AccountChecks {
  const { rules } = configRules({
    account,
    ...(report !== undefined && { report }),
    now: report?.generated ?? now,
  });
  const config = rules
    .filter(({ status }) => status !== 'NOT_APPLICABLE')
    .map(({ rule, status, by = {} }): CheckRow => {
      const names = Object.entries(by)
        .filter(([, one]) => one === 'NON_COMPLIANT')
        .map(([name]) => name);
      const found = names.length === 0 && status === 'NON_COMPLIANT' ? ['<root_account>'] : names;
      return {
        kind: 'config',
        name: rule,
        say: '',
        passed: status === 'COMPLIANT',
        found: found.map((name) => ({ name, ...mendFor(rule, name, account) })),
      };
    });
  const cis = cisChecks(account).map(({ cis: numbers, say, passed, found, mend }): CheckRow => ({
    kind: 'cis',
    name: `CIS v5.0.0 ${numbers[2]}`,
    say,
    passed,
    found: passed
      ? []
      : found.length === 0
        ? [{ name: 'nobody', ...(mend !== undefined && { mend }) }]
        : found.map((name, at) => ({ name, ...(at === 0 && mend !== undefined && { mend }) })),
  }));
  return {
    rows: [...cis, ...config, ...boundaryRows(account), delegationRow(account)],
    notTold: CIS_NOT_TOLD.map(({ cis: numbers, say, command }) => ({
      name: `CIS v5.0.0 ${numbers[2]}`,
      say,
      command,
    })),
  };
}

function boundaryRows(account: Account): readonly CheckRow[] {
  const { uncovered, open } = boundaryCoverage(account);
  return [
    {
      kind: 'boundary',
      name: 'Boundary coverage',
      say: 'Whoever may hand out permissions has a permissions boundary',
      passed: uncovered.length === 0,
      found: uncovered.map(({ principal, action }) => ({
        name: principal.name,
        why: `may call ${action}`,
        mend: `aws iam put-${principal.kind}-permissions-boundary --${principal.kind}-name ${principal.name} --permissions-boundary BOUNDARY_ARN`,
      })),
    },
    {
      kind: 'boundary',
      name: 'Boundaries that hold',
      say: 'No boundary lets its holder change boundaries',
      passed: open.length === 0,
      found: open.map(({ name, actions }) => ({ name, why: `allows ${actions.join(', ')}` })),
    },
  ];
}

function delegationRow(account: Account): CheckRow {
  const lacking = delegations(account).filter(({ gaps }) => gaps.length > 0);
  return {
    kind: 'delegation',
    name: 'Delegation by boundary',
    say: 'Who may make roles only with a boundary cannot take it off, change it or rewrite it',
    passed: lacking.length === 0,
    found: lacking.map(({ policy, statement, gaps }) => ({
      name: `${policy}, statement ${statement + 1}`,
      why: gaps
        .map(({ action, gap }) => `${gap === 'open' ? 'allows' : 'does not deny'} ${action}`)
        .join('; '),
    })),
  };
}
