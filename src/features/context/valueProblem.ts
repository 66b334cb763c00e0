/**
 * What looks odd about the value of a context key, by the key's type: AWS would not send it, or the conditions that
 * read it could not. AWS page: "AWS global condition context keys".
 */
import type { KeyFacts } from '../../checks/key-facts';
import { canonicalBase64 } from '../../engine/conditions/binary';
import { parseInstant } from '../../engine/conditions/date';
import { parseAddress, parseRange } from '../../engine/conditions/ip';
import { parseDecimal } from '../../engine/conditions/numeric';
import { isPartition, parseArn } from '../../language/arn';

type KeyType = KeyFacts['type'];

function ipProblem(text: string): string | undefined {
  if (parseAddress(text.trim())) return undefined;
  const [address = ''] = text.split('/');
  if (parseRange(text.trim()))
    return `A request comes from one address, such as \`${address}\`; a range belongs in the policy.`;
  return 'This is no IP address: AWS sends one, such as `203.0.113.7` or `2001:db8::7`.';
}

/** A day, a time and seconds; the zone may be missing. */
const WHOLE = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}/;
const SECONDS = /^-?\d{5,}(\.\d+)?$/;

function dateProblem(text: string): string | undefined {
  const instant = parseInstant(text);
  if (instant === undefined)
    return 'This is no date: AWS sends a day and a time, such as `2026-11-24T12:00:00Z`.';
  if (WHOLE.test(text.trim()) || SECONDS.test(text.trim())) return undefined;
  return `AWS sends a whole time; this is read as \`${new Date(instant).toISOString().replace('.000Z', 'Z')}\`.`;
}

function arnProblem(text: string): string | undefined {
  const arn = parseArn(text);
  if (!arn)
    return 'This is no ARN: it has six parts with colons between, `arn:partition:service:region:account:resource`.';
  if (!isPartition(arn.partition)) return 'An ARN has a partition behind `arn:`, mostly `aws`.';
  return arn.resource === '' ? 'The ARN ends before its resource.' : undefined;
}

const PROBLEMS: Record<KeyType, (text: string) => string | undefined> = {
  string: () => undefined,
  binary: (text) =>
    canonicalBase64(text) === undefined
      ? 'This is not Base64, the form in which binary values are compared.'
      : undefined,
  bool: (text) => (/^(true|false)$/i.test(text) ? undefined : 'AWS sends `true` or `false` here.'),
  numeric: (text) => (parseDecimal(text) ? undefined : 'This is no number: AWS sends one, such as `3600`.'),
  date: dateProblem,
  arn: arnProblem,
  ip: ipProblem,
};

/** Undefined for what is empty, and for what AWS could send. */
export function valueProblem(type: KeyType | undefined, text: string): string | undefined {
  return type === undefined || text === '' ? undefined : PROBLEMS[type](text);
}

/** An example of what AWS sends. */
export const EXAMPLES_OF: Record<KeyType, string> = {
  string: '',
  binary: 'c2VjcmV0',
  bool: 'true',
  numeric: '3600',
  date: '2026-11-24T12:00:00Z',
  arn: 'arn:aws:s3:::bucket',
  ip: '203.0.113.7',
};
