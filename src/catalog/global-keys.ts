/**
 * The global condition keys: type, number of values, and when a request has them.
 * IAM User Guide: "AWS global condition context keys".
 */
import type { GlobalKey } from './global-key';
import { GLOBAL_KEYS } from './global-keys-data';

export { GLOBAL_KEYS } from './global-keys-data';

const TAG_SUFFIX = '/tag-key';

const byName = new Map<string, GlobalKey>(
  GLOBAL_KEYS.map((entry) => [entry.key.toLowerCase().replace(TAG_SUFFIX, '/'), entry]),
);

/** What is known of a key, whatever its capitals; tag keys by their family. Undefined for keys of a service. */
export function globalKey(name: string): GlobalKey | undefined {
  const lower = name.toLowerCase();
  const slash = lower.indexOf('/');
  return byName.get(slash === -1 ? lower : lower.slice(0, slash + 1));
}

/** The spelling of AWS for a global key; other keys and tag keys stay as written. */
export function keySpelling(name: string): string {
  const known = globalKey(name);
  if (!known) return name;
  if (!known.key.endsWith(TAG_SUFFIX)) return known.key;
  return known.key.slice(0, -TAG_SUFFIX.length) + name.slice(name.indexOf('/'));
}
