/** Cases of `tests/cases/least-privilege.json`: what the reports and events say, and the policy that comes of them. */
import { evaluate } from '../../../src/engine/evaluate';
import { readReport } from '../../../src/intake/report/read';
import type { EventsReport, Report } from '../../../src/intake/report/types';
import { scenarioFor } from '../../../src/audit/least-privilege/coverage';
import { allowedActions } from '../../../src/audit/least-privilege/expand';
import { policyFromEvents } from '../../../src/audit/least-privilege/policy-from-events';
import type { EventPolicy } from '../../../src/audit/least-privilege/policy-from-events';
import { tighten } from '../../../src/audit/least-privilege/tighten';
import type { Tightening } from '../../../src/audit/least-privilege/tighten';
import { catalogNow as catalog } from '../catalog';

type Fields = Readonly<Record<string, unknown>>;

export interface LeastPrivilegeCase {
  readonly name: string;
  readonly input: Fields;
  readonly expect: Fields;
}

const PROSE: ReadonlySet<string> = new Set(['comment', 'why', 'note', 'notes', 'example']);
const INPUTS: ReadonlySet<string> = new Set(
  `report reports policies now windowDays mode records text texts generalise oldPolicies orgReport finding recommendation
   generated principal`.split(/\s+/),
);

interface Result {
  readonly report: Report;
  readonly tightening?: Tightening;
  readonly events?: EventPolicy;
}

/** What differs, in words; nothing means that the case holds. */
export function judgeLeastPrivilege(given: unknown): string[] {
  const { input, expect } = given as LeastPrivilegeCase;
  const unknown = Object.keys(input).filter((field) => !INPUTS.has(field) && !PROSE.has(field));
  const faults = unknown.map((field) => `the input has a field \`${field}\` that is not known`);
  const results = resultsOf(input);
  for (const result of results) faults.push(...compareFields(expect, result, input));
  return faults;
}

function compareFields(expect: Fields, result: Result, input: Fields): string[] {
  return Object.entries(expect).flatMap(([field, wanted]) => {
    if (PROSE.has(field)) return [];
    if (field === 'each') return compareFields(wanted as Fields, result, input);
    const judge = FIELDS[field];
    if (judge === undefined) return [`the field \`${field}\` is not known`];
    return judge(wanted, result, expect, input).map((fault) => `${field}: ${fault}`);
  });
}

function resultsOf(input: Fields): readonly Result[] {
  const texts = input['texts'] as readonly string[] | undefined;
  const of = (text: string): Result => {
    const report = readReport(text);
    return report.kind === 'events' || report.kind === 'unknown'
      ? ofEvents(report, input)
      : ofReports(report, input);
  };
  if (texts !== undefined) return texts.map(of);
  if (input['text'] !== undefined || input['records'] !== undefined)
    return [of((input['text'] as string | undefined) ?? JSON.stringify(input['records']))];
  const single =
    input['report'] ??
    input['orgReport'] ??
    input['finding'] ??
    input['recommendation'] ??
    input['generated'];
  const reports = (input['reports'] as readonly unknown[] | undefined) ?? [single];
  return [ofReports(readReport(reports.map((report) => JSON.stringify(report))), input)];
}

function ofReports(report: Report, input: Fields): Result {
  const policies = ((input['policies'] as readonly unknown[] | undefined) ?? []).map((document, index) => ({
    name: `Policy${index + 1}`,
    document,
  }));
  return {
    report,
    tightening: tighten({
      reports: [report],
      policies,
      catalog: catalog(),
      ...chosen(input, 'now', 'windowDays', 'mode', 'generalise', 'principal'),
    }),
  };
}

function ofEvents(report: Report, input: Fields): Result {
  const read: EventsReport =
    report.kind === 'events' ? report : { kind: 'events', forms: [], events: [], problems: [] };
  return {
    report,
    events: policyFromEvents({
      report: read,
      catalog: catalog(),
      ...chosen(input, 'generalise', 'oldPolicies', 'principal'),
    }),
  };
}

function chosen(input: Fields, ...names: readonly string[]): object {
  return Object.fromEntries(
    names.flatMap((name) => (input[name] === undefined ? [] : [[name, input[name]]])),
  );
}

type Judge = (wanted: unknown, result: Result, expect: Fields, input: Fields) => string[];

const text = (value: unknown): string => JSON.stringify(value ?? null);
const list = (value: unknown): readonly string[] => value as readonly string[];

const same = (wanted: unknown, found: unknown): string[] =>
  text(wanted) === text(found) ? [] : [`expected ${text(wanted)}, found ${text(found)}`];

function sameSet(wanted: readonly unknown[], found: readonly unknown[]): string[] {
  const sorted = (values: readonly unknown[]): unknown[] => values.map(text).sort();
  return same(
    sorted(wanted),
    sorted([...new Set(found.map(text))].map((value) => JSON.parse(value) as unknown)),
  );
}

function within(wanted: readonly unknown[], found: readonly unknown[]): string[] {
  const have = new Set(found.map(text));
  return wanted
    .filter((entry) => !have.has(text(entry)))
    .map((entry) => `${text(entry)} is missing in ${text(found)}`);
}

/** Each wanted member, by its own comparison. */
function members(wanted: unknown, found: (name: string) => unknown): string[] {
  return Object.entries(wanted as Fields).flatMap(([name, value]) => {
    const actual = found(name);
    return Array.isArray(value) && Array.isArray(actual)
      ? sameSet(value, actual).map((fault) => `${name}: ${fault}`)
      : same(value, actual ?? null).map((fault) => `${name}: ${fault}`);
  });
}

const day = (time: string | null | undefined): string | null => time?.slice(0, 10) ?? null;

function documents({ tightening, events }: Result): readonly unknown[] {
  return (
    events?.policies.map(({ document }) => document) ??
    tightening?.policies.map(({ document }) => document) ??
    []
  );
}

function resultActions(result: Result): readonly string[] {
  return [...allowedActions(catalog(), documents(result))];
}

const warningIds = ({ tightening, events }: Result): readonly string[] =>
  [...(tightening?.warnings ?? []), ...(events?.warnings ?? [])].map(({ id }) => id);

const principalOf = ({ report, events, tightening }: Result): string | null => {
  if (events !== undefined) return events.principal;
  if (report.kind === 'unusedAccess') return report.findings[0]?.principal ?? null;
  if (report.kind === 'recommendation' || report.kind === 'policy') return report.principal;
  return tightening?.principal ?? null;
};

/** A recommendation is one of unused access. */
const kindOf = (report: Report, wanted: unknown): string =>
  report.kind === 'recommendation' && wanted === 'unusedAccess' ? 'unusedAccess' : report.kind;

function asked(result: Result, question: unknown): string {
  const [action, resource, context = {}] = question as [string, string, Record<string, string>?];
  const principal = principalOf(result) ?? 'arn:aws:iam::111122223333:role/holder';
  const policies = documents(result).map((document, index) => ({ name: `P${index}`, document }));
  return evaluate(scenarioFor({ principal, action, resource, context }, policies)).decision;
}

const decides =
  (allowed: boolean): Judge =>
  (wanted, result) =>
    (wanted as readonly unknown[]).flatMap((question) => {
      const decision = asked(result, question);
      const right = allowed
        ? decision === 'Allowed'
        : decision === 'ImplicitlyDenied' || decision === 'ExplicitlyDenied';
      return right ? [] : [`${text(question)} is ${decision}`];
    });

function statementsIn(document: unknown): number {
  const statement = (document as { readonly Statement?: unknown } | undefined)?.Statement;
  return Array.isArray(statement) ? statement.length : statement === undefined ? 0 : 1;
}

function reportPolicies(
  report: Report,
): readonly { readonly name?: string; readonly layer: string; readonly document: unknown }[] {
  if (report.kind === 'policy') return report.policies.map((policy) => ({ ...policy, layer: 'identity' }));
  if (report.kind !== 'recommendation') return [];
  return report.steps.flatMap((step) =>
    step.do === 'replace' ? [{ name: step.name, layer: 'identity', document: step.document }] : [],
  );
}

/** What is unused, however it is spelled: `access-key`, `accessKey`, `key`. */
const spelled = (thing: unknown): string =>
  String(thing)
    .toLowerCase()
    .replace(/[^a-z]|access|user|iam/g, '');

const findingsOf = (report: Report): Extract<Report, { kind: 'unusedAccess' }>['findings'] =>
  report.kind === 'unusedAccess' ? report.findings : [];

const commandsOf = ({ report, tightening }: Result): readonly string[] => [
  ...(tightening?.offers ?? []),
  ...findingsOf(report).flatMap(({ commands }) => commands),
];

const names = (entries: readonly { readonly name: string }[]): readonly string[] =>
  entries.map(({ name }) => name);

const FIELDS: Readonly<Record<string, Judge>> = {
  kind: (wanted, { report }) => same(wanted, kindOf(report, wanted)),
  services: (wanted, { tightening }) => members(wanted, (name) => tightening?.services[name] ?? 'no-data'),
  strike: (wanted, { tightening }) => sameSet(list(wanted), tightening?.strike ?? []),
  keep: (wanted, { tightening }) => within(list(wanted), tightening?.keep ?? []),
  noData: (wanted, { tightening }) => sameSet(list(wanted), tightening?.noData ?? []),
  removedStatements: (wanted, { tightening }) =>
    sameSet(wanted as readonly unknown[], tightening?.policies[0]?.removed ?? []),
  unchanged: (wanted, { tightening }) => same(wanted, tightening?.unchanged),
  added: (wanted, { tightening }) => sameSet(list(wanted), tightening?.added ?? []),
  keptForUntracked: (wanted, { tightening }) => sameSet(list(wanted), tightening?.keptForUntracked ?? []),
  lastUsed: (wanted, { report, tightening }) =>
    wanted === null || typeof wanted === 'string'
      ? same(wanted, day(findingsOf(report)[0]?.last))
      : members(wanted, (name) => day(tightening?.lastUsed[name])),
  warnings: (wanted, result) => within(list(wanted), warningIds(result)),
  absentWarnings: (wanted, result) =>
    list(wanted)
      .filter((id) => warningIds(result).includes(id))
      .map((id) => `${id} is told`),
  problem: (wanted, { tightening, report }) =>
    same(wanted, tightening?.problem ?? report.problems[0]?.id ?? null),
  offers: (wanted, result) => within(list(wanted), commandsOf(result)),
  commands: (wanted, result) => within(list(wanted), commandsOf(result)),
  counts: (wanted, { report }) =>
    members(wanted, (name) =>
      report.kind === 'organizationsAccess' ? report[name as 'accessible' | 'notAccessed'] : undefined,
    ),
  // Never compared as text: `allows` and `denies` say what it does, `strike` and `actions` that nothing is over.
  examplePolicy: (wanted, result, expect) =>
    expect['strike'] === undefined && expect['actions'] === undefined
      ? []
      : sameSet([...allowedActions(catalog(), [wanted])], resultActions(result)),
  allows: decides(true),
  denies: decides(false),
  principal: (wanted, result) => same(wanted, principalOf(result)),
  principals: (wanted, { events }) =>
    sameSet(
      (wanted as readonly { readonly arn: string; readonly events: number; readonly cannot?: string }[]).map(
        (entry) => [entry.arn, entry.events, entry.cannot !== undefined],
      ),
      (events?.principals ?? []).map((entry) => [entry.arn, entry.events, entry.cannot !== undefined]),
    ),
  events: (wanted, { events }) => same(wanted, events?.events),
  used: (wanted, { events }) => same(wanted, events?.used),
  coverage: (wanted, { events }) => same(wanted, events?.coverage),
  actions: (wanted, result) => sameSet(list(wanted), resultActions(result)),
  absentActions: (wanted, result) =>
    list(wanted)
      .filter((action) => resultActions(result).includes(action))
      .map((action) => `${action} is in the result`),
  resources: (wanted, { events }) =>
    members(wanted, (action) =>
      (events?.statements ?? [])
        .filter(({ actions }) => actions.includes(action))
        .flatMap(({ resources }) => resources),
    ),
  needs: (wanted, { events }) => members(wanted, (action) => events?.needs[action]),
  included: (wanted, result) => sameSet(list(wanted), resultActions(result)),
  offered: (wanted, { events }) =>
    sameSet(
      list(wanted),
      (events?.denied ?? [])
        .filter(({ notOfferedFor }) => notOfferedFor === undefined)
        .map(({ action }) => action),
    ),
  skipped: (wanted, { events }) => sameSet(wanted as readonly unknown[], events?.skipped ?? []),
  derived: (wanted, { events }) => sameSet(wanted as readonly unknown[], events?.derived ?? []),
  left: (wanted, { events }) =>
    members(wanted, (kind) => names(events?.left[kind as keyof EventPolicy['left']] ?? [])),
  oldActions: (wanted, { events, tightening }) => same(wanted, (events ?? tightening)?.old.actions),
  newActions: (wanted, { events, tightening }) => same(wanted, (events ?? tightening)?.new.actions),
  wholeServices: (wanted, { report }) =>
    sameSet(
      list(wanted),
      findingsOf(report).flatMap(({ services }) =>
        services.filter(({ actions }) => actions === undefined).map(({ prefix }) => prefix),
      ),
    ),
  unused: (wanted, { report }) => same(spelled(wanted), spelled(findingsOf(report)[0]?.unused)),
  steps: (wanted, { report }) =>
    sameSet(
      wanted as readonly unknown[],
      report.kind === 'recommendation'
        ? report.steps.map((step) => ({ do: step.do, policy: step.policy }))
        : [],
    ),
  placeholders: (wanted, { report }) =>
    sameSet(list(wanted), report.kind === 'policy' ? report.placeholders : []),
  policies: (wanted, { report }) =>
    (wanted as readonly Fields[]).flatMap((entry, index) => {
      const found = reportPolicies(report)[index];
      const actual: Fields = {
        name: found?.name,
        layer: found?.layer,
        statements: statementsIn(found?.document),
      };
      return members(entry, (name) => actual[name]);
    }),
};
