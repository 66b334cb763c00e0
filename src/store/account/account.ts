/**
 * The loaded account: in memory, for as long as the tab lasts, and in the browser's database where the person says so. Its policies
 * stay in the worker.
 */
import { create } from 'zustand';
import type { AccountOverview } from '../../audit/account/overview';
import type { AdminPaths } from '../../audit/account/paths/types';
import type { AccountQuestion } from '../../audit/account/principal-case';
import { startAccount, type AccountWorker } from '../browser/startAccount';
import type { AccountAnswer, WhoAnswer } from '../browser/accountWorker';
import { forgetFiles, keepFiles, keptFiles, type KeptFile } from '../browser/keptAccount';
import { openInCase } from '../openInCase';
import { useVerdict } from '../store';

export interface WhoState {
  readonly question: AccountQuestion;
  readonly rows: ReadonlyMap<string, WhoAnswer>;
  readonly done: boolean;
  readonly needsResourcePolicy: boolean;
}

export type AccountView = 'who' | 'admins' | 'outside' | 'unused' | 'findings';

export interface AccountState {
  readonly status: 'empty' | 'reading' | 'ready';
  /** Names of the files, as they came. */
  readonly files: readonly string[];
  readonly problems: readonly string[];
  /** Also kept in the browser, so that it is there next time. */
  readonly kept: boolean;
  readonly overview: AccountOverview | undefined;
  readonly who: WhoState | undefined;
  readonly paths: AdminPaths | undefined;
  /** Of the search for paths, while it goes on. */
  readonly share: number;
  readonly view: AccountView;
  readonly filter: string;
  readonly selected: string | undefined;
}

const NOTHING: AccountState = {
  status: 'empty',
  files: [],
  problems: [],
  kept: false,
  overview: undefined,
  who: undefined,
  paths: undefined,
  share: 0,
  view: 'who',
  filter: '',
  selected: undefined,
};

export const useAccount = create<AccountState>()(() => NOTHING);

const set = (change: Partial<AccountState>): void => useAccount.setState(change);

let worker: AccountWorker | undefined;

function workerNow(): AccountWorker {
  worker ??= startAccount(take, () => set({ status: 'empty', problems: ['the account could not be read'] }));
  return worker;
}

function take(answer: AccountAnswer): void {
  const { who } = useAccount.getState();
  switch (answer.kind) {
    case 'loaded':
      set({
        overview: answer.overview,
        problems: answer.problems,
        status: answer.overview === undefined ? 'empty' : 'ready',
        who: undefined,
        paths: undefined,
        share: 0,
      });
      if (answer.overview !== undefined) workerNow().ask({ kind: 'paths' });
      return;
    case 'who': {
      const before =
        who?.question === answer.question || sameQuestion(who?.question, answer.question) ? who : undefined;
      const rows = new Map(before?.done === true ? [] : before?.rows);
      for (const row of answer.rows) rows.set(row.arn, row);
      set({ who: { ...answer, rows } });
      return;
    }
    case 'progress':
      set({ share: answer.share });
      return;
    case 'paths':
      set({ paths: answer.found, share: 1 });
      return;
    case 'case':
      openInCase(() => answer.scenario);
  }
}

const sameQuestion = (one: AccountQuestion | undefined, other: AccountQuestion): boolean =>
  one?.action === other.action && one.resource === other.resource;

/** What was read, for keeping: the worker hands nothing back. */
let given: readonly KeptFile[] = [];

function read(files: readonly KeptFile[]): void {
  if (files.length === 0) return;
  given = [...given, ...files];
  set({ status: 'reading', problems: [], files: given.map(({ name }) => name) });
  const texts = files.map(({ text }) => text);
  workerNow().ask({ kind: 'load', texts, now: new Date().toISOString() });
  if (useAccount.getState().kept) void keepFiles(given);
}

/** Reads files into the account: its authorization details in pages, and the credential report, in any order. */
export async function loadAccount(files: readonly File[]): Promise<void> {
  read(await Promise.all(files.map(async (file) => ({ name: file.name, text: await file.text() }))));
}

/** Brings back what was kept, once, where nothing was loaded meanwhile. */
export async function restoreAccount(): Promise<void> {
  const files = await keptFiles();
  if (files.length === 0 || useAccount.getState().status !== 'empty') return;
  set({ kept: true });
  read(files);
}

/** Keeps the account in this browser, or keeps it no longer. */
export async function keepAccount(keep: boolean): Promise<void> {
  set({ kept: keep });
  if (!keep) return forgetFiles();
  if (await keepFiles(given)) return;
  set({ kept: false });
  useVerdict
    .getState()
    .say('The browser does not let it be kept. It stays for this visit.', { tone: 'error' });
}

export function askWho(question: AccountQuestion): void {
  set({ view: 'who', who: undefined, selected: undefined });
  workerNow().ask({ kind: 'who', question });
}

export function showView(view: AccountView): void {
  set({ view, selected: undefined });
}

export function filterBy(filter: string): void {
  set({ filter });
}

export function selectPrincipal(arn: string | undefined): void {
  set({ selected: arn });
}

/** Opens the question of one principal in Case, filled in. */
export function openPrincipal(arn: string, question: AccountQuestion): void {
  workerNow().ask({ kind: 'case', arn, question });
}

export function forgetAccount(): void {
  if (useAccount.getState().kept) void forgetFiles();
  given = [];
  worker?.end();
  worker = undefined;
  useAccount.setState(NOTHING, true);
}
