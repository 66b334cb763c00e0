/** Patterns of actions as the actions of the service reference that they match. */
import type { AccessLevel, Catalog } from '../../catalog/service-reference';
import { splitAction } from '../../catalog/service-lookup';
import { globMatches, globOf } from '../../language/glob';
import { readPolicyDocument } from '../../language/document';
import type { PolicyTree, StatementNode } from '../../language/policy';

const known = new WeakMap<Catalog, Map<string, readonly string[]>>();

/** The actions that a pattern matches, as AWS writes them, in the order of the reference; empty for a service that is not known. */
export function expand(catalog: Catalog, pattern: string): readonly string[] {
  let cache = known.get(catalog);
  if (cache === undefined) known.set(catalog, (cache = new Map<string, readonly string[]>()));
  const key = pattern.toLowerCase();
  let names = cache.get(key);
  if (names === undefined) cache.set(key, (names = matched(catalog, key)));
  return names;
}

function matched(catalog: Catalog, pattern: string): readonly string[] {
  const whole = pattern === '*' || pattern === '*:*';
  const parts = whole ? { prefix: '*', name: '*' } : splitAction(pattern);
  if (parts === undefined) return [];
  const prefixes = parts.prefix.includes('*')
    ? catalog
        .services()
        .map(({ prefix }) => prefix)
        .filter((prefix) => globMatches(globOf(parts.prefix), prefix))
    : [parts.prefix];
  const glob = globOf(parts.name);
  return prefixes.flatMap((prefix) =>
    [...(catalog.actions(prefix)?.entries() ?? [])].flatMap(([lower, { name }]) =>
      globMatches(glob, lower) ? [`${prefix}:${name}`] : [],
    ),
  );
}

/** The narrowest word for what an action does: AWS calls some both Tagging and Write. */
export function levelOf(catalog: Catalog, action: string): AccessLevel {
  const parts = splitAction(action);
  const levels =
    catalog.actions(parts?.prefix ?? '')?.get((parts?.name ?? '').toLowerCase())?.accessLevels ?? [];
  if (levels.includes('Permissions management')) return 'Permissions management';
  if (levels.includes('Tagging')) return 'Tagging';
  return levels[0] ?? 'Write';
}

/** The actions that the Allow statements of some policies list, on any resource and under any condition. */
export function allowedActions(catalog: Catalog, documents: readonly unknown[]): ReadonlySet<string> {
  const allowed = new Set<string>();
  for (const statement of documents.flatMap((document) => treeOf(document)?.statements ?? []))
    if (statement.effect === 'Allow') for (const action of listedBy(catalog, statement)) allowed.add(action);
  return allowed;
}

function listedBy(catalog: Catalog, { action }: StatementNode): readonly string[] {
  const listed = action.values.flatMap((pattern) => expand(catalog, pattern));
  if (!action.not) return listed;
  const left = new Set(listed);
  return expand(catalog, '*').filter((name) => !left.has(name));
}

/** The tree of an identity-based policy; undefined where it cannot be read. */
export function treeOf(document: unknown): PolicyTree | undefined {
  const read = readPolicyDocument(document, 'identity');
  return read.kind === 'readable' ? read.tree : undefined;
}
