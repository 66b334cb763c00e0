/** Which texts can stand in a request: actions, resources, values. What the evaluator refuses to read is left out. */
import type { Domain } from './automaton/joint';
import { Language } from './automaton/language';
import { COLON, charSet, literal, one, run, some } from './automaton/tokens';
import type { CharSet, Pattern } from './automaton/tokens';

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';

export const DIGIT: CharSet = charSet(DIGITS);
const PREFIX = charSet(`${LOWER}${DIGITS}-`);
export const ACTION_NAME = charSet(`${LOWER}${DIGITS}_`);
const REGION = PREFIX;
const TYPE = charSet(`${LOWER}-`);
/** Names of users, roles and most resources. */
export const NAMED: CharSet = charSet(`${LOWER}${LOWER.toUpperCase()}${DIGITS}_.@+=,-`);
const PATHED = charSet(`${LOWER}${LOWER.toUpperCase()}${DIGITS}_.@+=,-/:#%~ !'()`);

const part: Pattern = [run(COLON), ...literal(':')];
const filled: Pattern = [one(COLON), ...part];
const anything: Pattern = [one(), run()];

/** Any action, in small letters. */
export const ACTIONS: Domain = {
  within: new Language([[...some(PREFIX), ...literal(':'), ...some(ACTION_NAME)]]),
};

/** Any text but the empty one. */
export const TEXTS = new Language([anything]);
export const ARN_TEXTS = new Language([
  [...literal('arn:'), ...filled, ...filled, ...part, ...part, ...anything],
]);

/** A type of IAM, EC2 or KMS without a name behind it. */
const UNFINISHED = new Language(
  ['iam', 'ec2', 'kms'].map((service) => [
    ...literal('arn:'),
    ...part,
    ...literal(`${service}:`),
    ...part,
    ...part,
    ...some(TYPE),
    ...literal('/'),
  ]),
);

/** `*`, or any whole ARN of these partitions. */
export function anyResource(partitions: Iterable<string>): Domain {
  const arns = [...partitions].map((partition) => [
    ...literal(`arn:${partition}:`),
    ...filled,
    ...part,
    ...part,
    ...anything,
  ]);
  return { within: new Language([literal('*'), ...arns]), except: UNFINISHED };
}

export const twelveDigits: Pattern = Array.from({ length: 12 }, () => ({ kind: 'of' as const, set: DIGIT }));

/**
 * Values of a key that holds an account: twelve digits, and what policies compare it with though it is none, as a
 * placeholder that was left in.
 */
export function accountTexts(listed: readonly string[]): Language {
  return new Language([twelveDigits, ...listed.map((text) => literal(text))]);
}

/** Names in which AWS allows slashes, colons or more. Names may not hold either unless they are known to. */
const LOOSE =
  /Path|Object|Key(Name)?$|LogStream|Parameter|Secret|Repository|Topic|Alarm|EventBus|EventSource|Rule(Name)?$|Provider|Package|Prefix|Namespace|Location|Ur[il]$|Arn$|Schedule|Registry|Label|Image|Document/;
/** Anything at all: objects, and log groups, whose ARNs are written with `:*` as well. */
const ANYTHING = /^(ObjectName|KeyName|LogGroupName|LogStreamName)$/;

const isAccount = (name: string): boolean => /^(Account|AccountId)$/.test(name);

function placeholder(name: string, partition: string, account: Pattern): Pattern {
  if (name === 'Partition') return literal(partition);
  if (isAccount(name)) return account;
  if (ANYTHING.test(name)) return anything;
  if (name === 'Region') return some(REGION);
  return some(LOOSE.test(name) ? PATHED : NAMED);
}

/**
 * A form of ARN as the Service Authorization Reference writes it. `account` stands for the account: twelve digits, or
 * what some policy names in its place, as `aws` for what AWS owns.
 */
export function formatPattern(format: string, partition: string, account: Pattern = twelveDigits): Pattern {
  const out: Pattern[] = [];
  let at = 0;
  for (const found of format.matchAll(/\$\{([^}]*)\}|\*/g)) {
    out.push(literal(format.slice(at, found.index)));
    out.push(placeholder(found[1] ?? 'Path', partition, account));
    at = found.index + found[0].length;
  }
  out.push(literal(format.slice(at)));
  return out.flat();
}

/** A role, with or without a path. */
export function anyRole(partition: string): Domain {
  const front = [...literal(`arn:${partition}:iam::`), ...twelveDigits, ...literal(':role/')];
  return {
    within: new Language([
      [...front, ...some(NAMED)],
      [...front, ...some(PATHED), ...literal('/'), ...some(NAMED)],
    ]),
  };
}
