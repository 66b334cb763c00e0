/**
 * The credential report, in every form that people paste: the CSV itself, what the CLI prints around it, its base64 alone, or a
 * table out of a spreadsheet. Columns are read by their names, since AWS adds some now and then.
 * IAM User Guide: "Generate credential reports for your AWS account"; IAM API Reference: GetCredentialReport.
 */
import { textOfBase64 } from '../evidence/packed';
import type { JsonObject } from '../evidence/values';
import { textAt } from '../evidence/values';
import { columnName, readTable, type Table } from './csv';
import type { Source } from './source';
import type {
  CredentialCertificate,
  CredentialKey,
  CredentialReport,
  CredentialRow,
} from './credential-types';
import type { ReportProblem } from './problem';

const NEEDED = ['user', 'arn', 'user_creation_time', 'mfa_active'].map(columnName);

const ROOT = '<root_account>';

/** The report, or undefined where the text is none. */
export function readCredentialReport(source: Source): CredentialReport | undefined {
  const isReport = (table: Table | undefined): table is Table =>
    table !== undefined && NEEDED.every((name) => table.header.includes(name));
  const packed = isReport(source.table) ? undefined : (contentOf(source) ?? within(source.text));
  const table = isReport(source.table) ? source.table : packed && readTable(packed.csv);
  if (!isReport(table)) return undefined;
  const problems: ReportProblem[] = [...table.problems];
  const rows = table.rows.map((row, at) => rowOf(table, row, at + 2, problems));
  const root = rows.find(({ user }) => user === ROOT);
  return {
    kind: 'credentialReport',
    ...(packed?.generated !== undefined && { generated: packed.generated }),
    ...(root !== undefined && { root }),
    users: rows.filter(({ user }) => user !== ROOT),
    problems,
  };
}

/** `get-credential-report` prints the CSV as base64 in `Content`; with `--query Content` it is the base64 alone. */
function contentOf(source: Source): { readonly csv: string; readonly generated?: string } | undefined {
  const root = source.roots.find((object: JsonObject) => textAt(object, 'Content') !== undefined);
  if (root !== undefined) {
    const csv = textOfBase64(textAt(root, 'Content')!);
    const generated = textAt(root, 'GeneratedTime');
    return csv === undefined ? undefined : { csv, ...(generated !== undefined && { generated }) };
  }
  if (source.roots.length > 0 || source.table !== undefined) return undefined;
  const csv = textOfBase64(source.text);
  return csv === undefined ? undefined : { csv };
}

const HEADER = /user[,;\t]arn[,;\t]user_creation_time/i;
/** The header in base64, and what follows it, wrapped or not. */
const PACKED = /dXNlcixhcm4sdXNlcl9jcmVhdGlvbl90aW1l[A-Za-z0-9+/]*(?:\r?\n[A-Za-z0-9+/]+)*={0,2}(?![\w:])/;
const TIME = /\b20\d\d-\d\d-\d\dT[\d:.]{5,15}(?:Z|[+-]\d\d:?\d\d)?/;

/** The report behind a command or in another program's output: as YAML or text of the CLI, as the bytes that Python prints. */
function within(text: string): ReturnType<typeof contentOf> {
  const packed = PACKED.exec(text);
  if (packed !== null) {
    const csv = textOfBase64(packed[0]);
    const behind = text.slice(packed.index + packed[0].length).slice(0, 200);
    const generated = TIME.exec(behind)?.[0];
    return csv === undefined ? undefined : { csv, ...(generated !== undefined && { generated }) };
  }
  const start = HEADER.exec(text)?.index;
  if (start === undefined) return undefined;
  const csv = text.slice(start);
  const printed = /^[^\n'"]*\\n[^'"]*/.exec(csv)?.[0];
  return { csv: printed?.replaceAll('\\r', '').replaceAll('\\n', '\n') ?? csv };
}

/** What stands for "there is none" in a column of the report. */
const NONE = new Set(['', 'n/a', 'not_supported', 'no_information']);

type Cell = (column: string) => string;

function rowOf(table: Table, row: readonly string[], line: number, problems: ReportProblem[]): CredentialRow {
  const cell: Cell = (column) => row[table.header.indexOf(columnName(column))]?.trim() ?? '';
  const isTrue = (column: string): boolean => cell(column).toLowerCase() === 'true';
  const time = (column: string): string | undefined => {
    const text = cell(column);
    if (NONE.has(text.toLowerCase())) return undefined;
    // A spreadsheet may drop the zone; AWS writes UTC.
    const utc = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?$/.test(text) ? `${text.replace(' ', 'T')}Z` : text;
    if (!Number.isNaN(Date.parse(utc))) return utc;
    problems.push({
      id: 'bad-row',
      message: `the time \`${text.slice(0, 40)}\` in \`${column}\` cannot be read, so it counts as not told`,
      line,
    });
    return undefined;
  };
  const plain = (column: string): string | undefined =>
    NONE.has(cell(column).toLowerCase()) ? undefined : cell(column);
  const told = <Name extends string>(name: Name, value: string | undefined) =>
    (value === undefined ? {} : { [name]: value }) as { readonly [N in Name]?: string };
  const key = (slot: 1 | 2): CredentialKey | undefined => {
    const active = isTrue(`access_key_${slot}_active`);
    const made = time(`access_key_${slot}_last_rotated`);
    // An inactive key keeps its time; without one there is no key.
    if (!active && made === undefined) return undefined;
    return {
      slot,
      active,
      ...told('made', made),
      ...told('lastUsed', time(`access_key_${slot}_last_used_date`)),
      ...told('region', plain(`access_key_${slot}_last_used_region`)),
      ...told('service', plain(`access_key_${slot}_last_used_service`)),
    };
  };
  const certificate = (slot: 1 | 2): CredentialCertificate | undefined => {
    const active = isTrue(`cert_${slot}_active`);
    const made = time(`cert_${slot}_last_rotated`);
    return active || made !== undefined ? { slot, active, ...told('made', made) } : undefined;
  };
  const enabled = cell('password_enabled').toLowerCase();
  return {
    user: cell('user'),
    arn: cell('arn'),
    ...told('created', time('user_creation_time')),
    // Older reports print `not_supported` for the root user, who then has one.
    password: enabled === 'true' || (cell('user') === ROOT && enabled === 'not_supported'),
    ...told('passwordLastUsed', time('password_last_used')),
    ...told('passwordChanged', time('password_last_changed')),
    ...told('passwordRotation', time('password_next_rotation')),
    mfa: isTrue('mfa_active'),
    keys: [key(1), key(2)].filter((one) => one !== undefined),
    certificates: [certificate(1), certificate(2)].filter((one) => one !== undefined),
    ...told('more', plain('additional_credentials_info')),
  };
}
