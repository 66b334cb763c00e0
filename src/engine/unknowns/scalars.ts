/** Values that stand for all numbers, dates or addresses, as far as listed values can tell them apart. */
import { parseInstant } from '../conditions/date';
import { parseAddress, parseRange, rangeHolds } from '../conditions/ip';
import type { IpRange } from '../conditions/ip';
import { parseDecimal } from '../conditions/numeric';

/** One below all points, one above all, and one between each two neighbours: a step away where there is room. */
function around(points: readonly number[], step = 1): readonly number[] {
  const sorted = [...new Set(points)].sort((a, b) => a - b);
  if (sorted.length === 0) return [];
  const between = sorted.slice(1).map((point, at) => {
    const before = sorted[at]!;
    return point - before > step ? before + step : (before + point) / 2;
  });
  return [sorted[0]! - step, ...between, sorted.at(-1)! + step];
}

/** A number in plain decimals. */
function decimalText(value: number): string {
  return Number.isInteger(value) ? BigInt(value).toString() : value.toFixed(6).replace(/(?<!0)0+$/, '');
}

/** Each listed number, and those around them. */
export function numbersAround(listed: readonly string[]): readonly string[] {
  const valid = listed.filter((text) => parseDecimal(text) !== undefined);
  return [...valid, ...around(valid.map(Number)).map(decimalText)];
}

const SECOND = 1000;
const DAY = 86_400;

function isoOf(instant: number): string {
  const date = new Date(instant);
  const inReach =
    !Number.isNaN(date.getTime()) && date.getUTCFullYear() >= 0 && date.getUTCFullYear() <= 9999;
  return inReach ? date.toISOString().replace('.000Z', 'Z') : decimalText(instant / SECOND);
}

/** Each listed date, and those around them: as ISO 8601, or as seconds since 1970. */
export function datesAround(listed: readonly string[], asSeconds: boolean): readonly string[] {
  const valid = listed.filter((text) => parseInstant(text) !== undefined);
  const seconds = around(
    valid.map((text) => parseInstant(text)! / SECOND),
    DAY,
  );
  return [...valid, ...seconds.map((second) => (asSeconds ? decimalText(second) : isoOf(second * SECOND)))];
}

const toNumber = (bytes: readonly number[]): bigint =>
  bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);

function addressText(value: bigint, size: number): string {
  const bytes = Array.from({ length: size }, (_, at) =>
    Number((value >> BigInt(8 * (size - 1 - at))) & 255n),
  );
  if (size === 4) return bytes.join('.');
  const groups = Array.from({ length: 8 }, (_, at) =>
    (bytes[2 * at]! * 256 + bytes[2 * at + 1]!).toString(16),
  );
  return groups.join(':');
}

/** The first address of a range, and the first one behind it; between such borders nothing changes. */
function bordersOf({ bytes, bits }: IpRange): readonly bigint[] {
  const size = BigInt(bytes.length * 8);
  const length = 1n << (size - BigInt(bits));
  const first = (toNumber(bytes) / length) * length;
  const behind = first + length;
  return behind < 1n << size ? [first, behind] : [first];
}

/** Addresses of the documentation read as made up; the lowest of each family stands for what lies below. */
const COMMON = ['203.0.113.1', '0.0.0.0', '2001:db8::1', '0:0:0:0:0:0:0:0'];

export function addressesAround(listed: readonly string[]): readonly string[] {
  const ranges = listed.map((text) => parseRange(text.trim())).filter((range) => range !== undefined);
  const near = ranges.flatMap((range) =>
    bordersOf(range).map((border) => addressText(border, range.bytes.length)),
  );
  return [...near, ...COMMON];
}

/** An address inside a range, not its first where there is another; undefined for text that is no range. */
export function addressInside(listed: string): string | undefined {
  const range = parseRange(listed.trim());
  if (!range) return undefined;
  const size = range.bytes.length;
  const first = bordersOf(range)[0]!;
  return addressText(range.bits < size * 8 ? first + 1n : first, size);
}

/** Documentation addresses, and private ones. RFC 5737, RFC 3849. */
const READABLE = ['198.51.100.1', '192.0.2.1', '203.0.113.1', '10.0.0.1', '2001:db8::1'];

/** An address for each way in which listed ranges hold it or not, with the ranges that do. */
export function addressClasses(
  listed: readonly string[],
): readonly { readonly address: string; readonly inside: readonly string[] }[] {
  const ranges = listed.flatMap((text) => {
    const range = parseRange(text.trim());
    return range ? [{ text, range }] : [];
  });
  const found = new Map<string, { address: string; inside: readonly string[] }>();
  const inside = listed.flatMap((text) => addressInside(text) ?? []);
  for (const address of [...inside, ...READABLE, ...addressesAround(listed)]) {
    const parsed = parseAddress(address);
    if (!parsed) continue;
    const holding = ranges.filter(({ range }) => rangeHolds(range, parsed)).map(({ text }) => text);
    const key = JSON.stringify(holding);
    if (!found.has(key)) found.set(key, { address, inside: holding });
  }
  return [...found.values()];
}

/** A value of the same kind that is none of the listed ones. */
export function unlisted(listed: readonly string[]): string {
  const numbers = listed.length > 0 && listed.every((text) => parseDecimal(text) !== undefined);
  const around = numbers ? numbersAround(listed) : [];
  const folded = new Set(listed.map((text) => text.toLowerCase()));
  const texts = ['other-value', 'another-value', `${listed.join('-')}-other`];
  return [...around, ...texts].find((text) => !folded.has(text.toLowerCase()))!;
}
