/** Tables that Athena, CloudTrail Lake and the console give as CSV (RFC 4180), and people as tabs. */
import Papa from 'papaparse';
import type { ReportProblem } from './types';

export interface Table {
  /** Without regard to case, `_`, spaces and dots. */
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Line of each row, from 1. */
  readonly problems: readonly ReportProblem[];
}

/** A column's name as all of its spellings: `Event Name`, `event_name` and `eventName` are one. */
export function columnName(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_."()*-]/g, '');
}

/** A table with a header, or undefined where the text is none. In this thread: no worker from a blob. */
export function readTable(text: string): Table | undefined {
  const firstLine = text.slice(0, text.indexOf('\n') === -1 ? text.length : text.indexOf('\n'));
  if (!/[,\t;|]/.test(firstLine) || /^\s*[{[]/.test(firstLine)) return undefined;
  const { data, errors } = Papa.parse<string[]>(text.trim(), {
    worker: false,
    header: false,
    skipEmptyLines: true,
    delimitersToGuess: [',', '\t', ';', '|'],
  });
  const [head, ...rows] = data;
  if (
    head === undefined ||
    rows.length === 0 ||
    head.length < 2 ||
    !head.every((name) => /^[\w\s."()*-]{1,80}$/.test(name))
  )
    return undefined;
  const header = head.map(columnName);
  const problems: ReportProblem[] = [];
  const whole = rows.filter((row, at) => {
    if (row.length === head.length) return true;
    if (problems.length < 20)
      problems.push({
        id: 'bad-row',
        message: `this row has ${row.length} columns and the header ${head.length}, so it was left out`,
        line: at + 2,
      });
    return false;
  });
  const quotes = errors.find(({ type }) => type === 'Quotes');
  if (quotes !== undefined)
    problems.push({
      id: 'cut-off',
      message: 'a quotation mark is not closed: the rows after it are one text',
      ...(quotes.row !== undefined && { line: quotes.row + 1 }),
    });
  return { header, rows: whole, problems };
}
