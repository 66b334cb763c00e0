/**
 * Stand-ins for IP addresses that keep every range intact: two addresses share as many leading bits as before, so an
 * address lies in a CIDR range exactly when it did. The first byte stays, and with it what is private and what is not.
 */
import ipaddr from 'ipaddr.js';

const ADDRESS =
  /(?<![\w.:])(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{1,4}(?::[0-9a-f]{0,4}){2,7})(?:\/\d{1,3})?(?![\w:]|\.\d)/gi;

export interface AddressMask {
  readonly mask: (text: string) => string;
  readonly given: ReadonlyMap<string, string>;
}

export function addressMask(): AddressMask {
  const given = new Map<string, string>();
  const flips = new Map<string, boolean>();

  /** Whether the bit behind these leading bits is turned round: decided once, by order of appearance. */
  const flip = (prefix: string): boolean => {
    const before = flips.get(prefix);
    if (before !== undefined) return before;
    const next = (flips.size * 7 + prefix.length) % 3 !== 0;
    flips.set(prefix, next);
    return next;
  };

  const mask = (written: string): string => {
    const [address = '', range] = written.split('/');
    if (!ipaddr.isValid(address)) return written;
    const parsed = ipaddr.parse(address);
    const bytes = parsed.toByteArray();
    const bits = bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('');
    const length = range === undefined ? bits.length : Number(range);
    let masked = '';
    for (let at = 0; at < bits.length; at += 1) {
      const bit = bits[at]!;
      const turned = at >= 8 && at < length && flip(`${bytes.length}:${bits.slice(0, at)}`);
      masked += turned ? (bit === '0' ? '1' : '0') : bit;
    }
    const made = ipaddr.fromByteArray(bytes.map((_, at) => parseInt(masked.slice(at * 8, at * 8 + 8), 2)));
    const whole = range === undefined ? made.toString() : `${made.toString()}/${range}`;
    given.set(written, whole);
    return whole;
  };

  return { given, mask: (text) => text.replace(ADDRESS, mask) };
}
