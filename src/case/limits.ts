/**
 * How large a scenario may be. Far above anything a person pastes (AWS caps a policy at 20,480 characters), and low
 * enough that a hostile file or link can neither freeze the page nor fill its memory.
 */
import type { ScenarioIssue } from './issue';
import { writePath } from './issue';

export const LIMITS = {
  /** Characters of all texts and names of a scenario together. */
  characters: 2_000_000,
  /** Values (objects, lists, texts, numbers) of a scenario. */
  values: 200_000,
  /** Objects and lists inside one another. */
  depth: 64,
  /** Linked requests of a scenario: each is evaluated at every keystroke. */
  linked: 24,
  /** Steps of a chain of roles before the case itself. */
  chain: 12,
  /** Bytes of a link's scenario when unpacked. */
  unpackedBytes: 4_000_000,
  /** Characters of a link, after the `#`. */
  linkCharacters: 1_000_000,
} as const;

interface Pending {
  readonly value: unknown;
  readonly path: readonly (string | number)[];
}

/**
 * The first reason why a value is too large, too deep, or not JSON at all; undefined where it is fine.
 * Walks without recursion, so depth cannot exhaust the stack, and a cycle ends at the depth limit.
 */
export function beyondLimits(json: unknown): ScenarioIssue | undefined {
  const pending: Pending[] = [{ value: json, path: [] }];
  let values = 0;
  let characters = 0;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, path } = next;
    values += 1;
    if (values > LIMITS.values) return tooLarge(`more than ${LIMITS.values} values`);
    if (typeof value === 'string') characters += value.length;
    else if (typeof value === 'object' && value !== null) {
      if (path.length >= LIMITS.depth) {
        const at = writePath(path.slice(0, 4));
        return { path: at, message: `is nested more than ${LIMITS.depth} levels deep.` };
      }
      const entries: [string | number, unknown][] = Array.isArray(value)
        ? value.map((item: unknown, index) => [index, item])
        : Object.entries(value);
      for (const [key, item] of entries) {
        // Copied by assignment, this name would change an object's prototype; documents of policies are never copied so.
        if (key === '__proto__' && !path.includes('document'))
          return { path: writePath(path), message: 'No field can be named `__proto__`.' };
        if (typeof key === 'string') characters += key.length;
        if (item !== undefined) pending.push({ value: item, path: [...path, key] });
      }
    } else if (value !== null && typeof value !== 'boolean' && !Number.isFinite(value)) {
      return { path: writePath(path), message: 'is not a JSON value.' };
    }
    if (characters > LIMITS.characters) return tooLarge(`more than ${LIMITS.characters} characters`);
  }
  return undefined;
}

function tooLarge(measure: string): ScenarioIssue {
  return { path: '', message: `This case is too large: it has ${measure}.` };
}
