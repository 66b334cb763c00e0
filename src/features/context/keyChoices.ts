/** Keys to offer when one is added. */
import { GLOBAL_KEYS } from '../../catalog/global-keys';
import type { ConditionKey, ConditionKeyType } from '../../catalog/service-reference';

export interface KeyChoice {
  readonly key: string;
  readonly about: string;
}

const WORDS: Record<ConditionKeyType, string> = {
  String: 'string',
  ARN: 'arn',
  Bool: 'bool',
  Numeric: 'numeric',
  Date: 'date',
  IPAddress: 'ip',
  Binary: 'binary',
};

/** A key for each tag or the like: what stands before the placeholder is begun by choosing it. */
const PLACEHOLDER = /\$\{[^}]*\}|<[^>]*>/;

/**
 * Keys that policies read first, then those that the action can have, then the global ones; never one that the
 * request has a given value for.
 */
export function keyChoices(
  keysRead: readonly string[],
  given: readonly string[],
  ofAction: readonly ConditionKey[] = [],
): readonly KeyChoice[] {
  const taken = new Set(given.map((key) => key.toLowerCase()));
  const choices: KeyChoice[] = [];
  const add = (key: string, about: string): void => {
    if (taken.has(key.toLowerCase())) return;
    taken.add(key.toLowerCase());
    choices.push({ key, about });
  };
  for (const key of keysRead) add(key, 'read by a policy');
  for (const { key, type, multivalued } of ofAction)
    add(key.replace(PLACEHOLDER, ''), multivalued ? `${WORDS[type]}, several` : WORDS[type]);
  for (const { key, type, multivalued } of GLOBAL_KEYS)
    add(key.replace(/tag-key$/, ''), multivalued === true ? `${type}, several` : type);
  return choices;
}

/** Choices whose key holds the text, those that begin with it first; capitals do not matter. */
export function matchingKeys(choices: readonly KeyChoice[], text: string): readonly KeyChoice[] {
  const wanted = text.trim().toLowerCase();
  const begins = ({ key }: KeyChoice): boolean => key.toLowerCase().startsWith(wanted);
  const holds = ({ key }: KeyChoice): boolean => key.toLowerCase().includes(wanted);
  return [...choices.filter(begins), ...choices.filter((choice) => holds(choice) && !begins(choice))];
}

/** What is wrong with a key's name; a family of tag keys still lacks the tag. */
export function keyProblem(key: string): string | undefined {
  if (!/^[^\s:]+:\S/.test(key))
    return 'A key has a prefix and a name with a colon between, such as `aws:SourceIp`.';
  if (key.endsWith('/')) return `Add the tag's key behind the slash: \`${key}team\`.`;
  return undefined;
}
