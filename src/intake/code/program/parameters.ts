/** What stands before the body of a function: `(a, [b]: Type) =>` of JavaScript, `lambda a, b:` of Python. */
import type { Parameters } from './expression';
import type { Lexer } from './lexer';

/** Names, types and brackets, but no call and no nesting; each letter is looked at once. */
const BEFORE_ARROW = /\(([\w$\s,:.<>[\]]{0,2000})\)\s*(?::\s*[\w.<>[\]]+\s*)?=>/y;

/** The names of the parameters, and the reader behind the arrow; undefined, and nothing read, where there are none. */
export function arrowParameters(lexer: Lexer): Parameters | undefined {
  const before = lexer.at;
  const inside = lexer.take(BEFORE_ARROW);
  if (inside === undefined) return undefined;
  const parts = inside.slice(1, inside.lastIndexOf(')')).split(',');
  const names = parts.map((part) => /^\[?\s*([A-Za-z_$][\w$]*)/.exec(part.trimStart())?.[1]);
  const written = names.filter((name, index) => name !== undefined || parts[index]!.trim() !== '');
  if (!written.includes(undefined))
    return { names: written as readonly string[], apart: /^\(\s*\[/.test(inside) };
  lexer.at = before;
  return undefined;
}

const LAMBDA = /lambda\s+([A-Za-z_]\w{0,80}(?:\s*,\s*[A-Za-z_]\w{0,80}){0,20})\s*:/y;

/** Names alone: what has a value of its own, or a star, is not read. */
export function lambdaParameters(lexer: Lexer): Parameters | undefined {
  const inside = lexer.take(LAMBDA);
  if (inside === undefined) return undefined;
  const names = inside.slice('lambda'.length, -1).split(',');
  return { names: names.map((name) => name.trim()), apart: false };
}
