/** Where the patterns and resources of a policy stand in its text, and what of it goes. */
import type { ResourceVerdict } from '../../audit/least-privilege/resource-verdicts';
import type { TightenView, VerdictRow } from '../../audit/least-privilege/view';
import { childPath } from '../../language/path';
import type { Span } from '../../language/place';
import { spanOfPath } from '../../language/spans';

/** A run of characters of one line; struck ones with the word for why. */
export interface Piece {
  readonly text: string;
  readonly struck?: 'not used' | 'narrowed' | 'dropped';
}

export interface MarkedLine {
  readonly pieces: readonly Piece[];
  /** Verdicts of the patterns that stand in the line. */
  readonly patterns: readonly VerdictRow[];
  /** Of the statements whose resources end in the line and do not stay as they are. */
  readonly resources: readonly ResourceVerdict[];
}

interface Strike extends Span {
  readonly why: NonNullable<Piece['struck']>;
}

/** Each line of a policy's text with what is struck in it, whatever its layout: several patterns may share a line. */
export function markedLines(
  text: string,
  patterns: readonly VerdictRow[],
  resources: readonly ResourceVerdict[],
): readonly MarkedLine[] {
  const strikes: Strike[] = [];
  const rows = new Map<number, VerdictRow[]>();
  for (const row of patterns) {
    const span = entrySpan(text, row.statement, 'Action', row.entry);
    if (span === undefined) continue;
    put(rows, lineAt(text, span.offset), row);
    if (row.outcome !== 'keep') strikes.push({ ...withComma(text, span), why: whyOf(row) });
  }
  const notes = new Map<number, ResourceVerdict[]>();
  for (const verdict of resources) {
    const element = verdict.not ? 'NotResource' : 'Resource';
    const spans = verdict.gone.flatMap((entry) => entrySpan(text, verdict.statement, element, entry) ?? []);
    if (spans.length === 0) continue;
    put(notes, lineAt(text, spans.at(-1)!.offset), verdict);
    const why = verdict.after.length === 0 ? ('dropped' as const) : ('narrowed' as const);
    strikes.push(...spans.map((span) => ({ ...withComma(text, span), why })));
  }
  strikes.sort((one, other) => one.offset - other.offset);
  let from = 0;
  return text.split('\n').map((line, at) => {
    const start = from;
    from += line.length + 1;
    return {
      pieces: piecesOf(line, start, strikes),
      patterns: rows.get(at) ?? [],
      resources: notes.get(at) ?? [],
    };
  });
}

/** What nothing tells of was not unused: it is dropped because it was chosen so. */
function whyOf({ outcome, used, noData }: VerdictRow): Strike['why'] {
  if (outcome === 'narrow' || used.count > 0) return 'narrowed';
  return noData.count > 0 ? 'dropped' : 'not used';
}

function put<Row>(map: Map<number, Row[]>, line: number, row: Row): void {
  map.set(line, [...(map.get(line) ?? []), row]);
}

function piecesOf(line: string, start: number, strikes: readonly Strike[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { offset, length, why } of strikes) {
    const [from, to] = [Math.max(at, offset - start), Math.min(line.length, offset + length - start)];
    if (to <= from) continue;
    if (from > at) pieces.push({ text: line.slice(at, from) });
    pieces.push({ text: line.slice(from, to), struck: why });
    at = to;
  }
  if (at < line.length || pieces.length === 0) pieces.push({ text: line.slice(at) });
  return pieces;
}

function withComma(text: string, { offset, length }: Span): Span {
  return { offset, length: length + (text[offset + length] === ',' ? 1 : 0) };
}

/** The line, from 0, of an offset. */
function lineAt(text: string, offset: number): number {
  let line = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

function statementPaths(statement: number): readonly string[] {
  const listed = childPath('Statement', statement);
  return statement === 0 ? [listed, 'Statement'] : [listed];
}

/** An entry of a list of a statement; a lone one stands without brackets, and is told with its name. */
function entrySpan(text: string, statement: number, name: string, entry: number): Span | undefined {
  for (const path of statementPaths(statement)) {
    const element = childPath(path, name);
    const listed = spanOfPath(text, childPath(element, entry));
    if (listed !== undefined) return listed;
    const lone = entry === 0 ? spanOfPath(text, element, 'property') : undefined;
    if (lone !== undefined) return lone;
  }
  return undefined;
}

/** The line, from 1, of a statement in the laid-out result. */
export function statementLine(
  view: TightenView,
  texts: readonly string[],
  policy: number,
  statement: number,
): number | undefined {
  const text = texts[policy];
  if (text === undefined || view.policies[policy] === undefined) return undefined;
  const span = statementPaths(statement)
    .map((path) => spanOfPath(text, path))
    .find((found) => found !== undefined);
  return span === undefined ? undefined : lineAt(text, span.offset) + 1;
}
