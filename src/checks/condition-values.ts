/** Can the values be what the operator or the key asks for? IAM User Guide: "Condition operators". */
import { error, suggestion, warning } from './check';
import type { Problem } from './check';
import type { CheckedPolicy } from './document';
import type { ConditionEntry, ConditionValue } from './document-conditions';
import type { Operator } from '../language/operators';
import { replaceValue } from '../language/edits';
import { fix, proposal } from './finding';
import type { Fix } from './finding';
import { isKey } from './key-facts';
import { nearest } from './near-names';
import { ofUses, usesOf } from './operators';
import { isRegion, regionOfZone, regions } from './regions';
import { code, didYouMean } from './words';

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
/** The W3C form of ISO 8601: a year, a month, a day, or a time with its zone. */
const DATE = /^[+-]?\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}([.,]\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/i;
const EPOCH = /^\d{5,}(\.\d+)?$/;
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

const isOpen = (text: string): boolean => /[*?]|\$\{/.test(text);

type JudgeValue = (
  text: string,
  value: ConditionValue,
  entry: ConditionEntry,
) => { message: string; fixes?: readonly Fix[] } | undefined;

/** Judges each value under operators that are wanted. */
const ofValues = (wanted: (operator: Operator, key: string) => boolean, judge: JudgeValue) =>
  function* (policy: CheckedPolicy): Iterable<Problem> {
    for (const { entry, operator } of usesOf(policy)) {
      if (!wanted(operator, entry.key)) continue;
      for (const value of entry.values) {
        const problem = value.text === undefined ? undefined : judge(value.text, value, entry);
        if (problem) yield { at: value, ...problem };
      }
    }
  };

const inFamily = (family: Operator['family']) => (operator: Operator) => operator.family === family;
const ofKey = (key: string) => (operator: Operator, written: string) =>
  operator.family === 'string' && isKey(written, key);

/** Is the value meant to be the lowest or the highest that counts? */
function decisive(operator: Operator, numbers: readonly number[]): number | undefined {
  switch (operator.comparison) {
    case 'lessThan':
    case 'lessThanEquals':
      return Math.max(...numbers);
    case 'greaterThan':
    case 'greaterThanEquals':
      return Math.min(...numbers);
    default:
      return undefined;
  }
}

function isDay(text: string): boolean {
  const [, month = '01', day = '01'] = text.split(/[-T]/);
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
}

/** Condition keys whose value is the ARN of a KMS key. */
const KMS_KEY_ARNS = [
  's3:x-amz-server-side-encryption-aws-kms-key-id',
  'lambda:KmsKeyArn',
  'dynamodb:KmsKeyArn',
  'ec2:KmsKeyId',
];

export const conditionValueChecks = [
  warning(
    'type-mismatch-boolean',
    ofValues(
      (operator) => operator.family === 'bool' || operator.family === 'null',
      (text, _value, entry) => {
        if (/^(true|false)$/i.test(text) || text.includes('${')) return undefined;
        return {
          message: `${code(text)} is neither \`true\` nor \`false\`, so the condition on ${code(entry.key)} is never true.`,
        };
      },
    ),
  ),

  warning(
    'type-mismatch-number',
    ofValues(inFamily('numeric'), (text, _value, entry) =>
      NUMBER.test(text.trim()) || text.includes('${')
        ? undefined
        : {
            message: `${code(text)} is no number, so it never matches ${code(entry.key)}. Write it in digits.`,
          },
    ),
  ),

  warning(
    'type-mismatch-date',
    ofValues(inFamily('date'), (text) =>
      (DATE.test(text) && isDay(text)) || EPOCH.test(text) || text.includes('${')
        ? undefined
        : {
            message: `${code(text)} is no date, so it never matches. Write it as in \`2026-01-31\` or \`2026-01-31T12:00:00Z\`.`,
          },
    ),
  ),

  warning(
    'invalid-date-value',
    ofValues(inFamily('date'), (text, value) => {
      if (!EPOCH.test(text)) return undefined;
      const instant = isoOfEpoch(Number(text));
      return {
        message: `${code(text)} is a date in seconds since 1970, which few can read and not every service takes. Write it as in \`2026-01-31T12:00:00Z\`.`,
        fixes: instant === undefined ? [] : [fix(`Write ${instant}`, replaceValue(value.node, instant))],
      };
    }),
  ),

  warning(
    'type-mismatch-string',
    ofValues(inFamily('binary'), (text) =>
      BASE64.test(text) && text.length % 4 === 0
        ? undefined
        : { message: `${code(text)} is not base64, which \`BinaryEquals\` compares.` },
    ),
  ),

  error(
    'invalid-condition-data-type',
    ofUses(({ entry }) => {
      const types = new Set(entry.values.map((value) => value.node.type));
      if (types.size < 2 || [...types].some((type) => type === 'array' || type === 'object'))
        return undefined;
      return {
        message: `The values of ${code(entry.key)} are of different JSON types. Put all of them in quotes: AWS compares their text.`,
        fixes: [
          fix(
            'Put all in quotes',
            ...entry.values
              .filter((value) => value.node.type !== 'string')
              .map((value) => replaceValue(value.node, String(value.node.value))),
          ),
        ],
      };
    }),
  ),

  error(
    'invalid-condition-multiple-boolean',
    ofUses(({ entry, operator }) => {
      if (operator.family !== 'bool' && operator.family !== 'null') return undefined;
      if (entry.values.length < 2 || operator.set) return undefined;
      const [first] = entry.values;
      const same = entry.values.every((value) => value.text?.toLowerCase() === first?.text?.toLowerCase());
      return {
        message: `\`${operator.name}\` takes one value. ${same ? 'The same value stands there more than once.' : 'With both, the condition would say nothing.'} Keep the one that is meant.`,
        fixes: same ? [fix('Keep one', replaceValue(entry.node, first!.node.value))] : [],
      };
    }),
  ),

  suggestion(
    'redundant-condition-value-num',
    ofUses(({ entry, operator }) => {
      if (operator.family !== 'numeric' || entry.values.length < 2) return undefined;
      const numbers = entry.values.map((value) => Number(value.text));
      if (numbers.some(Number.isNaN)) return undefined;
      const kept = decisive(operator, numbers);
      if (kept === undefined) return undefined;
      return {
        message: `Of several values one is enough to match, so only ${code(String(kept))} counts here. Remove the others.`,
        fixes: [fix(`Keep ${kept}`, replaceValue(entry.node, String(kept)))],
      };
    }),
  ),

  error(
    'invalid-vpc-format',
    ofValues(ofKey('aws:SourceVpc'), (text) =>
      isOpen(text) || /^vpc-([a-z0-9]{8}|[a-z0-9]{17})$/i.test(text)
        ? undefined
        : {
            message: `${code(text)} is no VPC ID, so it never matches. It looks like \`vpc-0123456789abcdef0\`.`,
          },
    ),
  ),

  error(
    'invalid-vpce-format',
    ofValues(ofKey('aws:SourceVpce'), (text) =>
      isOpen(text) || /^vpce-(?:[a-z0-9]{8}|[a-z0-9]{17})$/i.test(text)
        ? undefined
        : {
            message: `${code(text)} is no ID of a VPC endpoint, so it never matches. It looks like \`vpce-0123456789abcdef0\`.`,
          },
    ),
  ),

  error(
    'invalid-region',
    ofValues(ofKey('aws:RequestedRegion'), (text, value) => {
      if (isOpen(text) || isRegion(text)) return undefined;
      const meant = regionOfZone(text) ?? nearest(text, regions());
      return {
        message: `${code(text)} is no AWS Region, so it never matches a request.${didYouMean(meant)}`,
        fixes: meant === undefined ? [] : [proposal(`Write ${meant}`, replaceValue(value.node, meant))],
      };
    }),
  ),

  error(
    'invalid-kms-key-value',
    ofValues(
      (operator, key) => operator.family !== 'null' && KMS_KEY_ARNS.some((name) => isKey(key, name)),
      (text, _value, entry) =>
        text === '' || isOpen(text) || /^arn:[a-z-]+:kms:[a-z0-9-]+:\d{12}:key\/.+$/.test(text)
          ? undefined
          : {
              message: `${code(entry.key)} holds the ARN of a KMS key, and ${code(text)} is none: aliases and bare key IDs never match. Write \`arn:aws:kms:REGION:ACCOUNT:key/ID\`.`,
            },
    ),
  ),
];

/** Seconds since 1970 as an ISO date, by the civil calendar; undefined beyond the year 9999. */
function isoOfEpoch(seconds: number): string | undefined {
  if (seconds > 253_402_300_799) return undefined;
  const whole = Math.floor(seconds);
  return `${new Date(whole * 1000).toISOString().slice(0, 19)}Z`;
}
