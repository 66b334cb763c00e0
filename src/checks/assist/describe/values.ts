/** Values of conditions: addresses, dates, numbers, accounts, organizations, ARNs. */
import ipaddr from 'ipaddr.js';
import type { Catalog } from '../../../catalog/service-reference';
import { parseRange } from '../../../engine/conditions/ip';
import { parseInstant } from '../../../engine/conditions/date';
import { isAccountId } from '../../../language/arn';
import { parseOperator } from '../../../language/operators';
import { isPrivate } from '../../ip-ranges';
import { keyFacts } from '../../key-facts';
import { isRegion } from '../../regions';
import { describeResource } from './arns';
import { accountWords, type CaseFacts } from './case-facts';
import { valueWords } from './conditions';
import { literal, paragraphs } from './markdown';

const COUNT = new Intl.NumberFormat('en');

/** The first and the last address of a range, how many there are, and whether the internet can reach them. */
function rangeWords(text: string): string | undefined {
  const range = parseRange(text.trim());
  if (!range) return undefined;
  const host = range.bytes.length * 8 - range.bits;
  const bounds = (fill: 0 | 1): string => {
    const bytes = range.bytes.map((byte, at) => {
      const kept = Math.min(8, Math.max(0, range.bits - at * 8));
      const mask = (0xff << (8 - kept)) & 0xff;
      return fill === 0 ? byte & mask : (byte & mask) | (~mask & 0xff);
    });
    return literal(ipaddr.fromByteArray([...bytes]).toString());
  };
  const kind = isPrivate(text.trim())
    ? 'Private: no request from the internet has such an address.'
    : range.bits === 0
      ? 'Every address there is.'
      : 'Public.';
  if (host === 0) return `One address, ${bounds(0)}. ${kind}`;
  const count = host > 40 ? `2^${host}` : COUNT.format(2 ** host);
  return `${count} addresses, from ${bounds(0)} to ${bounds(1)}. ${kind}`;
}

function dateWords(text: string): string | undefined {
  const instant = parseInstant(text);
  return instant === undefined
    ? undefined
    : `The moment ${literal(new Date(instant).toISOString())}, in UTC.`;
}

/** Keys that count time, with the seconds of their unit. */
const TIMES: Readonly<Record<string, number>> = {
  'aws:multifactorauthage': 1,
  'sts:durationseconds': 1,
  's3:signatureage': 0.001,
};

function durationWords(text: string, key: string): string | undefined {
  const unit = TIMES[key.toLowerCase()];
  if (unit === undefined || !/^\d+$/.test(text.trim())) return undefined;
  const seconds = Number(text) * unit;
  return `${COUNT.format(seconds)} seconds: ${COUNT.format(Math.round(seconds / 6) / 10)} minutes.`;
}

const ACCOUNT_KEYS = /account$/i;

function textWords(text: string, key: string, facts: CaseFacts): string | undefined {
  if (isAccountId(text)) {
    const words = accountWords(text, facts);
    return words === undefined ? 'An account.' : `Account: ${words}.`;
  }
  if (/^o-[a-z0-9]{10,32}$/.test(text)) {
    if (facts.organization === undefined) return 'An organization.';
    return facts.organization === text
      ? 'The organization of this case.'
      : 'Another organization than that of this case.';
  }
  if (isRegion(text)) return 'A Region.';
  return ACCOUNT_KEYS.test(key) && /^\d+$/.test(text) ? 'Not an account: that has twelve digits.' : undefined;
}

/** A value under a key and an operator. */
export function describeValue(
  catalog: Catalog | undefined,
  operator: string,
  key: string,
  text: string,
  facts: CaseFacts,
): string | undefined {
  const here = valueWords(key, facts);
  const request = here && `${literal(key)}: ${here.charAt(0).toLowerCase()}${here.slice(1)}`;
  const family = parseOperator(operator)?.family;
  const words = ((): string | undefined => {
    switch (family) {
      case 'ip':
        return rangeWords(text) ?? 'Neither an address nor a range, so it never matches.';
      case 'date':
        return dateWords(text) ?? 'Not a date, so it never matches.';
      case 'numeric':
        return durationWords(text, key);
      case 'null':
        return text === 'true' ? 'The request must not have the key.' : 'The request must have the key.';
      case 'bool':
        return undefined;
      case 'arn':
      case 'string':
        return text.startsWith('arn:')
          ? describeResource(catalog, text, {}, facts, [])
          : textWords(text, key, facts);
      default:
        return keyFacts(catalog, key) ? undefined : textWords(text, key, facts);
    }
  })();
  return words === undefined && request === undefined ? undefined : paragraphs(words, request);
}
