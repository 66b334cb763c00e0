/** Texts that are base64 and nothing else: what `base64`, a secret of Kubernetes or `--query Content` prints. */
import { fromBase64Url } from '../../formats/base64';
import { fromUtf8 } from '../../formats/utf8';

/** The text that base64 holds, of either alphabet; terminals wrap it, and some put it in quotation marks. */
export function textOfBase64(base64: string): string | undefined {
  const plain = base64
    .replaceAll(/[\s"'=]/g, '')
    .replaceAll('+', '-')
    .replaceAll('/', '_');
  if (plain.length < 40 || /[^\w-]/.test(plain)) return undefined;
  const bytes = fromBase64Url(plain);
  return bytes === undefined ? undefined : fromUtf8(bytes);
}

/** Nothing but base64, in one piece or in lines; what is longer is no text that people pack. */
const BASE64 =
  /^\s{0,200}["']?[A-Za-z0-9+/_-]{40,}(?:[ \t]{0,8}\n[ \t]{0,8}[A-Za-z0-9+/_-]{1,200}){0,100000}={0,2}["']?\s{0,200}$/;
const MAX_BASE64 = 2_000_000;

/**
 * What a text of base64 holds, where that is clearly JSON or a table: an object or a list, or lines with commas. An encoded
 * authorization message holds neither, as it is encrypted.
 */
export function unpackedBase64(text: string): string | undefined {
  if (text.length > MAX_BASE64 || !BASE64.test(text)) return undefined;
  const held = textOfBase64(text);
  // oxlint-disable-next-line no-control-regex -- a text has no control letters but white space
  if (held === undefined || /[\u0000-\u0008\u000e-\u001f\ufffd]/.test(held)) return undefined;
  return isJson(held) || /^[\w ]{1,60}(?:,[\w ]{1,60}){3,}\r?\n/.test(held) ? held : undefined;
}

/** Is it base64 all the same? Then it is said what else it may be. */
export function isBase64(text: string): boolean {
  return (
    text.length <= MAX_BASE64 &&
    BASE64.test(text) &&
    /\d/.test(text) &&
    /[a-z]/.test(text) &&
    /[A-Z]/.test(text)
  );
}

function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
