/**
 * The names of functions that cannot be worked out: `Select(5, Split(':', Q.Arn))`. Texts stand in quotation marks and
 * references bare, so that the function can be written again from its name.
 */
import { NO_VALUE, type Json, type Value } from './values';

const MARK = /\$\{([^{}]+)\}/g;
/** What the name of a placeholder cannot hold as it is. */
// oxlint-disable-next-line no-control-regex -- JSON escapes control letters
const CHANGED = /[{}"\\\u0000-\u001f\u2039\u203a]|\s{2}/;

/** @param isReference of a name in `${…}`: is it a placeholder, not a policy variable? */
export function openName(
  name: string,
  inputs: readonly Value[],
  isReference: (name: string) => boolean,
): string {
  const shown = inputs.map((input, index) => {
    if (input === NO_VALUE) return 'AWS::NoValue';
    // The name of a condition is no reference.
    if (name === 'If' && index === 0 && typeof input === 'string') return input;
    if (name === 'ImportValue' && typeof input === 'string') return exported(input, isReference);
    return argument(input, isReference);
  });
  return `${name}(${shown.join(', ')})`;
}

function argument(value: Json, isReference: (name: string) => boolean): string {
  if (typeof value === 'string') return text(value, isReference);
  if (Array.isArray(value))
    return `[${(value as readonly Json[]).map((item) => argument(item, isReference)).join(', ')}]`;
  return typeof value === 'object' && value !== null ? unwritten(JSON.stringify(value)) : String(value);
}

/** Most exports are named by a plain text, which needs no quotation marks. */
function exported(value: string, isReference: (name: string) => boolean): string {
  const shown = text(value, isReference);
  const plain = /^'([^'()[\],]+)'$/.exec(shown)?.[1];
  if (plain !== undefined) return plain;
  return /^[\w:. ]+$/.test(shown) ? `Ref(${shown})` : shown;
}

function text(value: string, isReference: (name: string) => boolean): string {
  const parts: string[] = [];
  let from = 0;
  const add = (literal: string): void => {
    if (literal !== '')
      parts.push(CHANGED.test(literal) ? unwritten(literal) : `'${literal.replaceAll("'", "''")}'`);
  };
  for (const match of value.matchAll(MARK)) {
    if (!isReference(match[1]!)) continue;
    add(value.slice(from, match.index));
    parts.push(match[1]!);
    from = match.index + match[0].length;
  }
  add(value.slice(from));
  if (parts.length === 0) return "''";
  return parts.length === 1 ? parts[0]! : `Join('', [${parts.join(', ')}])`;
}

/** Nothing is written again from a name with these marks. */
function unwritten(literal: string): string {
  return `\u2039${literal}\u203a`;
}
