/** Which services' details somebody needs who reads a text. */
import type { Catalog } from './service-reference';

/** What stands before a colon: the prefix of an action or a key, or a part of an ARN. */
const BEFORE_COLON = /(?<![a-z0-9.-])[a-z0-9][a-z0-9.-]*(?=:)/gi;
const ARN_SERVICE = /arn:[^:"\s]*:([a-z0-9-]+):/gi;

/** The prefixes of the services that the texts name, in actions, keys or ARNs; sorted. */
export function mentionedServices(catalog: Catalog, texts: readonly string[]): readonly string[] {
  const lower = texts.map((text) => text.toLowerCase());
  const words = new Set(lower.flatMap((text) => text.match(BEFORE_COLON) ?? []));
  const parts = new Set(lower.flatMap((text) => [...text.matchAll(ARN_SERVICE)].map((match) => match[1]!)));
  const found = new Set<string>();
  for (const word of words) {
    if (catalog.hasService(word)) found.add(word);
    for (const owner of catalog.keyOwners(word)) found.add(owner);
  }
  for (const part of parts) for (const owner of catalog.arnOwners(part) ?? []) found.add(owner);
  return [...found].sort();
}
