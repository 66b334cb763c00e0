/** The colours of a quoted line of JSON, which may be cut off anywhere. */
export type JsonToken = { readonly text: string; readonly kind: 'key' | 'string' | 'mark' };

const STRING = /"(?:[^"\\]|\\.)*"?/g;

export function jsonTokens(line: string): readonly JsonToken[] {
  const tokens: JsonToken[] = [];
  let from = 0;
  for (const match of line.matchAll(STRING)) {
    if (match.index > from) tokens.push({ text: line.slice(from, match.index), kind: 'mark' });
    from = match.index + match[0].length;
    tokens.push({ text: match[0], kind: /^\s*:/.test(line.slice(from)) ? 'key' : 'string' });
  }
  if (from < line.length) tokens.push({ text: line.slice(from), kind: 'mark' });
  return tokens;
}
