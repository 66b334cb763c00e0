/** What stands before an arrow in JavaScript: `(a, [b]: Type) =>`. */
import type { Lexer } from './lexer';

/** Names, types and brackets, but no call and no nesting; each letter is looked at once. */
const BEFORE_ARROW = /\(([\w$\s,:.<>[\]]{0,2000})\)\s*(?::\s*[\w.<>[\]]+\s*)?=>/y;

/** The names of the parameters, and the reader behind the arrow; undefined, and nothing read, where there are none. */
export function arrowParameters(lexer: Lexer): readonly string[] | undefined {
  const before = lexer.at;
  const inside = lexer.take(BEFORE_ARROW);
  if (inside === undefined) return undefined;
  const parts = inside.slice(1, inside.lastIndexOf(')')).split(',');
  const names = parts.map((part) => /^\[?\s*([A-Za-z_$][\w$]*)/.exec(part.trimStart())?.[1]);
  const written = names.filter((name, index) => name !== undefined || parts[index]!.trim() !== '');
  if (!written.includes(undefined)) return written as readonly string[];
  lexer.at = before;
  return undefined;
}
