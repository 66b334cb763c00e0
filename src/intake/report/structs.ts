/**
 * How Athena (Presto) prints structs and arrays in a column: `{type=IAMUser, arn=arn:…, sessioncontext={…}}` and
 * `[{arn=…}, {…}]`. Nothing is quoted: a field ends where `, name=` follows outside of inner braces. `null` is absent.
 */

/** A struct with lower-case names, an array of structs, or the text itself where it is neither. */
export function readStruct(text: string): unknown {
  return readValue(text.trim(), 0);
}

/** Deeper than any column of CloudTrail. */
const MAX_DEPTH = 12;

function readValue(text: string, depth: number): unknown {
  if (text === 'null' || text === '') return undefined;
  if (depth > MAX_DEPTH) return text;
  if (text.startsWith('{') && text.endsWith('}')) return readFields(text.slice(1, -1), depth);
  if (text.startsWith('[') && text.endsWith(']'))
    return split(text.slice(1, -1), /^, (?=[{[])/).map((item) => readValue(item.trim(), depth + 1));
  return text;
}

function readFields(text: string, depth: number): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const field of split(text, /^, ?(?=[A-Za-z_][\w.-]{0,60}=)/)) {
    const equals = field.indexOf('=');
    if (equals === -1) continue;
    const name = field.slice(0, equals).trim().toLowerCase();
    const value = readValue(field.slice(equals + 1).trim(), depth + 1);
    if (value !== undefined && name !== '__proto__') fields[name] = value;
  }
  return fields;
}

/** Cuts where the separator matches outside of braces and brackets. */
function split(text: string, separator: RegExp): readonly string[] {
  const parts: string[] = [];
  let open = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 123 || code === 91) open += 1;
    else if (code === 125 || code === 93) open = Math.max(0, open - 1);
    else if (code === 44 && open === 0) {
      const match = separator.exec(text.slice(at, at + 80));
      if (match === null) continue;
      parts.push(text.slice(start, at));
      start = at + match[0].length;
    }
  }
  if (text.slice(start).trim() !== '') parts.push(text.slice(start));
  return parts;
}
