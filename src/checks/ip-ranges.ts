/** IP addresses and ranges. IAM User Guide: "IP address condition operators"; Access Analyzer: "Private IP address". */
import ipaddr from 'ipaddr.js';
import { error, security, suggestion } from './check';
import type { Problem } from './check';
import type { CheckedPolicy } from './document';
import type { ConditionEntry, ConditionValue } from './document-conditions';
import { remove, renameMember, replaceValue } from '../language/edits';
import { fix, proposal } from './finding';
import { isKey } from './key-facts';
import { usesOf } from './operators';
import { code, listedCode } from './words';

interface Range {
  readonly address: ipaddr.IPv4 | ipaddr.IPv6;
  readonly bits: number;
}

/** An address or a range in CIDR notation. */
function readRange(text: string): Range | undefined {
  const [address = '', bits, more] = text.split('/');
  if (more !== undefined || (bits !== undefined && !/^\d{1,3}$/.test(bits))) return undefined;
  const four = /^\d{1,3}(\.\d{1,3}){3}$/.test(address);
  if (four ? !ipaddr.IPv4.isValidFourPartDecimal(address) : !ipaddr.IPv6.isValid(address)) return undefined;
  const most = four ? 32 : 128;
  const length = bits === undefined ? most : Number(bits);
  if (length > most) return undefined;
  return { address: four ? ipaddr.IPv4.parse(address) : ipaddr.IPv6.parse(address), bits: length };
}

const PRIVATE: readonly Range[] = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '127.0.0.0/8',
  '169.254.0.0/16',
  'fc00::/7',
].map((text) => readRange(text)!);

/** Is it an address, or a range of addresses, that no request from the internet has? */
export function isPrivate(text: string): boolean {
  const range = readRange(text);
  return (
    range !== undefined &&
    PRIVATE.some(
      (known) =>
        known.address.kind() === range.address.kind() &&
        range.bits >= known.bits &&
        range.address.match(known.address, known.bits),
    )
  );
}

/**
 * Is it so wide that it keeps nobody out? S3 counts IPv4 ranges wider than /8 and IPv6 ranges wider than /32 as
 * public, private ones excepted. What is no range matches nobody, and is not wide.
 */
export function isWideRange(text: string): boolean {
  const range = readRange(text);
  return range !== undefined && !isPrivate(text) && range.bits < (range.address.kind() === 'ipv4' ? 8 : 32);
}

/** The range with the bits behind its length at zero; undefined when they are. */
function masked(text: string): string | undefined {
  const range = readRange(text);
  if (!range || !text.includes('/')) return undefined;
  const bytes = range.address.toByteArray();
  const clean = bytes.map(
    (byte, at) => byte & (0xff << Math.min(8, Math.max(0, 8 * (at + 1) - range.bits))) & 0xff,
  );
  if (clean.every((byte, at) => byte === bytes[at])) return undefined;
  return `${ipaddr.fromByteArray(clean).toString()}/${range.bits}`;
}

interface IpUse {
  readonly entry: ConditionEntry;
  readonly negated: boolean;
}

function* ipUses(policy: CheckedPolicy): Iterable<IpUse> {
  for (const { entry, operator } of usesOf(policy)) {
    if (operator.family === 'ip') yield { entry, negated: operator.negated };
  }
}

const privateValues = (entry: ConditionEntry): readonly ConditionValue[] =>
  entry.values.filter((value) => value.text !== undefined && isPrivate(value.text));

const allPrivate = (negated: boolean) =>
  function* (policy: CheckedPolicy): Iterable<Problem> {
    for (const use of ipUses(policy)) {
      const { entry } = use;
      if (use.negated !== negated || !isKey(entry.key, 'aws:SourceIp') || entry.values.length === 0) continue;
      if (privateValues(entry).length < entry.values.length) continue;
      yield {
        at: entry,
        message: `\`aws:SourceIp\` is the public address of the request, so private addresses such as ${code(entry.values[0]!.text ?? '')} never match: the condition is always ${negated ? 'true' : 'false'}. Use \`aws:VpcSourceIp\` for addresses inside a VPC, together with \`aws:SourceVpc\`.`,
        fixes: [proposal('Write aws:VpcSourceIp', renameMember(entry, 'aws:VpcSourceIp'))],
      };
    }
  };

const somePrivate = (negated: boolean) =>
  function* (policy: CheckedPolicy): Iterable<Problem> {
    for (const use of ipUses(policy)) {
      const { entry } = use;
      if (use.negated !== negated || !isKey(entry.key, 'aws:SourceIp')) continue;
      const found = privateValues(entry);
      if (found.length === entry.values.length) continue;
      for (const value of found) {
        yield {
          at: value,
          message: `\`aws:SourceIp\` is the public address of the request, so the private range ${code(value.text ?? '')} never matches and changes nothing. Remove it.`,
          fixes: [fix('Remove the range', remove(value.node))],
        };
      }
    }
  };

export const ipRangeChecks = [
  error('private-ip-address', allPrivate(false)),
  error('private-not-ip-address', allPrivate(true)),
  suggestion('private-ip-address-subset', somePrivate(false)),
  suggestion('private-not-ip-address-subset', somePrivate(true)),

  error('type-mismatch-ip-range', function* (policy) {
    for (const { entry } of ipUses(policy)) {
      for (const value of entry.values) {
        const { text } = value;
        if (text === undefined || text.includes('${') || readRange(text)) continue;
        yield {
          at: value,
          message: `${code(text)} is neither an IP address nor a range in CIDR notation, so it never matches. Write it as in \`203.0.113.0/24\` or \`2001:db8::/32\`.`,
        };
      }
    }
  }),

  suggestion('improve-ip-range', function* (policy) {
    for (const { entry } of ipUses(policy)) {
      for (const value of entry.values) {
        const clean = value.text === undefined ? undefined : masked(value.text);
        if (clean === undefined) continue;
        yield {
          at: value,
          message: `${code(value.text!)} stands for the range \`${clean}\`: the bits behind the prefix do not count. Write it so that nobody misreads it.`,
          fixes: [fix(`Write ${clean}`, replaceValue(value.node, clean))],
        };
      }
    }
  }),

  security('missing-paired-condition-keys', function* (policy) {
    for (const { conditions } of policy.statements) {
      const paired = conditions.some(({ key }) =>
        ['aws:SourceVpc', 'aws:SourceVpce', 'aws:SourceVpcArn'].some((name) => isKey(key, name)),
      );
      if (paired) continue;
      for (const entry of conditions) {
        if (!isKey(entry.key, 'aws:VpcSourceIp')) continue;
        yield {
          at: entry,
          message: `Every VPC can use the same private addresses, so ${listedCode([entry.key])} alone lets in whoever has them in another VPC. Demand \`aws:SourceVpc\` or \`aws:SourceVpce\` in the same condition.`,
        };
      }
    }
  }),
];
