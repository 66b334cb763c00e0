/** An address against listed ranges: as numbers, so that distances and bits can be told. */
import { parseAddress, parseRange } from '../../engine/conditions/ip';
import type { Listed } from './attempts';
import type { Range, ValueShape } from './types';

/** As many ranges are drawn; the nearest ones. */
const MOST = 3;

function numberOf(bytes: readonly number[]): bigint {
  return bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
}

export function addressShape(written: string, listed: readonly Listed[]): ValueShape | undefined {
  const bytes = parseAddress(written.trim());
  if (!bytes) return undefined;
  const size = bytes.length * 8;
  const value = numberOf(bytes);
  const ranges = listed.flatMap((one) => rangeOf(one, size, value) ?? []);
  if (ranges.length === 0) return undefined;
  const sorted = [...ranges].sort((one, other) => {
    const [a, b] = [distance(one, value), distance(other, value)];
    return a === b ? 0 : a < b ? -1 : 1;
  });
  return { kind: 'address', written, value, size, ranges: sorted.slice(0, MOST), of: listed.length };
}

function rangeOf({ written, path }: Listed, size: number, value: bigint): Range | undefined {
  const range = parseRange(written.trim());
  // An address of the other family never matches, and lies on no line with it.
  if (!range || range.bytes.length * 8 !== size) return undefined;
  const host = BigInt(size - range.bits);
  const first = (numberOf(range.bytes) >> host) << host;
  const last = first + (1n << host) - 1n;
  return { written, path, first, last, bits: range.bits, holds: first <= value && value <= last };
}

/** How far a value lies outside a range; 0 inside. */
export function distance({ first, last }: Pick<Range, 'first' | 'last'>, value: bigint): bigint {
  return value < first ? first - value : value > last ? value - last : 0n;
}

/** `203.0.113.7`, or an IPv6 address in full groups. */
export function addressText(value: bigint, size: number): string {
  if (size === 32) return [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 255n)).join('.');
  const groups = Array.from({ length: 8 }, (_, at) =>
    ((value >> BigInt(112 - at * 16)) & 0xffffn).toString(16),
  );
  return groups.join(':').replace(/(^|:)0(:0)+(:|$)/, '::');
}

/** The bits in which a range and an address agree, counted from the left. */
export function commonBits(one: bigint, other: bigint, size: number): number {
  const differ = one ^ other;
  return differ === 0n ? size : size - differ.toString(2).length;
}

/** `128 addresses`, `2^96 addresses`: how many a range has whose last bits are free. */
export function countText(free: number): string {
  if (free > 32) return `2^${free} addresses`;
  const count = 2 ** free;
  return count === 1 ? '1 address' : `${count.toLocaleString('en')} addresses`;
}
