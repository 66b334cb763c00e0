/** Points and gaps of numbers, dates and addresses: a value for each that listed ones can tell apart. */
import type { IpRange } from '../../engine/conditions/ip';

/** A number between two others, whole where there is one. */
function between(low: number, high: number): number {
  const whole = Math.floor(low) + 1;
  return whole < high ? whole : (low + high) / 2;
}

const plain = (value: number): string =>
  Number.isInteger(value) ? BigInt(value).toString() : value.toFixed(12).replace(/\.?(?<!0)0+$/, '');

/** Decimals in their order, as texts: each of them, and one in each gap between and beyond them. */
export function numbersAround(sorted: readonly string[]): readonly string[] {
  const listed = [...new Set(sorted)];
  if (listed.length === 0) return ['1'];
  const found = [plain(Math.floor(Number(listed[0])) - 1)];
  listed.forEach((text, at) => {
    found.push(text);
    const next = listed[at + 1];
    found.push(
      next === undefined ? plain(Math.ceil(Number(text)) + 1) : plain(between(Number(text), Number(next))),
    );
  });
  return found;
}

const SECOND = 1000;

function dateText(instant: number): string {
  const date = new Date(instant);
  const year = Number.isNaN(date.getTime()) ? -1 : date.getUTCFullYear();
  return year >= 0 && year <= 9999 ? date.toISOString() : plain(instant / SECOND);
}

/** The same of instants, in milliseconds. */
export function datesAround(instants: readonly number[]): readonly string[] {
  const listed = [...new Set(instants)].sort((a, b) => a - b);
  if (listed.length === 0) return ['2030-01-01T00:00:00Z'];
  const found = [listed[0]! - SECOND];
  listed.forEach((instant, at) => {
    found.push(instant);
    const next = listed[at + 1];
    if (next === undefined) found.push(instant + SECOND);
    else if (next - instant > 1) found.push(Math.floor((instant + next) / 2));
  });
  return found.map(dateText);
}

const asNumber = (bytes: readonly number[]): bigint =>
  bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);

function addressText(value: bigint, size: number): string {
  const bytes = Array.from({ length: size }, (_, at) =>
    Number((value >> BigInt(8 * (size - 1 - at))) & 255n),
  );
  if (size === 4) return bytes.join('.');
  return Array.from({ length: 8 }, (_, at) => (bytes[2 * at]! * 256 + bytes[2 * at + 1]!).toString(16)).join(
    ':',
  );
}

/** Addresses for documentation, which read as made up. */
const NICE: Readonly<Record<4 | 16, bigint>> = { 4: 0xc0000201n, 16: 0x20010db8000000000000000000000001n };

/** An interval of addresses of one version that no range cuts. */
export interface Interval {
  readonly size: 4 | 16;
  readonly first: bigint;
  readonly behind: bigint;
  /** An address inside. */
  readonly text: string;
}

/** Both versions, cut where a range begins or ends. */
export function intervalsOf(ranges: readonly IpRange[]): readonly Interval[] {
  return ([4, 16] as const).flatMap((size) => {
    const top = 1n << BigInt(size * 8);
    const cuts = new Set([0n]);
    for (const { bytes, bits } of ranges) {
      if (bytes.length !== size) continue;
      const length = 1n << BigInt(size * 8 - bits);
      const first = (asNumber(bytes) / length) * length;
      cuts.add(first);
      if (first + length < top) cuts.add(first + length);
    }
    const sorted = [...cuts].sort((a, b) => (a < b ? -1 : 1));
    return sorted.map((first, at) => {
      const behind = sorted[at + 1] ?? top;
      const nice = NICE[size];
      const inside = nice >= first && nice < behind ? nice : behind - first > 1n ? first + 1n : first;
      return { size, first, behind, text: addressText(inside, size) };
    });
  });
}

export function addressesAround(ranges: readonly IpRange[]): readonly string[] {
  return intervalsOf(ranges).map(({ text }) => text);
}
