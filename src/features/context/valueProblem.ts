/** What looks odd about the value of a context key, by the key's type. AWS page: "AWS global condition context keys". */
import ipaddr from 'ipaddr.js';
import type { KeyFacts } from '../../checks/key-facts';

type KeyType = KeyFacts['type'];

const NUMBER = /^-?\d+(\.\d+)?$/;
/** ISO 8601, or seconds since 1970. */
const DATE = /^(\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?|-?\d{5,})$/;
const ARN = /^arn:[^:]*:[^:]*:[^:]*:[^:]*:./;

function ipProblem(text: string): string | undefined {
  if (ipaddr.isValid(text)) return undefined;
  if (/^[^/]+\/\d+$/.test(text)) return 'A request comes from one address; a range belongs in the policy.';
  return 'AWS sends one IP address here, such as `203.0.113.7` or `2001:db8::7`.';
}

const PROBLEMS: Record<KeyType, (text: string) => string | undefined> = {
  string: () => undefined,
  binary: () => undefined,
  bool: (text) => (/^(true|false)$/i.test(text) ? undefined : 'AWS sends `true` or `false` here.'),
  numeric: (text) => (NUMBER.test(text) ? undefined : 'AWS sends a number here, such as `3600`.'),
  date: (text) => (DATE.test(text) ? undefined : 'AWS sends a time here, such as `2026-11-24T12:00:00Z`.'),
  arn: (text) => (ARN.test(text) ? undefined : 'AWS sends an ARN here: `arn:`, then five more parts.'),
  ip: ipProblem,
};

/** Undefined for what is empty, and for what AWS could send. */
export function valueProblem(type: KeyType | undefined, text: string): string | undefined {
  return type === undefined || text === '' ? undefined : PROBLEMS[type](text);
}

/** An example of what AWS sends. */
export const EXAMPLES_OF: Record<KeyType, string> = {
  string: '',
  binary: '',
  bool: 'true',
  numeric: '3600',
  date: '2026-11-24T12:00:00Z',
  arn: 'arn:aws:s3:::bucket',
  ip: '203.0.113.7',
};
