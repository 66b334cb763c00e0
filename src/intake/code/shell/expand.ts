/** What a shell makes of a text in which it puts values: POSIX, "Shell Command Language", 2.2.3 Double-Quotes, 2.7.4 Here-Document. */
import { placeholderName } from '../cloudformation/values';

export interface Expanded {
  /** With `${name}` in the place of each value that the text does not tell. */
  readonly text: string;
  readonly names: readonly string[];
  /** Policy variables that the shell would take for its own. */
  readonly mistaken: readonly string[];
}

const NAME = /[A-Za-z_]\w*/y;
const BRACED = /\{([A-Za-z_]\w*)(?::?[-=+?#%/^,][^{}\n]{0,300})?\}/y;
/** GitHub Actions put this in before the shell sees it. */
const EXPRESSION = /\{\{([^{}\n]{1,300})\}\}/y;
/** IAM's own, which begins with a service: the shell would read a part of `$aws`. */
const POLICY_VARIABLE = /\{[A-Za-z][\w-]*:[^{}\n]{1,200}\}/y;

/**
 * @param known variables that the text sets, once
 * @param isQuoted between quotation marks, where `\"` is one
 */
export function expand(text: string, known: ReadonlyMap<string, string>, isQuoted: boolean): Expanded {
  const names = new Set<string>();
  const mistaken: string[] = [];
  let out = '';
  const put = (name: string): void => {
    const value = known.get(name);
    if (value === undefined) names.add(name);
    out += value ?? `\${${name}}`;
  };
  for (let at = 0; at < text.length;) {
    const letter = text[at]!;
    if (letter === '\\') {
      const next = text[at + 1] ?? '';
      const isEscape = '$`\\'.includes(next) || (isQuoted && next === '"');
      out += next === '\n' ? '' : isEscape ? next : `\\${next}`;
      at += 2;
      continue;
    }
    const command = letter === '`' || text.startsWith('$(', at) ? commandAt(text, at) : undefined;
    if (command !== undefined) {
      put(placeholderName(command.text));
      at = command.end;
      continue;
    }
    const after = at + 1;
    const name = letter === '$' ? (takeAt(BRACED, text, after) ?? takeAt(NAME, text, after)) : undefined;
    if (name !== undefined) {
      put(/\w+/.exec(name)![0]);
      at = after + name.length;
      continue;
    }
    const expression = letter === '$' ? takeAt(EXPRESSION, text, after) : undefined;
    if (expression !== undefined) {
      put(placeholderName(expression.slice(2, -2)));
      at = after + expression.length;
      continue;
    }
    const variable = letter === '$' ? takeAt(POLICY_VARIABLE, text, after) : undefined;
    if (variable !== undefined) mistaken.push(`$${variable}`);
    out += letter;
    at += 1;
  }
  return { text: out, names: [...names], mistaken };
}

function takeAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** A command whose output stands there: `$(…)` with its brackets balanced, or between backticks. */
function commandAt(text: string, start: number): { readonly text: string; readonly end: number } | undefined {
  if (text[start] === '`') {
    const end = text.indexOf('`', start + 1);
    return end === -1 ? undefined : { text: text.slice(start + 1, end), end: end + 1 };
  }
  let open = 0;
  for (let at = start + 1; at < Math.min(text.length, start + 2_000); at += 1) {
    if (text[at] === '(') open += 1;
    if (text[at] === ')') open -= 1;
    if (open === 0) return { text: text.slice(start + 2, at), end: at + 1 };
  }
  return undefined;
}
