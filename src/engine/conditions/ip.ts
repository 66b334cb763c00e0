/**
 * IP operators: an address of the request lies in a listed range. Host bits of a range do not count; a range
 * without a length is one address; IPv4 and IPv6 never match each other.
 * IAM User Guide: "Condition operators", "IP address condition operators".
 */
import ipaddr from 'ipaddr.js';
import { truth } from '../truth';
import { NEVER } from './values';
import type { ListedValue } from './values';

export type Bytes = readonly number[];

export interface IpRange {
  /** Four or sixteen. */
  readonly bytes: Bytes;
  readonly bits: number;
}

// One pattern for a single number: one for all four takes longer to prepare than the rest of a light verdict's address.
const DECIMAL = /^(?:0|[1-9]\d{0,2})$/;

function parseFourDecimals(text: string): Bytes | undefined {
  const parts = text.split('.', 5);
  if (parts.length !== 4 || !parts.every((part) => DECIMAL.test(part))) return undefined;
  const bytes = parts.map(Number);
  return bytes.every((byte) => byte < 256) ? bytes : undefined;
}

/** The bytes of an address; undefined for anything else. */
export function parseAddress(text: string): Bytes | undefined {
  if (text.includes('%')) return undefined;
  const bytes = parseFourDecimals(text);
  if (bytes) return bytes;
  return text.includes(':') && ipaddr.IPv6.isValid(text) ? ipaddr.IPv6.parse(text).toByteArray() : undefined;
}

/** Reads `203.0.113.0/24`, `2001:db8::/32` or one address; undefined for anything else. */
export function parseRange(text: string): IpRange | undefined {
  const slash = text.indexOf('/');
  const bytes = parseAddress(slash === -1 ? text : text.slice(0, slash));
  if (!bytes) return undefined;
  const size = bytes.length * 8;
  if (slash === -1) return { bytes, bits: size };
  const length = text.slice(slash + 1);
  if (!/^\d{1,3}$/.test(length) || Number(length) > size) return undefined;
  return { bytes, bits: Number(length) };
}

/** Does the range hold the address? */
export function rangeHolds(range: IpRange, address: Bytes): boolean {
  if (range.bytes.length !== address.length) return false;
  const whole = range.bits >> 3;
  for (let at = 0; at < whole; at += 1) if (range.bytes[at] !== address[at]) return false;
  const rest = range.bits & 7;
  if (rest === 0) return true;
  const shift = 8 - rest;
  return range.bytes[whole]! >> shift === address[whole]! >> shift;
}

export function ipValue(listed: string): ListedValue {
  const range = parseRange(listed.trim());
  if (!range) return NEVER;
  return {
    invalid: false,
    test: (actual) => {
      const address = parseAddress(actual.trim());
      return truth(address !== undefined && rangeHolds(range, address));
    },
  };
}
