/** Parts of a policy for which no text can stand: a placeholder in their place would hide statements or conditions. */
import type { Json } from './value';

const isObject = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/** A text where a document has to have statements, conditions or principals; undefined where there is none. */
export function holeIn(document: Json): string | undefined {
  if (!isObject(document)) return undefined;
  for (const statement of listOf(document['Statement'] ?? [])) {
    if (typeof statement === 'string') return statement;
    if (!isObject(statement)) continue;
    const { Condition: condition } = statement;
    const parts = isObject(condition) ? Object.values(condition) : [condition];
    const hole = [...parts, statement['Principal'], statement['NotPrincipal']].find(isHole);
    if (typeof hole === 'string') return hole;
  }
  return undefined;
}

const isHole = (value: unknown): boolean => typeof value === 'string' && value !== '*';
