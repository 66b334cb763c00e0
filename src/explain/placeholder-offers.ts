/** What a placeholder may stand for: values of the request, of the other policies and of the account that fit where it stands. */
import { parseArn } from '../language/arn';
import { occurrencesOf, textsOfElement, type Occurrence } from '../case/placeholders';
import type { Placeholders, Request, Scenario } from '../case/scenario';

/** So many are offered for one. */
const MOST = 4;
/** Longer texts, and texts with more wildcards, are no help and would take long to compare. */
const MAX_LENGTH = 2_000;
const MAX_STARS = 4;

export interface PlaceholderOffer {
  readonly value: string;
  readonly from: 'request' | 'policies' | 'account';
}

/**
 * Values for each of some placeholders, the likeliest first; each is a text that makes the place fit the request, or
 * something that other policies name in the same element, or one of the account's principals.
 * @param principals ARNs of the loaded account's users and roles
 */
export function placeholderOffers(
  scenario: Scenario,
  names: readonly string[],
  principals: readonly string[] = [],
): ReadonlyMap<string, readonly PlaceholderOffer[]> {
  const occurrences = occurrencesOf(scenario, names);
  return new Map(
    names.map((name) => {
      const there = occurrences.filter(({ text }) => text.includes(`\${${name}}`));
      const found = [
        ...there.flatMap((each) => fits(name, each, scenario, ofRequest(each, scenario.request))),
        ...byName(name, scenario.request),
      ].map((value): PlaceholderOffer => ({ value, from: 'request' }));
      const written = there
        .flatMap((each) => fits(name, each, scenario, ofPolicies(each, scenario)))
        .filter((value) => !/[*?]/.test(value))
        .map((value): PlaceholderOffer => ({ value, from: 'policies' }));
      const known = there
        .filter(({ element }) => element !== 'Condition' && element !== 'Action')
        .flatMap((each) => fits(name, each, scenario, principals))
        .map((value): PlaceholderOffer => ({ value, from: 'account' }));
      const once = new Map([...known, ...written, ...found].map((offer) => [offer.value, offer]));
      // The last of two with one value has won; the order is that of the likeliest first.
      return [
        name,
        ORDER.flatMap((from) => [...once.values()].filter((one) => one.from === from)).slice(0, MOST),
      ];
    }),
  );
}

const ORDER: readonly PlaceholderOffer['from'][] = ['request', 'policies', 'account'];

/** What must stand in the place of the placeholder for its text to fit one of some values. */
function fits(
  name: string,
  { text }: Occurrence,
  { placeholders = {} }: Scenario,
  values: readonly string[],
): readonly string[] {
  if (text.length > MAX_LENGTH) return [];
  const pattern = patternOf(text, name, placeholders);
  if (pattern === undefined) return [];
  return values.flatMap((value) => {
    if (value.length > MAX_LENGTH) return [];
    const found = pattern.exec(value)?.[1];
    return found === undefined || found === '' || isOfOther(name, found) ? [] : [cut(name, found)];
  });
}

/** More texts than that of other policies are no help. */
const MAX_TEXTS = 500;

/** What other policies have in the same element, or under the same condition key. */
function ofPolicies({ element, key }: Occurrence, scenario: Scenario): readonly string[] {
  if (element === 'Action' || element === 'NotAction' || element === 'Effect') return [];
  return textsOfElement(scenario, element, key)
    .filter((text) => !text.includes('${') && /^arn:|^\d{12}$/.test(text))
    .slice(0, MAX_TEXTS);
}

/** The text as a pattern in which the placeholder is what is looked for, as short as it can be. */
function patternOf(text: string, name: string, placeholders: Placeholders): RegExp | undefined {
  const filled = text.replace(/\$\{([^{}]+)\}/g, (reference, other: string) =>
    other !== name && Object.hasOwn(placeholders, other) ? (placeholders[other] ?? '*') : reference,
  );
  const [before, ...behind] = filled.split(`\${${name}}`);
  if (before === undefined || behind.length !== 1) return undefined;
  if ([...filled.matchAll(/\*/g)].length > MAX_STARS) return undefined;
  return new RegExp(`^${globSource(before)}(.+?)${globSource(behind[0]!)}$`, 'i');
}

function globSource(text: string): string {
  return text
    .replace(/[\\^$.*+?()[\]{}|]/g, (letter) => `\\${letter}`)
    .replaceAll('\\*', '.*')
    .replaceAll('\\?', '.');
}

function ofRequest({ element, key }: Occurrence, request: Request): readonly string[] {
  const { principal, role, resource, action, context = {} } = request;
  const account = parseArn(principal)?.account ?? '';
  const all: Readonly<Record<string, readonly string[]>> = {
    Resource: [resource],
    NotResource: [resource],
    Action: [action],
    Principal: [role ?? '', principal, account],
    NotPrincipal: [role ?? '', principal, account],
  };
  if (element !== 'Condition') return (all[element] ?? []).filter((value) => value !== '');
  const value = Object.entries(context).find(([each]) => each.toLowerCase() === key?.toLowerCase())?.[1];
  return value === undefined || value === null ? [] : typeof value === 'string' ? [value] : value;
}

/** Services whose resources Terraform's names begin with, as `aws_sqs_queue`. */
const SERVICES = /^aws_(s3|sqs|sns|dynamodb|kms|lambda|iam|secretsmanager|kinesis|ecr|sfn)_/;

/** The ARN of another service than the name tells. */
function isOfOther(name: string, value: string): boolean {
  const service = SERVICES.exec(name)?.[1]?.replace('sfn', 'states');
  const written = /^arn:[^:]*:([^:]*)/.exec(value)?.[1];
  return service !== undefined && written !== undefined && written !== service;
}

/** A bucket’s ARN ends before the key of an object. */
function cut(name: string, value: string): string {
  const bucket = /^(arn:[^:]*:s3:::[^/]+)\//.exec(value)?.[1];
  return bucket !== undefined && /bucket/i.test(name) ? bucket : value;
}

/** What the name itself says that it is. */
function byName(name: string, { principal, resource, resourceAccount }: Request): readonly string[] {
  const [caller, target] = [parseArn(principal), parseArn(resource)];
  const found: (string | undefined)[] = [];
  if (/account/i.test(name)) found.push(caller?.account, target?.account, resourceAccount);
  if (/region/i.test(name)) found.push(target?.region);
  if (/partition/i.test(name)) found.push(caller?.partition ?? target?.partition ?? 'aws');
  if (/dns_suffix|urlsuffix/i.test(name)) found.push('amazonaws.com');
  return found.filter((value) => value !== undefined && value !== '') as readonly string[];
}
