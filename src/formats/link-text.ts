/**
 * What mail, chat and terminals do to a link, undone. A packed link carries a checksum, so several readings of a
 * damaged one can be tried and only the right one opens.
 */

/** Zero-width and soft characters that editors and chats slip in. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u2028\u2029\u2060\uFEFF]/g;

/** The readings of a pasted link, likeliest first: each the part after `#`, perhaps with rubbish behind it. */
export function readings(pasted: string): string[] {
  const plain = fragmentOf(unescapePercents(pasted.replace(INVISIBLE, '').trim()));
  const hyphens = plain.replace(/\u2014/g, '--').replace(/[\u2010-\u2013\u2212]/g, '-');
  const candidates = [
    untilSpace(plain),
    plain.replace(/=\r?\n/g, '').replace(/\s+/g, ''), // broken over lines, by mail with `=` at each end
    untilSpace(hyphens), // `--` set as a dash
    plain.replace(/^(?:[>|]\s*)+/gm, '').replace(/\s+/g, ''), // quoted in a reply
    untilSpace(plain.replace(/\+/g, '-').replace(/\//g, '_')), // the other base64 alphabet
  ];
  return [...new Set(candidates)].filter((text) => text !== '');
}

/** The part after `#` of an address; the whole where there is none. */
function fragmentOf(text: string): string {
  return text.slice(text.indexOf('#') + 1);
}

function untilSpace(text: string): string {
  return /^\S*/.exec(text)![0];
}

/** `%2E` to `.`, once or twice over. Stray percent signs stay. */
function unescapePercents(text: string): string {
  return text
    .replace(/%25(?=[0-9A-Fa-f]{2})/g, '%')
    .replace(/%([0-7][0-9A-Fa-f])/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
