/** Which keys policies read. */
import { keySpelling } from '../catalog/global-keys';
import type { StatementNode } from '../language/policy';
import { variablesIn } from '../language/template';

const spellings = new Map<string, readonly [lower: string, spelling: string]>();
const SPELLINGS_KEPT = 2000;

function spellingOf(key: string): readonly [string, string] {
  let known = spellings.get(key);
  if (!known) {
    known = [key.toLowerCase(), keySpelling(key)];
    if (spellings.size < SPELLINGS_KEPT) spellings.set(key, known);
  }
  return known;
}

/** The keys of conditions and variables, by lower-case name. */
export function keysOf(statements: readonly StatementNode[]): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  const add = (key: string): void => {
    const [lower, spelling] = spellingOf(key);
    if (!keys.has(lower)) keys.set(lower, spelling);
  };
  const addVariables = (texts: readonly string[]): void => {
    for (const text of texts) if (text.includes('${')) variablesIn(text).forEach(add);
  };
  for (const { conditions, resource } of statements) {
    if (resource) addVariables(resource.values);
    for (const { key, values } of conditions) {
      add(key);
      addVariables(values);
    }
  }
  return keys;
}
