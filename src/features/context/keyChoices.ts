/** Keys to offer when one is added. */
import { GLOBAL_KEYS } from '../../catalog/global-keys';
import type { ConditionKey } from '../../catalog/service-reference';
import { TYPES_OF_REFERENCE, type KeyFacts } from '../../checks/key-facts';
import { PROVIDER_PART, type Claims } from './providerClaims';

export interface KeyChoice {
  /** As AWS writes it; a part that is still to be named stands as `${TagKey}` or `<key>`. */
  readonly key: string;
  readonly about: string;
}

/** What the choices depend on. */
export interface ChoiceFacts {
  /** Read by some policy. */
  readonly read: readonly string[];
  /** Has a given value. */
  readonly given: readonly string[];
  /** Those that the action and its resource can have; undefined while nothing is known of the action. */
  readonly service: readonly ConditionKey[] | undefined;
  readonly claims: Claims;
}

const TYPE_WORDS: Record<KeyFacts['type'], string> = {
  string: 'text',
  arn: 'ARN',
  bool: 'true or false',
  numeric: 'number',
  date: 'date',
  ip: 'IP address',
  binary: 'binary',
};

function aboutOf(type: KeyFacts['type'], multivalued: boolean | undefined): string {
  return multivalued === true ? `${TYPE_WORDS[type]}, several` : TYPE_WORDS[type];
}

/** Global keys that only come with actions and resources that the reference names them for. */
const TAGS = /^aws:(RequestTag\/|ResourceTag\/|TagKeys$)/;

/**
 * Keys that policies read first, then those that the request can have by its action, resource and identity provider,
 * then the global ones; never one that the request has a given value for.
 */
export function keyChoices({ read, given, service, claims }: ChoiceFacts): readonly KeyChoice[] {
  const taken = new Set(given.map((key) => key.toLowerCase()));
  const choices: KeyChoice[] = [];
  const add = (key: string, about: string): void => {
    if (taken.has(key.toLowerCase())) return;
    taken.add(key.toLowerCase());
    choices.push({ key, about });
  };
  for (const key of read) add(key, 'read by a policy');
  for (const key of claims.keys) add(key, 'claim');
  for (const { key, type, multivalued } of service ?? [])
    if (!claims.isForeign(key)) add(key, aboutOf(TYPES_OF_REFERENCE[type], multivalued));
  for (const { key, type, multivalued } of GLOBAL_KEYS)
    if (service === undefined || !TAGS.test(key))
      add(key.replace(/tag-key$/, '${TagKey}'), aboutOf(type, multivalued));
  return choices;
}

/** Choices whose key holds the text, those that begin with it first; capitals do not matter. */
export function matchingKeys(choices: readonly KeyChoice[], text: string): readonly KeyChoice[] {
  const wanted = text.trim().toLowerCase();
  const begins = ({ key }: KeyChoice): boolean => key.toLowerCase().startsWith(wanted);
  const holds = ({ key }: KeyChoice): boolean => key.toLowerCase().includes(wanted);
  return [...choices.filter(begins), ...choices.filter((choice) => holds(choice) && !begins(choice))];
}

/** A part of a key that everybody names for themselves. */
const OPEN_PART = /\$\{[^}]*\}|<[^<>]*>/;

/** Where the part stands that is still to be named; undefined when the key is whole. */
export function openPart(key: string): { readonly start: number; readonly end: number } | undefined {
  const found = OPEN_PART.exec(key);
  return found ? { start: found.index, end: found.index + found[0].length } : undefined;
}

/** What is wrong with a key's name; a family of keys still lacks the part that tells them apart. */
export function keyProblem(key: string): string | undefined {
  const open = OPEN_PART.exec(key)?.[0];
  if (open !== undefined)
    return open === PROVIDER_PART
      ? 'Put the provider’s address in its place, such as `gitlab.example.com`.'
      : `Put a name in place of \`${open}\`, such as \`${key.replace(OPEN_PART, 'team')}\`.`;
  if (!/^[^\s:]+:\S/.test(key))
    return 'A key has a prefix and a name with a colon between, such as `aws:SourceIp`.';
  if (/[/:]$/.test(key)) return `Add a name at the end: \`${key}team\`.`;
  return undefined;
}
