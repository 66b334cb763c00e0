/** A decoded message whose braces around all were not copied, or that stands between the marks of Markdown. */
import { jsonIn } from './json';
import { isObject, type JsonObject } from './values';

const MAX = 60_000;

/** The decoded message of such a text, in the form that the JSON has; undefined where it is another text. */
export function decodedLoose(text: string): JsonObject | undefined {
  if (!/\ballowed\b/.test(text) || !/\bcontext\b/.test(text)) return undefined;
  const plain = text
    .slice(0, MAX)
    .replace(/^[ \t]*(?:>[ \t]?)+/gm, '')
    .replace(/^[ \t]*[-*+][ \t]+(?=["'`*]*\w+["'`*]*\s*:)/gm, '')
    .replace(/^[ \t]*```\w*[ \t]*$/gm, '')
    .replace(/\*\*|(?<=^|[\s,{:])`(?=["\w])|`(?=[\s,:}]|$)/gm, '');
  const start = plain.search(/["']?allowed["']?\s{0,20}:/);
  if (start === -1) return undefined;
  const named = plain.slice(start).replace(/^([ \t]*)([A-Za-z]\w{0,40})([ \t]*:)/gm, '$1"$2"$3');
  const closed = `{${withCommas(named.replace(/(?<![\s,])[\s,]+$/, ''))}}`;
  const [value] = jsonIn(closed);
  return isObject(value) ? value : undefined;
}

/** One member a line, the commas between them left out. */
function withCommas(text: string): string {
  return text.replace(/(["\d}\]]|true|false)[ \t]*\n(?=\s*")/g, '$1,\n');
}
