/** What is asked of the loaded account, and what comes back: the way between the page and the account's worker. */
import type { AccountQuestion } from '../../audit/account/principal-case';
import type { KeyLimits } from '../../audit/credentials/types';
import type { Cut, Station } from '../../audit/account/paths/types';
import type { PolicyLevel, Scenario } from '../../case/scenario';
import { decodeIndex } from '../../catalog/service-codec';
import { startAccount, type AccountWorker } from '../browser/startAccount';
import type { AccountAnswer } from '../browser/accountMessages';
import { forgetOwn } from '../browser/entryOwn';
import { forgetFiles, keepFiles, keptFiles } from '../browser/keptAccount';
import { fetchPart } from '../browser/reference';
import { nextNumber } from '../number';
import { forgetMasks } from './masking';
import { openInCase } from '../openInCase';
import { goTo } from '../router';
import { useVerdict } from '../store';
import {
  isAnswered,
  NOTHING,
  useAccount,
  type AccountState,
  type AccountView,
  type WhoState,
} from './account';

const set = (change: Partial<AccountState>): void => useAccount.setState(change);

let worker: AccountWorker | undefined;
const asked = { who: 0, can: 0, gate: 0 };

function workerNow(): AccountWorker {
  if (worker === undefined) {
    worker = startAccount(take, () => set({ status: 'empty', problems: ['the account could not be read'] }));
    void bringReference(worker);
  }
  return worker;
}

/** The names of all actions: without them the search for administrators knows those that matter, and no sweep is possible. */
async function bringReference(of: AccountWorker): Promise<void> {
  try {
    const { actionsFile } = decodeIndex(await fetchPart('index.json'));
    const actions = await fetchPart(actionsFile);
    of.ask({ kind: 'reference', actions });
  } catch {
    set({
      problems: [
        ...useAccount.getState().problems,
        'AWS’s service reference could not be loaded, so what a principal can do is not known',
      ],
    });
  }
}

function take(answer: AccountAnswer): void {
  switch (answer.kind) {
    case 'loaded':
      set({
        overview: answer.overview,
        problems: answer.problems,
        status: answer.overview === undefined ? 'empty' : 'ready',
      });
      if (isUnasked(useAccount.getState())) set({ view: 'findings' });
      if (answer.overview !== undefined) askAgain();
      return;
    case 'overview':
      set({ overview: answer.overview });
      return;
    case 'who':
      if (answer.number === asked.who) takeRows(answer);
      return;
    case 'can': {
      const { can } = useAccount.getState();
      if (answer.number === asked.can && can !== undefined)
        set({ can: { ...can, can: answer.can, difference: answer.difference } });
      return;
    }
    case 'progress':
      set({ share: answer.share });
      return;
    case 'paths':
      set({ paths: answer.found, share: 1 });
      return;
    case 'checks':
      set({ checks: answer.checks });
      return;
    case 'case':
      openInCase(() => answer.scenario);
      return;
    case 'principal':
      taken?.(answer.scenario);
      taken = undefined;
      return;
    case 'shown':
      if (answer.number === asked.gate) set({ gateCase: answer.scenario });
      return;
    case 'compare':
      useVerdict.getState().keep(answer.before);
      useVerdict.getState().replace(answer.after);
      goTo('compare');
  }
}

/** Nothing was chosen yet, and the first question is none that a credential report alone answers. */
const isUnasked = (state: AccountState): boolean =>
  state.view === 'who' && state.who === undefined && !isAnswered(state);

function takeRows(answer: Extract<AccountAnswer, { readonly kind: 'who' }>): void {
  const { who } = useAccount.getState();
  const rows: WhoState['rows'] = new Map([
    ...(who?.rows ?? []),
    ...answer.rows.map((row) => [row.arn, row] as const),
  ]);
  const { question, done, needsResourcePolicy } = answer;
  set({ who: { question, rows, done, needsResourcePolicy } });
}

/** What was read, for keeping: files stay on the disk until the worker reads them. */
let given: readonly File[] = [];

function read(files: readonly File[]): void {
  if (files.length === 0) return;
  given = [...given, ...files];
  set({ status: 'reading', problems: [], files: given.map(({ name }) => name) });
  workerNow().ask({ kind: 'limits', limits: useAccount.getState().limits });
  workerNow().ask({ kind: 'load', files, now: new Date().toISOString() });
  if (useAccount.getState().kept) void keepFiles(given);
}

/** Reads files into the account: its authorization details in pages, and the reports that are joined to it, in any order. */
export function loadAccount(files: readonly File[]): void {
  read(files);
}

/** The same for a text that was pasted. */
export function loadPasted(text: string): void {
  read([new File([text], 'pasted text', { type: 'text/plain' })]);
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

/** One change of the state, so that it is one step in the browser's history. */
function sendWho(question: AccountQuestion, besides: Partial<AccountState>): void {
  asked.who = nextNumber();
  set({
    ...besides,
    who: { question, rows: new Map(), done: false, needsResourcePolicy: false },
  });
  workerNow().ask({ kind: 'who', question, number: asked.who });
}

export function askWho(question: AccountQuestion): void {
  const { action, resource } = question;
  sendWho(question, { view: 'who', only: 'all', group: undefined, draft: { action, resource } });
}

function sendCan(arn: string, other: string | undefined, besides: Partial<AccountState>): void {
  asked.can = nextNumber();
  set({ ...besides, can: { arn, other, can: undefined, difference: undefined } });
  workerNow().ask({ kind: 'can', arn, ...(other !== undefined && { other }), number: asked.can });
}

export function askCan(arn: string, other?: string): void {
  sendCan(arn, other, { view: 'can', only: 'all', group: undefined });
}

function askChecks(): void {
  workerNow().ask({ kind: 'checks', now: new Date().toISOString() });
}

/** Asks the same again: files or SCPs were added, and answers from before hold no longer. */
function askAgain(): void {
  const { who, can, view, selected, overview } = useAccount.getState();
  set({ checks: undefined, paths: undefined, share: 0, gate: undefined });
  findPaths();
  if (who !== undefined) sendWho(who.question, {});
  if (can !== undefined) sendCan(can.arn, can.other, {});
  else if (view === 'can') askFirst(selected, overview);
  if (view === 'checks') askChecks();
}

function askFirst(selected: string | undefined, overview: AccountState['overview']): void {
  const first = selected ?? overview?.principals[0]?.arn;
  if (first !== undefined) askCan(first);
}

export function findPaths(): void {
  set({ stopped: false, share: 0 });
  workerNow().ask({ kind: 'paths' });
}

export function stopPaths(): void {
  set({ stopped: true });
  workerNow().ask({ kind: 'stop' });
}

export function showView(view: AccountView): void {
  const { selected, overview, can, checks } = useAccount.getState();
  if (view === 'can' && can === undefined) askFirst(selected, overview);
  else set({ view, only: 'all', group: undefined });
  if (view === 'checks' && checks === undefined) askChecks();
}

/** Judges passwords and keys anew, by other limits. */
export function limitKeys(change: Partial<KeyLimits>): void {
  const limits = { ...useAccount.getState().limits, ...change };
  set({ limits });
  // Before an account is there, they go with its files.
  if (useAccount.getState().overview !== undefined) workerNow().ask({ kind: 'limits', limits });
}

/** SCPs for everybody; undefined: they are supposed to allow. */
export function supposeScps(levels: readonly PolicyLevel[] | undefined): void {
  set({ scp: levels });
  workerNow().ask({ kind: 'scp', levels });
  askAgain();
}

/** Opens the question of one principal in Case, filled in. */
export function openPrincipal(arn: string, question: AccountQuestion): void {
  workerNow().ask({ kind: 'case', arn, question });
}

/** The same for the question that was asked: Case opens at the statement that decided. */
export function openDecided(arn: string): void {
  const { who } = useAccount.getState();
  useAccount.setState({ selected: arn });
  if (who !== undefined) openPrincipal(arn, who.question);
}

/** Opens the request of a station in Case, as it was evaluated. */
export function openStation(station: Station): void {
  workerNow().ask({ kind: 'station', station });
}

/** Looks at a gate of a way: its request is made into a case, whose policies are shown. The same again looks away. */
export function showGate(gate: number, station: Station): void {
  const isShown = useAccount.getState().gate === gate;
  set({ gate: isShown ? undefined : gate, gateCase: undefined });
  if (isShown) return;
  asked.gate = nextNumber();
  workerNow().ask({ kind: 'show', station, number: asked.gate });
}

/** Who waits for the case of a principal. */
let taken: ((scenario: Scenario) => void) | undefined;

/** The case of one principal with its policies, to be compared with another. */
export function takePrincipal(arn: string, take: (scenario: Scenario) => void): void {
  taken = take;
  workerNow().ask({ kind: 'principal', arn });
}

/** Compares what two principals may do: one is A, the other B. */
export function comparePrincipals(arn: string, other: string): void {
  workerNow().ask({ kind: 'both', arn, other });
}

/** Compares the request of a station with the same without the statement that is cut. */
export function tryCut(station: Station, cut: Cut): void {
  workerNow().ask({ kind: 'cut', station, cut });
}

export function forgetAccount(): void {
  if (useAccount.getState().kept) void forgetFiles();
  given = [];
  worker?.end();
  worker = undefined;
  useAccount.setState(NOTHING, true);
  forgetMasks();
  // The names that were kept beside the steps of the history go with the account.
  forgetOwn();
}
