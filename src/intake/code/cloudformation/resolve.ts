/** From a tree to a value: functions worked out, what is taken away left out. */
import type { Scope } from './scope';
import type { Tree } from './tree';
import { NO_VALUE, Unread, type Json, type Value } from './values';

/**
 * The value of a part of a template. A reference that the template does not settle stands as `${reference}`.
 * @throws Unread where a part can be neither worked out nor left open.
 */
export function resolve(tree: Tree, scope: Scope): Value {
  scope.step(tree.at);
  switch (tree.kind) {
    case 'scalar':
      return typeof tree.value === 'string' ? scope.literal(tree.value, tree.at) : tree.value;
    case 'list':
      return tree.items.map((item) => resolve(item, scope)).filter((item) => item !== NO_VALUE);
    case 'call':
      return scope.call(tree);
    case 'map': {
      const entries: [string, Json][] = [];
      for (const [name, item] of tree.entries) {
        if (name.startsWith('Fn::')) throw new Unread(name, item.at);
        const value = resolve(item, scope);
        if (value !== NO_VALUE) entries.push([scope.literal(name, tree.at), value]);
      }
      return Object.fromEntries(entries);
    }
  }
}
