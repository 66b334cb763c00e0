/** Parts of a policy for which no text can stand: a placeholder in their place would hide statements or conditions. */
import { isObject } from '../../evidence/values';
import type { Json } from './value';

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/**
 * The placeholder where a document has to have statements, conditions or principals; undefined where there is none.
 * @param isOpen of a name in `${…}`: is it a placeholder?
 */
export function holeIn(document: Json, isOpen: (name: string) => boolean): string | undefined {
  const isHole = (value: unknown): value is string => {
    const name = typeof value === 'string' ? /^\$\{([^{}]+)\}$/.exec(value)?.[1] : undefined;
    return name !== undefined && isOpen(name);
  };
  if (!isObject(document)) return undefined;
  for (const statement of listOf(document['Statement'] ?? [])) {
    if (isHole(statement)) return statement;
    if (!isObject(statement)) continue;
    const { Condition: condition, Principal: principal, NotPrincipal: others } = statement;
    const blocks = isObject(condition) ? Object.values(condition) : [condition];
    const hole = [...blocks, principal, others].find(isHole);
    if (hole !== undefined) return hole;
  }
  return undefined;
}
