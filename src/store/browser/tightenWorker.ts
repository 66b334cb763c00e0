/**
 * The worker that reads reports and makes the smaller policies, away from the page's own thread. It keeps what it read;
 * to cancel it is ended, and a new one is given the texts again.
 */
import { policyFromEvents } from '../../audit/least-privilege/policy-from-events';
import { tighten } from '../../audit/least-privilege/tighten';
import type { OldPolicy } from '../../audit/least-privilege/rewrite';
import type { TightenInput } from '../../audit/least-privilege/tighten';
import { tightenView } from '../../audit/least-privilege/view';
import type { TightenView } from '../../audit/least-privilege/view';
import { prefixOf } from '../../intake/evidence/event-actions';
import { textAt } from '../../intake/evidence/values';
import { catalogPartsOf, decodeActions, decodeIndex, decodeService } from '../../catalog/service-codec';
import { createCatalog } from '../../catalog/service-reference';
import type { Catalog } from '../../catalog/service-reference';
import { joinReports, readReport } from '../../intake/report/read';
import { textOfFile } from '../../intake/report/file';
import type { Report, ReportKind, ReportProblem } from '../../intake/report/types';
import { comparePolicies } from '../../reasoning/questions/compare';
import type { Relation } from '../../reasoning/comparison';

export interface TextToRead {
  readonly id: number;
  readonly name: string;
  /** The browser keeps what is in it: neither the page nor this worker has it in memory but while it is read. */
  readonly content: Blob;
}

export interface ReadText {
  readonly id: number;
  readonly name: string;
  readonly kind: ReportKind | 'unknown';
  /** How much is in it: events, services, findings, results, policies. */
  readonly count: number;
  /** The report's own day, where it has one. */
  readonly day?: string;
  readonly problems: readonly ReportProblem[];
}

export interface Question extends Omit<TightenInput, 'reports' | 'catalog'> {
  readonly number: number;
}

/** What the page says to the worker. */
export type Message =
  | { readonly kind: 'read'; readonly texts: readonly TextToRead[] }
  | { readonly kind: 'forget'; readonly id: number }
  | {
      readonly kind: 'reference';
      readonly index: unknown;
      readonly actions: unknown;
      readonly services: readonly unknown[];
    }
  | { readonly kind: 'tighten'; readonly question: Question };

/** What the worker says to the page. */
export type Said =
  | { readonly kind: 'reading'; readonly name: string; readonly at: number; readonly of: number }
  | { readonly kind: 'read'; readonly texts: readonly ReadText[]; readonly prefixes: readonly string[] }
  | { readonly kind: 'tightened'; readonly number: number; readonly view: TightenView }
  | { readonly kind: 'compared'; readonly number: number; readonly relation: Relation }
  /** How many actions would be left, were those without data kept, or dropped: the choice that was not taken. */
  | { readonly kind: 'otherwise'; readonly number: number; readonly actions: number };

const reports = new Map<number, Report>();
let catalog: Catalog | undefined;
let latest = 0;

const say = (said: Said): void => self.postMessage(said);

self.onmessage = ({ data }: MessageEvent<Message>) => {
  switch (data.kind) {
    case 'read':
      void read(data.texts);
      return;
    case 'forget':
      reports.delete(data.id);
      return;
    case 'reference':
      catalog = createCatalog({
        ...catalogPartsOf(decodeIndex(data.index)),
        actions: decodeActions(data.actions),
        services: data.services.map(decodeService),
      });
      return;
    case 'tighten':
      latest = data.question.number;
      // A newer question that waits already makes this one needless.
      setTimeout(() => {
        if (data.question.number === latest) answer(data.question);
      });
  }
};

/** A file that was moved or changed since it was chosen is no longer given by the browser. */
async function reportIn(content: Blob): Promise<Report> {
  try {
    return readReport(textOfFile(new Uint8Array(await content.arrayBuffer())));
  } catch {
    return {
      kind: 'unknown',
      problems: [{ id: 'empty', message: 'the browser could not read it: choose it again' }],
    };
  }
}

async function read(texts: readonly TextToRead[]): Promise<void> {
  const found: ReadText[] = [];
  for (const [index, { id, name, content }] of texts.entries()) {
    say({ kind: 'reading', name, at: index + 1, of: texts.length });
    const report = await reportIn(content);
    reports.set(id, report);
    found.push({
      id,
      name,
      kind: report.kind,
      ...sizeOf(report),
      problems: [...report.problems, ...elsewhere(report)],
    });
  }
  say({ kind: 'read', texts: found, prefixes: prefixesOf([...reports.values()]) });
}

/** What is read, and says nothing of use. */
function elsewhere({ kind }: Report): readonly ReportProblem[] {
  if (kind === 'account')
    return [
      {
        id: 'other-kind',
        message:
          'this says who has what, and nothing of what was used: only the ages in it count here. Open it in Account',
      },
    ];
  return kind === 'credentialReport'
    ? [
        {
          id: 'other-kind',
          message: 'this says who has what, and nothing of what was used: open it in Account',
        },
      ]
    : [];
}

function sizeOf(report: Report): { readonly count: number; readonly day?: string } {
  const day = (time: string | undefined): { readonly day?: string } =>
    time === undefined ? {} : { day: time.slice(0, 10) };
  switch (report.kind) {
    case 'events':
      return { count: report.events.length };
    case 'lastAccessed':
    case 'organizationsAccess':
      return { count: report.services.length, ...day(report.completed) };
    case 'unusedAccess':
      return { count: report.findings.length, ...day(report.findings[0]?.analyzed) };
    case 'recommendation':
      return { count: report.steps.length, ...day(report.completed) };
    case 'policy':
      return { count: report.policies.length, ...day(report.to) };
    case 'simulation':
      return { count: report.results.length };
    case 'credentialReport':
      return { count: report.users.length };
    case 'created':
      return { count: report.principals.length + report.policies.length };
    case 'account':
      return { count: report.account.principals.length };
    case 'unknown':
      return { count: 0 };
  }
}

/** The services of which the reference is needed in detail. */
function prefixesOf(all: readonly Report[]): readonly string[] {
  const prefixes = new Set(['iam']);
  for (const report of all)
    if (report.kind === 'events')
      for (const { record } of report.events) {
        const prefix = prefixOf(textAt(record, 'eventSource') ?? '');
        if (prefix === undefined) continue;
        prefixes.add(prefix);
        // Directory buckets are asked for under S3's name.
        if (prefix === 's3') prefixes.add('s3express');
      }
  return [...prefixes];
}

function answer({ number, ...question }: Question): void {
  if (catalog === undefined) return;
  const joined = joinReports([...reports.values()]);
  const given =
    question.policies.length > 0
      ? question
      : { ...question, policies: fromEvents(joined, question, catalog) };
  const tightening = tighten({ ...given, reports: joined, catalog });
  say({ kind: 'tightened', number, view: tightenView(tightening, joined) });
  setTimeout(() => {
    if (number !== latest || catalog === undefined || question.policies.length === 0) return;
    const documents = (list: readonly { readonly document: unknown }[]): Record<string, unknown> => ({
      Version: '2012-10-17',
      Statement: list.flatMap(({ document }) => statementsOf(document)),
    });
    const after = tightening.policies.filter(({ empty }) => !empty);
    if (after.length === 0) {
      say({ kind: 'compared', number, relation: 'narrower' });
      tellOtherwise(number, given, joined);
      return;
    }
    const { relation } = comparePolicies(documents(question.policies), documents(after), 'identity', {
      catalog,
      relationOnly: true,
    });
    say({ kind: 'compared', number, relation });
    tellOtherwise(number, given, joined);
  });
}

/** More events than this take too long to be gone through twice for a number. */
const FEW_EVENTS = 5_000;

function tellOtherwise(number: number, question: Omit<Question, 'number'>, joined: readonly Report[]): void {
  if (number !== latest || catalog === undefined) return;
  if (joined.some((report) => report.kind === 'events' && report.events.length > FEW_EVENTS)) return;
  const mode = question.mode === 'tight' ? 'safe' : 'tight';
  const other = tighten({ ...question, mode, reports: joined, catalog });
  say({ kind: 'otherwise', number, actions: other.new.actions });
}

function statementsOf(document: unknown): readonly unknown[] {
  const statement: unknown = (document as { readonly Statement?: unknown } | null)?.Statement;
  return Array.isArray(statement) ? (statement as readonly unknown[]) : [statement];
}

/** Without a policy of before, what the events need is the policy. */
function fromEvents(
  joined: readonly Report[],
  question: Omit<Question, 'number'>,
  known: Catalog,
): readonly OldPolicy[] {
  const report = joined.find((entry) => entry.kind === 'events');
  if (report === undefined) return [];
  const { policies } = policyFromEvents({
    report,
    catalog: known,
    ...(question.principal !== undefined && { principal: question.principal }),
    ...(question.generalise !== undefined && { generalise: question.generalise }),
    ...(question.include !== undefined && { include: question.include }),
    ...(question.keys !== undefined && { keys: question.keys }),
    ...(question.conditions !== undefined && { conditions: question.conditions }),
  });
  return policies;
}
