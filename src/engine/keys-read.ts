/** Which keys the policies in play read, and which of those the request has. */
import { keySpelling } from '../catalog/global-keys';
import { variablesIn } from '../language/template';
import type { StatementNode } from '../language/policy';
import type { ContextEntry } from './evaluation';
import type { Statement } from './match/statement';
import { LAYERS } from './scenario';
import type { World } from './world';

const reads = new WeakMap<StatementNode, readonly string[]>();

/** The keys of a statement's conditions and variables, as written. */
export function keysOfStatement({ node }: Statement): readonly string[] {
  let keys = reads.get(node);
  if (!keys) {
    const variables = [
      ...(node.resource?.values ?? []),
      ...node.conditions.flatMap((condition) => condition.values),
    ].filter((text) => text.includes('${'));
    keys = [...node.conditions.map((condition) => condition.key), ...variables.flatMap(variablesIn)];
    reads.set(node, keys);
  }
  return keys;
}

/** Keys by lower-case name, in the spelling of AWS or of the first policy that reads them. */
function keysRead(world: World): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const layer of LAYERS) {
    for (const level of world.layers[layer].levels) {
      for (const { compiled } of level.policies) {
        if (compiled?.kind !== 'readable') continue;
        for (const statement of compiled.statements) {
          for (const key of keysOfStatement(statement)) {
            const lower = key.toLowerCase();
            if (!keys.has(lower)) keys.set(lower, keySpelling(key));
          }
        }
      }
    }
  }
  return keys;
}

/** The context as it is shown. Values that every request has, but nobody told, appear only where they are read. */
export function describeContext(world: World): readonly ContextEntry[] {
  const read = keysRead(world);
  const shown: ContextEntry[] = [];
  for (const [lower, entry] of world.context) {
    const isRead = read.has(lower);
    if (entry.origin === 'default' && entry.value === null && !isRead) continue;
    shown.push({ ...entry, read: isRead });
  }
  return shown;
}

/** Keys that some policy in play reads and the request does not have. */
export function keysMissing(world: World): readonly string[] {
  return [...keysRead(world)].filter(([lower]) => !world.context.has(lower)).map(([, key]) => key);
}
