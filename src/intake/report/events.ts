/**
 * CloudTrail's records, whatever they came in: log files, JSON lines, `lookup-events`, EventBridge, CloudWatch Logs,
 * CloudTrail Lake, Athena's API and CSV. CloudTrail User Guide, "CloudTrail record contents".
 */
import { isEvent } from '../evidence/cloudtrail';
import { unpacked } from '../evidence/json';
import type { JsonObject } from '../evidence/values';
import { at, isObject, listAt, textAt } from '../evidence/values';
import { columnName } from './csv';
import type { Table } from './csv';
import { isCountColumn, memberOf, recordOf } from './record-shape';
import type { Source } from './source';
import type { EventForm, EventsReport, RecordedEvent, ReportProblem } from './types';

interface Found {
  readonly form: EventForm;
  readonly records: readonly JsonObject[];
}

/** Events of a text in their order; undefined where it holds none. */
export function readEvents(source: Source): EventsReport | undefined {
  if (source.table !== undefined) return fromTable(source.table);
  const forms = new Set<EventForm>();
  const events: RecordedEvent[] = [];
  const problems: ReportProblem[] = [...source.problems];
  let listed = false;
  for (const root of source.roots) {
    const athena = athenaTable(root);
    if (athena !== undefined) {
      const table = fromTable(athena);
      if (table === undefined) continue;
      forms.add('athena');
      events.push(...table.events);
      problems.push(...table.problems);
      listed = true;
      continue;
    }
    const found = recordsIn(root);
    if (found === undefined) continue;
    listed = true;
    forms.add(source.roots.length > 1 && found.form === 'record' ? 'lines' : found.form);
    for (const record of found.records) events.push({ record, count: 1 });
  }
  if (!listed) return undefined;
  return { kind: 'events', forms: [...forms], events, problems };
}

function recordsIn(root: JsonObject): Found | undefined {
  if (isEvent(root)) return { form: 'record', records: [root] };
  if (isObject(at(root, 'detail')) && textAt(root, 'detail-type') !== undefined) {
    const detail = at(root, 'detail') as JsonObject;
    return isEvent(detail) ? { form: 'eventbridge', records: [detail] } : undefined;
  }
  const records = listAt(root, 'Records');
  if (Array.isArray(at(root, 'Records')))
    return { form: 'records', records: records.filter(isObject).filter(isEvent) };
  const looked = listAt(root, 'Events');
  if (looked.some((event) => textAt(event, 'CloudTrailEvent') !== undefined))
    return { form: 'lookup-events', records: packed(looked.map((event) => at(event, 'CloudTrailEvent'))) };
  const logged = listAt(root, 'events');
  if (logged.some((event) => textAt(event, 'message') !== undefined))
    return { form: 'cloudwatch-logs', records: packed(logged.map((event) => at(event, 'message'))) };
  const insights = listAt(root, 'results').map((row) => insightsMessage(row));
  if (insights.some((message) => message !== undefined))
    return { form: 'cloudwatch-logs', records: packed(insights) };
  const message = at(root, '@message') ?? at(root, 'message');
  if (message !== undefined) {
    const inner = packed([message]);
    return inner.length === 0 ? undefined : { form: 'cloudwatch-logs', records: inner };
  }
  const lake = listAt(root, 'QueryResultRows');
  if (lake.length > 0) return { form: 'lake', records: lake.map(lakeRecord) };
  const wrapped = textAt(root, 'CloudTrailEvent');
  return wrapped === undefined ? undefined : { form: 'lookup-events', records: packed([wrapped]) };
}

/** `get-query-results` of CloudWatch Logs: a row is a list of `{ field, value }`. */
function insightsMessage(row: unknown): unknown {
  if (!Array.isArray(row)) return at(row, '@message');
  const cells: readonly unknown[] = row;
  const cell = cells.find((entry) => textAt(entry, 'field') === '@message');
  return at(cell, 'value');
}

function packed(values: readonly unknown[]): readonly JsonObject[] {
  return values
    .map((value) => {
      if (typeof value !== 'string') return value;
      try {
        return JSON.parse(value) as unknown;
      } catch {
        return unpacked(value);
      }
    })
    .filter(isObject)
    .filter(isEvent);
}

/** CloudTrail Lake: a row is a list of objects with one member each, all values text. */
function lakeRecord(row: unknown): JsonObject {
  const cells = (Array.isArray(row) ? row : [row]).filter(isObject).flatMap((cell) => Object.entries(cell));
  return recordOf(
    cells.map(([name]) => columnName(name)),
    cells.map(([, value]) => (typeof value === 'string' ? value : JSON.stringify(value ?? ''))),
  );
}

/** `aws athena get-query-results`: the first row is the header. */
function athenaTable(root: JsonObject): Table | undefined {
  const rows = listAt(root, 'ResultSet', 'Rows');
  if (rows.length === 0) return undefined;
  const texts = rows.map((row) => listAt(row, 'Data').map((cell) => textAt(cell, 'VarCharValue') ?? ''));
  return { header: texts[0]!.map(columnName), rows: texts.slice(1), problems: [] };
}

function fromTable(table: Table): EventsReport | undefined {
  const { header } = table;
  const message = header.indexOf('@message');
  if (message !== -1) {
    const records = packed(table.rows.map((row) => row[message]));
    return records.length === 0
      ? undefined
      : {
          kind: 'events',
          forms: ['cloudwatch-logs'],
          events: records.map((record) => ({ record, count: 1 })),
          problems: table.problems,
        };
  }
  const told = new Set(header.map((column) => memberOf(column)?.join('.')));
  const about = ['eventSource', 'eventName'].filter((name) => told.has(name));
  if (about.length === 0) return undefined;
  if (about.length === 1) {
    const lacks = about[0] === 'eventSource' ? 'eventName' : 'eventSource';
    return {
      kind: 'events',
      forms: ['csv'],
      events: [],
      problems: [
        {
          id: 'missing-columns',
          message: `the table has no column \`${lacks.toLowerCase()}\`, so no call can be told: select eventsource and eventname at least`,
          line: 1,
        },
      ],
    };
  }
  const counter = header.findIndex(isCountColumn);
  const problems: ReportProblem[] = [...table.problems];
  const events = table.rows.flatMap((row, index): RecordedEvent[] => {
    const record = recordOf(header, row);
    if (textAt(record, 'eventSource') === undefined || textAt(record, 'eventName') === undefined) {
      if (problems.length < 20)
        problems.push({
          id: 'bad-row',
          message: 'this row names no service or no call, so it was left out',
          line: index + 2,
        });
      return [];
    }
    const count = counter === -1 ? 1 : Number(row[counter]);
    return [{ record, count: Number.isSafeInteger(count) && count > 0 ? count : 1 }];
  });
  return { kind: 'events', forms: ['csv'], events, problems };
}
