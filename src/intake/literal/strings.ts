/** Strings as JavaScript and Python write them, to the letter. */

export type StringRead =
  | { readonly kind: 'string'; readonly value: string; readonly end: number }
  /** It takes something from elsewhere, such as `${name}`. */
  | { readonly kind: 'refused'; readonly what: string; readonly offset: number };

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  0: '\0',
};

/** Python's marks before a string: raw, bytes, Unicode, formatted. */
const PREFIX = /(?:[rbuf]|rb|br|rf|fr)?(?="|'|`)/iy;

/** Letters that mean themselves in every string. */
const PLAIN = /[^"'`\\\n${}]+/y;

/** Does a string begin here? */
export function startsString(text: string, at: number): boolean {
  PREFIX.lastIndex = at;
  return PREFIX.test(text);
}

/** The string that begins at an offset where `startsString` holds. */
export function readString(text: string, start: number): StringRead {
  PREFIX.lastIndex = start;
  const prefix = PREFIX.exec(text)![0].toLowerCase();
  const open = start + prefix.length;
  const mark = text[open]!;
  const fence = mark !== '`' && text.startsWith(mark.repeat(3), open) ? mark.repeat(3) : mark;
  const formatted = mark === '`' || prefix.includes('f');
  let value = '';
  let at = open + fence.length;
  while (at < text.length) {
    PLAIN.lastIndex = at;
    if (PLAIN.test(text)) {
      value += text.slice(at, PLAIN.lastIndex);
      at = PLAIN.lastIndex;
    }
    const letter = text[at];
    if (letter === undefined) break;
    if (text.startsWith(fence, at)) return { kind: 'string', value, end: at + fence.length };
    if (letter === '\\' && !prefix.includes('r')) {
      const escape = readEscape(text, at);
      if (escape === undefined) return refused(text, start, at + 2);
      value += escape.value;
      at = escape.end;
    } else if (letter === '\n' && fence.length === 1 && mark !== '`') {
      return refused(text, start, at);
    } else if (takesFromElsewhere(text, at, mark, formatted)) {
      return refused(text, at, text.indexOf('}', at) + 1 || text.length);
    } else if (prefix.includes('f') && /^(?:\{\{|\}\})/.test(text.slice(at, at + 2))) {
      value += letter;
      at += 2;
    } else {
      value += letter;
      at += 1;
    }
  }
  return refused(text, start, text.length);
}

/** JavaScript: `${…}` in backticks. Python: `{…}` after f. */
function takesFromElsewhere(text: string, at: number, mark: string, formatted: boolean): boolean {
  const two = text.slice(at, at + 2);
  if (!formatted) return false;
  return mark === '`' ? two === '${' : two.startsWith('{') && two !== '{{';
}

/** What a backslash stands for; undefined where that is not known. */
function readEscape(text: string, at: number): { value: string; end: number } | undefined {
  const next = text[at + 1];
  if (next === undefined) return undefined;
  if (next === '\n') return { value: '', end: at + 2 };
  const hex = /^(?:x([0-9a-f]{2})|u([0-9a-f]{4})|u\{([0-9a-f]{1,6})\})/i.exec(text.slice(at + 1, at + 10));
  if (hex !== null) {
    const code = Number.parseInt((hex[1] ?? hex[2] ?? hex[3])!, 16);
    return code > 0x10ffff ? undefined : { value: String.fromCodePoint(code), end: at + 1 + hex[0].length };
  }
  if (Object.hasOwn(ESCAPES, next)) return { value: ESCAPES[next]!, end: at + 2 };
  return /[A-Za-z0-9]/.test(next) ? undefined : { value: next, end: at + 2 };
}

function refused(text: string, from: number, to: number): StringRead {
  return { kind: 'refused', what: text.slice(from, to), offset: from };
}
