/** Finds actions by what somebody types: `s3:Get`, `getobj`, `passrole`, `s3 acl`. */
import type { AccessLevel, Catalog } from './service-reference';

export type ActionChoice =
  | { readonly kind: 'service'; readonly prefix: string; readonly name: string }
  | { readonly kind: 'action'; readonly action: string; readonly accessLevels: readonly AccessLevel[] };

/** Services that people ask about most: their actions stand first among equals. */
const COMMON = [
  's3',
  'iam',
  'sts',
  'ec2',
  'lambda',
  'dynamodb',
  'kms',
  'sqs',
  'sns',
  'logs',
  'secretsmanager',
];

function rankOf(prefix: string): number {
  const at = COMMON.indexOf(prefix);
  return at === -1 ? COMMON.length : at;
}

interface Query {
  readonly whole: string;
  /** What stands before the colon; empty without one. */
  readonly prefix: string;
  readonly name: string;
  readonly words: readonly string[];
}

function queryOf(text: string): Query {
  const whole = text.trim().toLowerCase();
  const colon = whole.indexOf(':');
  return {
    whole,
    prefix: whole.slice(0, Math.max(0, colon)),
    name: whole.slice(colon + 1),
    words: whole.split(/[\s:]+/).filter((word) => word !== ''),
  };
}

/** How well an action answers, 0 best; undefined when it does not. `prefix` and `name` are in lower case. */
function distance(query: Query, prefix: string, name: string): number | undefined {
  if (query.prefix !== '') {
    if (!prefix.startsWith(query.prefix)) return undefined;
    const other = prefix === query.prefix ? 0 : 3;
    if (name === query.name) return other;
    if (name.startsWith(query.name)) return other + 1;
    return name.includes(query.name) ? other + 2 : undefined;
  }
  if (name === query.whole) return 0;
  if (name.startsWith(query.whole)) return 1;
  if (prefix === query.whole) return 2;
  if (name.includes(query.whole)) return 3;
  const held = query.words.every((word) => prefix === word || name.includes(word));
  return held ? 4 : undefined;
}

/** Whole services, for a text that has not reached the colon. */
function services(catalog: Catalog, query: Query, most: number): readonly ActionChoice[] {
  if (query.prefix !== '' || query.words.length > 1) return [];
  const found = catalog.services().filter(({ prefix, name }) => {
    if (query.whole === '') return COMMON.includes(prefix);
    return prefix.startsWith(query.whole) || name.toLowerCase().split(' ').includes(query.whole);
  });
  return [...found]
    .sort(
      (one, other) =>
        Number(other.prefix === query.whole) - Number(one.prefix === query.whole) ||
        rankOf(one.prefix) - rankOf(other.prefix) ||
        (one.prefix < other.prefix ? -1 : 1),
    )
    .slice(0, query.whole === '' ? COMMON.length : most)
    .map(({ prefix, name }) => ({ kind: 'service', prefix, name }));
}

/**
 * The services and actions that a text may mean, the likeliest first, at most so many. Without text: the services
 * that people ask about most. Without the names of the actions: services alone.
 */
export function searchActions(catalog: Catalog, text: string, most = 60): readonly ActionChoice[] {
  const query = queryOf(text);
  const whole = services(catalog, query, 3);
  if (query.whole === '') return whole;
  const found: { distance: number; rank: number; choice: ActionChoice & { readonly kind: 'action' } }[] = [];
  for (const { prefix } of catalog.services()) {
    for (const [lower, { name, accessLevels }] of catalog.actions(prefix) ?? []) {
      const far = distance(query, prefix, lower);
      if (far === undefined) continue;
      const choice = { kind: 'action' as const, action: `${prefix}:${name}`, accessLevels };
      found.push({ distance: far, rank: rankOf(prefix), choice });
    }
  }
  found.sort(
    (one, other) =>
      one.distance - other.distance ||
      one.rank - other.rank ||
      (one.choice.action < other.choice.action ? -1 : 1),
  );
  return [...whole, ...found.slice(0, most).map(({ choice }) => choice)];
}
