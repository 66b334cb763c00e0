/** A policy's statements as plain JSON: what limits look at. */
import type { Policy } from '../case/scenario';

export type PlainStatement = Readonly<Record<string, unknown>>;

/** In order; none for a policy that is missing or can't be read. A statement without brackets is a list of one. */
export function statementsOf(policy: Policy | undefined): readonly PlainStatement[] {
  const document = policy?.text === undefined ? policy?.document : parsed(policy.text);
  if (!isRecord(document)) return [];
  const { Statement: found } = document;
  return (Array.isArray(found) ? found : [found]).filter(isRecord);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is PlainStatement {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every text of an element: one, a list, or those in a map such as `{ "AWS": [ … ] }`. */
export function everyText(element: unknown): readonly string[] {
  if (typeof element === 'string') return [element];
  if (Array.isArray(element)) return element.flatMap(everyText);
  return isRecord(element) ? Object.values(element).flatMap(everyText) : [];
}

/** Is the text the element, or in its list? */
export function isListed(element: unknown, text: string): boolean {
  return element === text || (Array.isArray(element) && element.includes(text));
}
