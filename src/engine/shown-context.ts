/** The context as it is shown: each value with its origin, and whether a policy reads it. */
import type { ContextEntry } from './evaluation';
import { LAYERS } from '../case/scenario';
import { isPlaceholder } from '../case/placeholders';
import type { World } from './world';

/** The keys that policies in play read, by lower-case name. */
function keysRead(world: World): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const layer of LAYERS) {
    for (const level of world.layers[layer].levels) {
      for (const { compiled } of level.policies) {
        if (compiled?.kind !== 'readable') continue;
        for (const [lower, key] of compiled.keys) if (!keys.has(lower)) keys.set(lower, key);
      }
    }
  }
  return keys;
}

/** Of a single service, and worked out. */
const isOwn = (lower: string, origin: ContextEntry['origin']): boolean =>
  origin !== 'given' && !lower.startsWith('aws:');

export interface ShownContext {
  /** Values that every request has, but nobody told, appear only where they are read; so do keys of one service. */
  readonly context: readonly ContextEntry[];
  /** Keys that some policy in play reads and the request does not have. */
  readonly missing: readonly string[];
}

export function showContext(world: World): ShownContext {
  const read = keysRead(world);
  const context: ContextEntry[] = [];
  for (const [lower, { key, value, origin, from }] of world.context.all) {
    // A placeholder of code is no key of the request.
    if (value === null && isPlaceholder(key, world.scenario)) continue;
    const isRead = read.has(lower);
    if (!isRead && ((origin === 'default' && value === null) || isOwn(lower, origin))) continue;
    context.push(from ? { key, value, origin, from, read: isRead } : { key, value, origin, read: isRead });
  }
  const missing: string[] = [];
  for (const [lower, key] of read) if (!world.context.all.has(lower)) missing.push(key);
  return { context, missing };
}
