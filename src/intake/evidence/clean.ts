/** What terminals, build logs, web pages and word processors add to a text, taken off again. */

import { withoutLogPrefixes } from './log-lines';
import { unpackedBase64 } from './packed';
import { withTables } from './tables';
import { joinLines } from './wraps';

/** Longer pastes are read as far as this: room for what AWS prints of a large account, or for a day of events. */
export const MAX_TEXT = 20_000_000;
/** Where the text is no JSON it is read as far as this; no message comes near. */
export const MAX_PROSE = 1_000_000;

/**
 * The text without colours, byte order marks, odd spaces, Windows line ends, HTML escapes and what log tools put before each
 * line; what is packed as base64 is unpacked, and a table of the AWS CLI is made JSON.
 */
export function clean(pasted: string): string {
  let text = pasted.length > MAX_TEXT ? pasted.slice(0, MAX_TEXT) : pasted;
  text = withoutColours(ofOneByte(text))
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\u00a0\u2007\u202f\u3000]/g, ' ')
    .replace(/[\u2010\u2011]/g, '-');
  if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
  if (ENCODED.test(text)) text = unescapeAddress(text);
  if (/&(?:lt|quot|#3[49]);/.test(text)) text = unescapeHtml(text);
  return withoutLogPrefixes(unpackedBase64(text) ?? withTables(text));
}

/** Text of two bytes a letter that was read as one of one, as what PowerShell saves: every second letter is none. */
function ofOneByte(text: string): string {
  if (!text.includes('\0') || text.split('\0').length * 2.2 < text.length) return text;
  return text.replace(/^(?:\ufffd|\u00ff|\u00fe){2}/, '').replaceAll('\0', '');
}

/** Colour codes, titles and links of terminals; copied from a page they may have lost the letter that they begin with. */
// oxlint-disable no-control-regex -- colour codes of terminals begin with the escape character
function withoutColours(text: string): string {
  if (/[\u001b\u241b]/.test(text))
    return text
      .replace(/[\u001b\u241b]\][^\u0007\u001b\n]{0,2000}(?:\u0007|\u001b\\)/g, '')
      .replace(/[\u001b\u241b](?:\[[0-9;:?]{0,30}[A-Za-z]|[()][A-Z0-9])/g, '');
  return text.includes('[0m') ? text.replace(/\^?\[?\[(?:\d{1,3}(?:;\d{1,3}){0,4})m/g, '') : text;
}
// oxlint-enable no-control-regex

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
    .replace(/[\u201c-\u201f\u2033\uff02]|[\u00ab\u2039] ?| ?[\u00bb\u203a]/g, '"')
    .replace(/[\u2018-\u201b\u2032\uff07]/g, "'");
}

/** `\"` however many backslashes deep, and `\n`. Runs are made single first, so that each step takes linear time. */
function withoutEscapes(text: string): string {
  if (!text.includes('\\')) return text;
  return text
    .replace(/\\{2,}/g, '\\')
    .replace(/\\(["'/])/g, '$1')
    .replace(/\\[nrt]/g, ' ');
}

/** Words and ARNs of a message that Markdown makes bold; stars alone may stand for what is masked. */
function withoutBold(text: string): string {
  if (!text.includes('**')) return text;
  // At the start of a line the first two were taken for the mark of a list.
  return text
    .replace(/\bUser:\*\*/g, 'User:')
    .replace(
      /\*\*((?:User|is not|not authorized|on resource|because|with an explicit|arn:)[^*\n]{0,300})\*\*/gi,
      '$1',
    );
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
  return straightQuotes(withoutBold(withoutTags(withoutEscapes(joinLines(text)))))
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n');
}
