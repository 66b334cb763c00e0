/** One text as its readers see it: JSON values or rows of a table, found once. */
import { clean } from '../evidence/clean';
import { jsonIn } from '../evidence/json';
import type { JsonObject } from '../evidence/values';
import { isObject } from '../evidence/values';
import type { Table } from './csv';
import { readTable } from './csv';
import type { ReportProblem } from './types';

/** A day of events of a busy account; longer texts are refused whole, never cut in silence. */
export const MAX_REPORT = 200_000_000;

export interface Source {
  /** As it was pasted. */
  readonly text: string;
  /** Top-level JSON values, in order; empty where the text is no JSON. */
  readonly roots: readonly JsonObject[];
  /** Undefined where the text is no table. */
  readonly table: Table | undefined;
  readonly problems: readonly ReportProblem[];
}

/** Reads a text into JSON values or a table. Never throws. */
export function sourceOf(pasted: string): Source {
  return { text: pasted, ...readSource(pasted) };
}

type Read = Omit<Source, 'text'>;

function readSource(pasted: string): Read {
  const refused = refusal(pasted);
  if (refused !== undefined) return { roots: [], table: undefined, problems: [refused] };
  const text = plain(pasted);
  const whole = strict(text);
  if (whole !== undefined) return { roots: objects([whole]), table: undefined, problems: [] };
  const first = /\S/.exec(text)?.[0] ?? '';
  if (first === '{' || first === '[') return jsonSource(text);
  const table = readTable(text);
  if (table !== undefined) return { roots: [], table, problems: table.problems };
  return jsonSource(text);
}

function refusal(text: string): ReportProblem | undefined {
  if (text.trim() === '') return { id: 'empty', message: 'there is nothing in it' };
  if (text.length > MAX_REPORT)
    return {
      id: 'too-long',
      message: `it has ${text.length} characters, and at most ${MAX_REPORT} are read: take fewer events at a time`,
    };
  if (text.slice(0, 400).includes('\u0000') || text.startsWith('\ufffd\ufffd'))
    return {
      id: 'wrong-encoding',
      message: 'it is not UTF-8 text, so it was not read: save it as UTF-8',
    };
  return undefined;
}

/** Terminals and word processors leave marks in short texts; a large file of events comes as AWS wrote it. */
function plain(text: string): string {
  return text.length <= 2_000_000 ? clean(text) : text.replace(/^\ufeff/, '');
}

function strict(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function objects(values: readonly unknown[]): readonly JsonObject[] {
  return values
    .flatMap((value): readonly unknown[] => (Array.isArray(value) ? value : [value]))
    .filter(isObject);
}

function jsonSource(text: string): Read {
  const lines = jsonLines(text);
  if (lines !== undefined) return lines;
  if (text.length > 2_000_000) return recordsOfCut(text);
  const roots = objects(jsonIn(text));
  const cut = roots.length > 0 && !balanced(text) ? [cutOff(text)] : [];
  return { roots, table: undefined, problems: cut };
}

function isObjectLine(line: string): boolean {
  const text = line.trim().replace(/,$/, '').trimEnd();
  return text.startsWith('{') && text.endsWith('}');
}

/** One JSON object a line, as log shippers write. Undefined where the first two lines are none. */
function jsonLines(text: string): Read | undefined {
  const lines = text.split('\n');
  if (lines.length > 1 && !isObjectLine(lines[0]!)) return undefined;
  const roots: JsonObject[] = [];
  const problems: ReportProblem[] = [];
  lines.forEach((line, at) => {
    const trimmed = line.trim().replace(/,$/, '');
    if (trimmed === '') return;
    const value = strict(trimmed);
    if (isObject(value)) roots.push(value);
    else if (problems.length < 20)
      problems.push({ id: 'bad-row', message: 'this line is not JSON, so it was left out', line: at + 1 });
  });
  return roots.length === 0 ? undefined : { roots, table: undefined, problems };
}

/** A large text that does not parse as a whole: every record in it that is whole. */
function recordsOfCut(text: string): Read {
  const roots: JsonObject[] = [];
  const start = /\{\s{0,80}"eventVersion"/g;
  for (let match = start.exec(text); match !== null; match = start.exec(text)) {
    const end = endOfObject(text, match.index);
    if (end === undefined) break;
    const value = strict(text.slice(match.index, end));
    if (isObject(value)) roots.push(value);
    start.lastIndex = end;
  }
  return { roots, table: undefined, problems: [cutOff(text)] };
}

function endOfObject(text: string, start: number): number | undefined {
  let open = 0;
  let quoted = false;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (quoted) {
      if (code === 92) at += 1;
      else if (code === 34) quoted = false;
    } else if (code === 34) quoted = true;
    else if (code === 123) open += 1;
    else if (code === 125 && --open === 0) return at + 1;
  }
  return undefined;
}

function balanced(text: string): boolean {
  let open = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (quoted) {
      if (code === 92) at += 1;
      else if (code === 34) quoted = false;
    } else if (code === 34) quoted = true;
    else if (code === 123 || code === 91) open += 1;
    else if (code === 125 || code === 93) open -= 1;
  }
  return open === 0 && !quoted;
}

function cutOff(text: string): ReportProblem {
  return {
    id: 'cut-off',
    message: 'the text ends in the middle: what is whole before that was read, the rest was left out',
    line: text.split('\n').length,
  };
}
