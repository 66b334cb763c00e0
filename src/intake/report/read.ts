/** Every report that people paste, by its kind. A kind that is added has its reader and its joining here, or does not compile. */
import { joinAccounts, readAccountReport } from './account';
import { readCreated } from './created';
import { readCredentialReport } from './credential-report';
import { readEvents } from './events';
import { joinLastAccessed, readLastAccessed } from './last-accessed';
import { notAReport } from './not-a-report';
import { joinOrganizations, readOrganizations } from './organizations';
import { readGeneratedPolicy, readRecommendation } from './recommendation';
import { readSimulationReport } from './simulation';
import type { Source } from './source';
import { sourceOf } from './source';
import type { KnownReport, Report, ReportKind, ReportProblem, ReportsByKind } from './types';
import { joinFindings, readUnusedAccess } from './unused-access';

interface ReportReader<Kind extends ReportKind> {
  /** Undefined: the text is of another kind. */
  readonly read: (source: Source) => ReportsByKind[Kind] | undefined;
  /** Several texts of this kind as one report; at least one. */
  readonly join: (reports: readonly ReportsByKind[Kind][]) => ReportsByKind[Kind];
}

/** In the order in which they are tried: no text is of two kinds. */
const READERS: { readonly [Kind in ReportKind]: ReportReader<Kind> } = {
  organizationsAccess: { read: readOrganizations, join: (reports) => joinOrganizations(reports) },
  lastAccessed: { read: readLastAccessed, join: (reports) => joinLastAccessed(reports) },
  unusedAccess: {
    read: readUnusedAccess,
    join: (reports) => ({
      kind: 'unusedAccess',
      findings: joinFindings(reports.flatMap(({ findings }) => findings)),
      problems: problemsOf(reports),
    }),
  },
  recommendation: {
    read: readRecommendation,
    join: (reports) => ({
      ...reports[0]!,
      steps: reports.flatMap(({ steps }) => steps),
      problems: problemsOf(reports),
    }),
  },
  policy: {
    read: readGeneratedPolicy,
    join: (reports) => ({
      ...reports[0]!,
      complete: reports.every(({ complete }) => complete),
      policies: reports.flatMap(({ policies }) => policies),
      placeholders: [...new Set(reports.flatMap(({ placeholders }) => placeholders))],
      problems: problemsOf(reports),
    }),
  },
  simulation: {
    read: readSimulationReport,
    join: (reports) => ({
      kind: 'simulation',
      results: reports.flatMap(({ results }) => results),
      truncated: reports.every(({ truncated }) => truncated),
      problems: problemsOf(reports),
    }),
  },
  credentialReport: {
    read: readCredentialReport,
    join: (reports) => ({
      ...reports[0]!,
      users: reports.flatMap(({ users }) => users),
      problems: problemsOf(reports),
    }),
  },
  account: { read: readAccountReport, join: (reports) => joinAccounts(reports) },
  created: {
    read: readCreated,
    join: (reports) => ({
      kind: 'created',
      principals: reports.flatMap(({ principals }) => principals),
      policies: reports.flatMap(({ policies }) => policies),
      problems: problemsOf(reports),
    }),
  },
  events: {
    read: readEvents,
    join: (reports) => ({
      kind: 'events',
      forms: [...new Set(reports.flatMap(({ forms }) => forms))],
      events: reports.flatMap(({ events }) => events),
      problems: problemsOf(reports),
    }),
  },
};

const KINDS = Object.keys(READERS) as readonly ReportKind[];

function problemsOf(reports: readonly KnownReport[]): readonly ReportProblem[] {
  return reports.flatMap(({ problems }) => problems);
}

/**
 * What a text, or several (pages, files), say of the use of permissions: one report, `unknown` with the reason where it
 * is none. Several texts are one report of the first one's kind; a text of another kind is told in `problems`. Never
 * throws, and reads nothing twice.
 */
export function readReport(text: string | readonly string[]): Report {
  const texts = typeof text === 'string' ? [text] : text;
  const reports = texts.map(readOne);
  return joinReports(reports)[0] ?? { kind: 'unknown', problems: [EMPTY] };
}

const EMPTY: ReportProblem = { id: 'empty', message: 'there is nothing in it' };

/** Reports of one kind as one, in the order of their first; what could not be read stays for itself. */
export function joinReports(reports: readonly Report[]): readonly Report[] {
  const known = reports.filter((report): report is KnownReport => report.kind !== 'unknown');
  const unknown = reports.filter((report) => report.kind === 'unknown');
  const kinds = [...new Set(known.map(({ kind }) => kind))];
  const joined = kinds.map((kind) => joinKind(kind, known));
  if (joined.length === 0) return unknown;
  const others: ReportProblem[] = joined.slice(1).map(({ kind }) => ({
    id: 'other-kind',
    message: `one of the texts is another kind of report (\`${kind}\`): it is read for itself`,
  }));
  const first = joined[0]!;
  const lost = unknown.flatMap(({ problems }) => problems);
  return [{ ...first, problems: [...first.problems, ...lost, ...others] }, ...joined.slice(1)];
}

function joinKind(kind: ReportKind, reports: readonly KnownReport[]): KnownReport {
  const alike = reports.filter((report) => report.kind === kind);
  // The reader of a kind joins reports of that kind: the compiler cannot follow the filter.
  const join = READERS[kind].join as (reports: readonly KnownReport[]) => KnownReport;
  return alike.length === 1 ? alike[0]! : join(alike);
}

function readOne(text: string): Report {
  const source = sourceOf(text);
  for (const kind of KINDS) {
    const report = READERS[kind].read(source);
    if (report !== undefined) return report;
  }
  return { kind: 'unknown', problems: notAReport(source) };
}
