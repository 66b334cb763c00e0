/** The worker that holds a loaded account and answers about it, away from the page's own thread. It is ended to forget the account. */
import type { Scenario } from '../../case/scenario';
import { adminPathsStepwise } from '../../audit/account/paths/search';
import type { AdminPaths } from '../../audit/account/paths/types';
import { overviewOf, type AccountOverview } from '../../audit/account/overview';
import { caseOf, hiddenPolicy, type AccountQuestion } from '../../audit/account/principal-case';
import { whoCanStepwise, type WhoRow } from '../../audit/account/who-can';
import type { Account } from '../../intake/account/read';
import type { CredentialReport } from '../../intake/report/credential-types';
import { readReport } from '../../intake/report/read';

export type AccountAsk =
  | { readonly kind: 'load'; readonly texts: readonly string[]; readonly now: string }
  | { readonly kind: 'who'; readonly question: AccountQuestion }
  | { readonly kind: 'paths' }
  | { readonly kind: 'case'; readonly arn: string; readonly question: AccountQuestion };

/** A row without what the page has already. */
export type WhoAnswer = Omit<WhoRow, 'principal'> & { readonly arn: string };

export type AccountAnswer =
  | {
      readonly kind: 'loaded';
      readonly overview: AccountOverview | undefined;
      readonly problems: readonly string[];
    }
  | {
      readonly kind: 'who';
      readonly question: AccountQuestion;
      readonly rows: readonly WhoAnswer[];
      readonly done: boolean;
      readonly needsResourcePolicy: boolean;
    }
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'paths'; readonly found: AdminPaths }
  | { readonly kind: 'case'; readonly scenario: Scenario };

let account: Account | undefined;
let report: CredentialReport | undefined;
const texts: { account: string[] } = { account: [] };
/** The latest question: an older one that is still being answered stops. */
let current = 0;

const say = (answer: AccountAnswer): void => self.postMessage(answer);

self.onmessage = ({ data }: MessageEvent<AccountAsk>) => {
  switch (data.kind) {
    case 'load':
      load(data.texts, data.now);
      return;
    case 'who':
      answerWho(data.question);
      return;
    case 'paths':
      findPaths();
      return;
    case 'case': {
      const principal = account?.principals.find(({ arn }) => arn === data.arn);
      if (account && principal) say({ kind: 'case', scenario: caseOf(account, principal, data.question) });
    }
  }
};

/** Files may come one after another: pages of the account are joined with those before, a report replaces the one before. */
function load(given: readonly string[], now: string): void {
  const problems: string[] = [];
  for (const text of given) {
    const read = readReport(text);
    if (read.kind === 'account') texts.account.push(text);
    else if (read.kind === 'credentialReport') report = read;
    else problems.push(read.problems[0]?.message ?? 'this is neither an account nor a credential report');
  }
  const whole = texts.account.length === 0 ? undefined : readReport(texts.account);
  if (whole?.kind === 'account') {
    account = whole.account;
    problems.push(...whole.problems.map(({ message }) => message));
  }
  if (report) problems.push(...report.problems.map(({ message }) => message));
  say({ kind: 'loaded', overview: account && overviewOf(account, report, now), problems });
}

/** Rows are told in portions, so that the first stand on the page at once. */
const PORTION = 200;

function answerWho(question: AccountQuestion): void {
  const asked = (current += 1);
  const of = account;
  if (of === undefined) return;
  const needsResourcePolicy = hiddenPolicy(of, question);
  const run = whoCanStepwise(of, question);
  const more = (): void => {
    if (asked !== current) return;
    const rows: WhoAnswer[] = [];
    let done = false;
    while (rows.length < PORTION && !done) {
      const step = run.next();
      if (step.done === true) done = true;
      else {
        const { principal, ...row } = step.value;
        rows.push({ ...row, arn: principal.arn });
      }
    }
    say({ kind: 'who', question, rows, done, needsResourcePolicy });
    if (!done) setTimeout(more);
  };
  more();
}

const SLICE_MS = 50;

function findPaths(): void {
  const of = account;
  if (of === undefined) return;
  const run = adminPathsStepwise(of);
  const more = (): void => {
    if (of !== account) return;
    const start = performance.now();
    for (;;) {
      const step = run.next();
      if (step.done === true) {
        say({ kind: 'paths', found: step.value });
        return;
      }
      if (performance.now() - start < SLICE_MS) continue;
      say({ kind: 'progress', share: step.value.done / Math.max(step.value.of, 1) });
      setTimeout(more);
      return;
    }
  };
  more();
}
