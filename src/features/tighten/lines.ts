/** Where the patterns of a policy stand in its text, by line. */
import type { TightenView, VerdictRow } from '../../audit/least-privilege/view';
import { childPath } from '../../language/path';
import { spanOfPath } from '../../language/spans';

/** The line, from 0, of an offset. */
function lineAt(text: string, offset: number): number {
  let line = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

/** The line of a place in a policy's text; undefined where there is none. A lone statement or entry stands without brackets. */
function lineOf(text: string, paths: readonly string[]): number | undefined {
  for (const path of paths) {
    const span = spanOfPath(text, path);
    if (span !== undefined) return lineAt(text, span.offset);
  }
  return undefined;
}

function statementPaths(statement: number): readonly string[] {
  const listed = childPath('Statement', statement);
  return statement === 0 ? [listed, 'Statement'] : [listed];
}

/** The verdicts by the line of their pattern. */
export function verdictLines(
  text: string,
  rows: readonly VerdictRow[],
): ReadonlyMap<number, readonly VerdictRow[]> {
  const lines = new Map<number, VerdictRow[]>();
  for (const row of rows) {
    const paths = statementPaths(row.statement).flatMap((path) => {
      const action = childPath(path, 'Action');
      return [childPath(action, row.entry), action];
    });
    const line = lineOf(text, paths);
    if (line !== undefined) lines.set(line, [...(lines.get(line) ?? []), row]);
  }
  return lines;
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
  const line = lineOf(text, statementPaths(statement));
  return line === undefined ? undefined : line + 1;
}
