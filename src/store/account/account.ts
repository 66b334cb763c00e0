/**
 * The loaded account: in memory, for as long as the tab lasts, and in the browser's database where the person says so. Its policies
 * stay in the worker.
 */
import { create } from 'zustand';
import type { CanDo, CanDoDifference } from '../../audit/account/can-do';
import type { AccountChecks } from '../../audit/account/checks';
import type { AccountOverview } from '../../audit/account/overview';
import type { AdminPaths } from '../../audit/account/paths/types';
import { KEY_LIMITS, type KeyLimits } from '../../audit/credentials/types';
import type { AccountQuestion } from '../../audit/account/principal-case';
import type { PolicyLevel, Scenario } from '../../case/scenario';
import type { WhoAnswer } from '../browser/accountMessages';

export interface WhoState {
  readonly question: AccountQuestion;
  readonly rows: ReadonlyMap<string, WhoAnswer>;
  readonly done: boolean;
  readonly needsResourcePolicy: boolean;
}

export interface CanState {
  readonly arn: string;
  readonly other: string | undefined;
  /** Undefined while it is worked out. */
  readonly can: CanDo | undefined;
  readonly difference: CanDoDifference | undefined;
}

export type AccountView = 'who' | 'can' | 'admins' | 'outside' | 'unused' | 'findings' | 'checks';

/** Questions that a credential report answers by itself; the others need the account's authorization details. */
const OF_REPORT: ReadonlySet<AccountView> = new Set(['findings', 'unused']);

/** Can what was given answer this question? */
export function isAnswered({ view, overview }: Pick<AccountState, 'view' | 'overview'>): boolean {
  return overview?.hasDetails !== false || OF_REPORT.has(view);
}

/** What of the table is shown. */
export type AccountOnly =
  'all' | 'admins' | 'become' | 'outside' | 'unused' | 'findings' | 'due' | 'noMfa' | 'root';

export interface AccountState {
  readonly status: 'empty' | 'reading' | 'ready';
  /** Names of the files, as they came. */
  readonly files: readonly string[];
  readonly problems: readonly string[];
  /** Also kept in the browser, so that it is there next time. */
  readonly kept: boolean;
  readonly overview: AccountOverview | undefined;
  readonly who: WhoState | undefined;
  readonly can: CanState | undefined;
  readonly checks: AccountChecks | undefined;
  readonly paths: AdminPaths | undefined;
  /** The search for paths was stopped before its end. */
  readonly stopped: boolean;
  /** Of the search for paths, while it goes on. */
  readonly share: number;
  /** When a key is old or quiet, and a password or key unused. */
  readonly limits: KeyLimits;
  /** SCPs that hold for everybody; undefined: supposed to allow. */
  readonly scp: readonly PolicyLevel[] | undefined;
  readonly view: AccountView;
  readonly only: AccountOnly;
  /** Of the answer's groups the only one that is shown, as behind a gate. */
  readonly group: string | undefined;
  readonly filter: string;
  readonly selected: string | undefined;
  /** Which of the principal's ways to administrator is drawn, and which of its gates is looked at. */
  readonly way: number;
  readonly gate: number | undefined;
  /** The request of that gate as a case, once the worker made it: with the policies that decided. */
  readonly gateCase: Scenario | undefined;
  /** What is written in the fields of the question, asked or not. */
  readonly draft: Draft;
}

export interface Draft {
  readonly action: string;
  readonly resource: string;
}

export const NOTHING: AccountState = {
  status: 'empty',
  files: [],
  problems: [],
  kept: false,
  overview: undefined,
  who: undefined,
  can: undefined,
  checks: undefined,
  paths: undefined,
  stopped: false,
  share: 0,
  limits: KEY_LIMITS,
  scp: undefined,
  view: 'who',
  only: 'all',
  group: undefined,
  filter: '',
  selected: undefined,
  way: 0,
  gate: undefined,
  gateCase: undefined,
  draft: { action: '', resource: '' },
};

export const useAccount = create<AccountState>()(() => NOTHING);

export function filterBy(filter: string): void {
  useAccount.setState({ filter });
}

export function showOnly(only: AccountOnly): void {
  useAccount.setState({ only, group: undefined });
}

/** The same again shows all groups. */
export function showGroup(group: string): void {
  useAccount.setState((state) => ({ group: state.group === group ? undefined : group }));
}

export function selectPrincipal(arn: string | undefined): void {
  useAccount.setState({ selected: arn, way: 0, gate: undefined, gateCase: undefined });
}

export function showWay(way: number): void {
  useAccount.setState({ way, gate: undefined, gateCase: undefined });
}

export function write(change: Partial<Draft>): void {
  useAccount.setState(({ draft }) => ({ draft: { ...draft, ...change } }));
}
