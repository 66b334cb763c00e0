/**
 * BinaryEquals: both values are base64 and are compared byte by byte.
 * IAM User Guide: "Condition operators", "Binary condition operators".
 */
import { truth } from '../truth';
import { NEVER } from './values';
import type { ListedValue } from './values';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** One spelling for equal bytes: without padding, and with the unused bits of the last character cleared. */
export function canonicalBase64(text: string): string | undefined {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined;
  const bare = text.replace(/(?<!=)=+$/, '');
  const rest = bare.length % 4;
  if (rest === 1) return undefined;
  if (rest === 0) return bare;
  const unused = rest === 2 ? 16 : 4;
  const last = ALPHABET.indexOf(bare.slice(-1));
  return bare.slice(0, -1) + ALPHABET.charAt(last - (last % unused));
}

export function binaryValue(listed: string): ListedValue {
  const expected = canonicalBase64(listed);
  if (expected === undefined) return NEVER;
  return { invalid: false, test: (actual) => truth(canonicalBase64(actual) === expected) };
}
