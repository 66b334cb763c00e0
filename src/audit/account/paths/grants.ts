/**
 * What a principal's policies list in their Allows, read loosely: it only saves asking the evaluator what nothing could allow, and
 * tells which resources are worth asking about. The evaluator decides.
 */
import type { Policy } from '../../../case/scenario';
import { at, isObject } from '../../../intake/evidence/values';
import { globMatches, globOf, type Glob } from '../../../language/glob';

interface Grant {
  readonly patterns: readonly Glob[];
  readonly except: boolean;
  readonly resources: readonly string[];
}

const known = new WeakMap<object, readonly Grant[]>();

function grantsOf({ document }: Policy): readonly Grant[] {
  if (!isObject(document)) return [];
  const found = known.get(document);
  if (found !== undefined) return found;
  const list = at(document, 'Statement');
  const made = (Array.isArray(list) ? list : [list])
    .filter(isObject)
    .flatMap((statement): readonly Grant[] => {
      if (at(statement, 'Effect') !== 'Allow') return [];
      const except = at(statement, 'NotAction') !== undefined;
      return [
        {
          patterns: textsIn(at(statement, except ? 'NotAction' : 'Action')).map((text) =>
            globOf(text.toLowerCase()),
          ),
          except,
          resources: at(statement, 'Resource') === undefined ? ['*'] : textsIn(at(statement, 'Resource')),
        },
      ];
    });
  known.set(document, made);
  return made;
}

function textsIn(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).filter((entry) => typeof entry === 'string');
}

/** With more candidates than this, the first ones stand for the rest. */
const MOST = 8;

/**
 * Resources to ask about for an action: the patterns of the Allows that list it, with their wildcards filled in; empty where no
 * Allow lists it.
 */
export function resourcesListedFor(policies: readonly Policy[], action: string): readonly string[] {
  const name = action.toLowerCase();
  const listed = policies
    .flatMap(grantsOf)
    .filter(({ patterns, except }) => patterns.some((pattern) => globMatches(pattern, name)) !== except)
    .flatMap(({ resources }) => resources)
    .map((resource) => (resource === '*' ? '*' : resource.replaceAll('*', 'x').replaceAll('?', 'x')));
  return [...new Set(listed)].slice(0, MOST);
}

/** Does some Allow list the action, for whatever resource? */
export function listsAction(policies: readonly Policy[], action: string): boolean {
  return resourcesListedFor(policies, action).length > 0;
}
