/** What terminals, build logs, web pages and word processors add to a text, taken off again. */

import { joinLines } from './wraps';

/** Longer pastes are read as far as this: room for what AWS prints of a large account, or for a day of events. */
export const MAX_TEXT = 20_000_000;
/** Where the text is no JSON it is read as far as this; no message comes near. */
export const MAX_PROSE = 1_000_000;

/** The text without colours, byte order marks, odd spaces, Windows line ends and HTML escapes. */
export function clean(pasted: string): string {
  let text = pasted.length > MAX_TEXT ? pasted.slice(0, MAX_TEXT) : pasted;
  // oxlint-disable-next-line no-control-regex -- colour codes of terminals begin with the escape character
  if (text.includes('\u001b')) text = text.replace(/\u001b\[[0-9;]{0,20}[A-Za-z]/g, '');
  text = text
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .replace(/[\u2010\u2011]/g, '-');
  if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
  if (ENCODED.test(text)) text = unescapeAddress(text);
  return /&(?:lt|quot|#3[49]);/.test(text) ? unescapeHtml(text) : text;
}

/** Pages and logs hand a message on in an address: `is%20not%20authorized`, and in forms `is+not+authorized`. */
const ENCODED = /not(?:%20|\+)authorized(?:%20|\+)to/i;

function unescapeAddress(text: string): string {
  const spaced = /not\+authorized/i.test(text) ? text.replace(/\+/g, ' ') : text;
  return spaced.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}

function unescapeHtml(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&(?:quot|#34);/g, '"')
    .replace(/&(?:apos|#39);/g, "'")
    .replace(/&amp;/g, '&');
}

/** Typographic quotation marks as plain ones. */
export function straightQuotes(text: string): string {
  return text
    .replace(/[\u201c-\u201f\u2033]|[\u00ab\u2039] ?| ?[\u00bb\u203a]/g, '"')
    .replace(/[\u2018-\u201b\u2032]/g, "'");
}

/** `\"` however many backslashes deep, and `\n`. Runs are made single first, so that each step takes linear time. */
function withoutEscapes(text: string): string {
  if (!text.includes('\\')) return text;
  return text
    .replace(/\\{2,}/g, '\\')
    .replace(/\\(["'/])/g, '$1')
    .replace(/\\[nrt]/g, ' ');
}

/** Tags of web pages between the words; those of XML answers stay. */
function withoutTags(text: string): string {
  if (!text.includes('</')) return text;
  return text
    .replace(/<\/?(?:span|b|i|em|strong|code|a|mark)(?: [^<>]{0,500})?>/g, '')
    .replace(/<\/?(?:div|p|li|ul|ol|td|tr|pre|br|h[1-6])(?: [^<>]{0,500})?\/?>/g, ' ');
}

/**
 * Cleaned text as one line, as a message reads before it was wrapped: escapes of JSON undone however many layers deep,
 * frames taken off, white space made single. A line feed stays where a break may be a space or the cut of a word.
 */
export function oneLine(text: string): string {
  // Lines are joined first: what is taken off later counts for their lengths.
  return straightQuotes(withoutTags(withoutEscapes(joinLines(text))))
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n');
}
