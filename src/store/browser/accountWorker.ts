/** The worker that holds a loaded account and answers about it, away from the page's own thread. It is ended to forget the account. */
import { decodeActions } from '../../catalog/service-codec';
import type { PolicyLevel, Scenario } from '../../case/scenario';
import { canDoStepwise, differenceOf } from '../../audit/account/can-do';
import type { ServiceActions } from '../../audit/account/can-do';
import { checksOf } from '../../audit/account/checks';
import { cutCase } from '../../audit/account/paths/cut-case';
import { adminPathsStepwise } from '../../audit/account/paths/search';
import type { AdminPaths } from '../../audit/account/paths/types';
import { overviewOf, type AccountOverview } from '../../audit/account/overview';
import { caseOf, hiddenPolicy, type AccountQuestion } from '../../audit/account/principal-case';
import { stationCase } from '../../audit/account/paths/station-case';
import { askOpen } from '../../audit/account/untold-keys';
import { whoCanStepwise } from '../../audit/account/who-can';
import type { KeyLimits } from '../../audit/credentials/types';
import { Loading } from '../account/loading';
import type { AccountAnswer, AccountAsk, WhoAnswer } from './accountMessages';

const loading = new Loading();
let services: readonly ServiceActions[] = [];
let scp: readonly PolicyLevel[] | undefined;
/** The latest of each kind of question: an older one that is still being answered stops. */
const latest = { who: 0, can: 0, paths: 0 };
/** The question that is being answered: longer searches wait for it. */
let answering: number | undefined;

const say = (answer: AccountAnswer): void => self.postMessage(answer);
const withScp = (question: AccountQuestion): AccountQuestion =>
  scp === undefined ? question : { ...question, scp };

self.onmessage = ({ data }: MessageEvent<AccountAsk>) => {
  const { account } = loading;
  switch (data.kind) {
    case 'load':
      void load(data.files, data.now);
      return;
    case 'reference':
      services = [...decodeActions(data.actions)].map(([prefix, actions]) => ({
        prefix,
        actions: [...actions.values()].map(({ name, accessLevels }) => ({ name, levels: accessLevels })),
      }));
      return;
    case 'scp':
      scp = data.levels;
      return;
    case 'limits':
      limits = data.limits;
      if (readAt !== '') say({ kind: 'overview', overview: overviewNow() });
      return;
    case 'who':
      answerWho(data.question, data.number);
      return;
    case 'can':
      answerCan(data.arn, data.other, data.number);
      return;
    case 'paths':
      findPaths();
      return;
    case 'stop':
      latest.paths += 1;
      return;
    case 'checks':
      if (account) say({ kind: 'checks', checks: checksOf(account, loading.report, data.now) });
      return;
    case 'case': {
      const principal = account?.principals.find(({ arn }) => arn === data.arn);
      if (account && principal)
        say({
          kind: 'case',
          scenario: askOpen(account, caseOf(account, principal, withScp(data.question))).scenario,
        });
      return;
    }
    case 'station': {
      const scenario = account && stationCase(account, data.station, scp);
      if (scenario) say({ kind: 'case', scenario });
      return;
    }
    case 'show': {
      const scenario = account && stationCase(account, data.station, scp);
      if (scenario) say({ kind: 'shown', number: data.number, scenario });
      return;
    }
    case 'principal': {
      const scenario = casesOf([data.arn])[0];
      if (scenario) say({ kind: 'principal', scenario });
      return;
    }
    case 'both': {
      const [before, after] = casesOf([data.arn, data.other]);
      if (before && after) say({ kind: 'compare', before, after });
      return;
    }
    case 'cut': {
      const before = account && stationCase(account, data.station, scp);
      if (before) say({ kind: 'compare', before, after: cutCase(before, data.cut) });
    }
  }
};

/** Two principals are compared over all requests; the one that the case is about is only where it starts. */
const ANY: AccountQuestion = { action: 'iam:ListUsers', resource: '*' };

/** Principals with all their policies, each as a case of its own. */
function casesOf(arns: readonly string[]): readonly (Scenario | undefined)[] {
  const { account } = loading;
  return arns.map((arn) => {
    const principal = account?.principals.find((one) => one.arn === arn);
    return account && principal && { ...caseOf(account, principal, withScp(ANY)), title: principal.name };
  });
}

let readAt = '';
let limits: Partial<KeyLimits> = {};

async function load(files: readonly File[], now: string): Promise<void> {
  const problems = await loading.add(files);
  readAt = now;
  say({ kind: 'loaded', overview: overviewNow(), problems });
}

function overviewNow(): AccountOverview | undefined {
  const { account, report, accessed, unusedAccess } = loading;
  if (account === undefined && report === undefined) return undefined;
  return overviewOf(account, {
    ...(report !== undefined && { report }),
    accessed,
    unusedAccess,
    limits,
    now: readAt,
  });
}

/** The first rows are told at once; later ones in portions that the page has time to draw. */
const FIRST_MS = 60;
const PORTION_MS = 400;

function answerWho(asked: AccountQuestion, number: number): void {
  latest.who = number;
  const { account } = loading;
  if (account === undefined) return;
  const question = withScp(asked);
  const needsResourcePolicy = hiddenPolicy(account, question);
  const run = whoCanStepwise(account, question);
  let portion = FIRST_MS;
  const more = (): void => {
    if (number !== latest.who) return;
    answering = number;
    const start = performance.now();
    const rows: WhoAnswer[] = [];
    let done = false;
    while (!done && performance.now() - start < portion) {
      const step = run.next();
      if (step.done === true) done = true;
      else {
        const { principal, ...row } = step.value;
        rows.push({ ...row, arn: principal.arn });
      }
    }
    say({ kind: 'who', number, question: asked, rows, done, needsResourcePolicy });
    portion = PORTION_MS;
    if (done) answering = undefined;
    else setTimeout(more);
  };
  more();
}

/** How long a search runs before it looks whether it is still wanted. */
const SLICE_MS = 50;

/** Runs steps a slice at a time for as long as they are wanted. */
function inSlices<Step, Result>(
  run: Generator<Step, Result, void>,
  isWanted: () => boolean,
  told: (step: Step) => void,
  done: (result: Result) => void,
): void {
  const more = (): void => {
    if (!isWanted()) return;
    if (answering !== undefined) {
      setTimeout(more, SLICE_MS);
      return;
    }
    const start = performance.now();
    for (;;) {
      const step = run.next();
      if (step.done === true) {
        done(step.value);
        return;
      }
      if (performance.now() - start < SLICE_MS) continue;
      told(step.value);
      setTimeout(more);
      return;
    }
  };
  more();
}

function answerCan(arn: string, otherArn: string | undefined, number: number): void {
  latest.can = number;
  const { account } = loading;
  const find = (wanted: string | undefined) => account?.principals.find((one) => one.arn === wanted);
  const principal = find(arn);
  if (account === undefined || principal === undefined) return;
  const wanted = (): boolean => number === latest.can;
  const other = find(otherArn);
  inSlices(
    canDoStepwise(account, principal, services, scp),
    wanted,
    () => undefined,
    (can) => {
      if (other === undefined) {
        say({ kind: 'can', number, can });
        return;
      }
      inSlices(
        canDoStepwise(account, other, services, scp),
        wanted,
        () => undefined,
        (second) => say({ kind: 'can', number, can, other: second, difference: differenceOf(can, second) }),
      );
    },
  );
}

function findPaths(): void {
  const { account } = loading;
  latest.paths += 1;
  const number = latest.paths;
  if (account === undefined) return;
  const iam = services.find(({ prefix }) => prefix === 'iam');
  const options = {
    ...(iam !== undefined && { iamActions: iam.actions.map(({ name }) => `iam:${name}`) }),
    ...(scp !== undefined && { scp }),
  };
  let told = 0;
  inSlices(
    adminPathsStepwise(account, options),
    () => number === latest.paths,
    ({ done, of }) => {
      const share = Math.floor((done / Math.max(of, 1)) * 20) / 20;
      if (share !== told) say({ kind: 'progress', share });
      told = share;
    },
    (found) => say({ kind: 'paths', found: slim(found) }),
  );
}

/** The page needs names and ARNs of principals; what they hold stays here. */
function slim(found: AdminPaths): AdminPaths {
  const bare = <P extends { readonly detail: object }>(principal: P): P => ({ ...principal, detail: {} });
  return {
    ...found,
    admins: found.admins.map(bare),
    paths: found.paths.map(({ from, steps, certain }) => ({
      from: bare(from),
      certain,
      steps: steps.map(({ becomes, ...step }) => ({
        ...step,
        from: bare(step.from),
        ...(becomes !== undefined && { becomes: bare(becomes) }),
      })),
    })),
  };
}
