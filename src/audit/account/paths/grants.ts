/**
 * What a principal's policies list in their Allows, read loosely: it only saves asking the evaluator what nothing could allow, and
 * tells which resources are worth asking about. The evaluator decides.
 */
import type { Policy } from '../../../case/scenario';
import { at, isObject } from '../../../intake/evidence/values';
import { globMatches, globOf, type Glob } from '../../../language/glob';

interface Grant {
  readonly effect: 'Allow' | 'Deny';
  readonly patterns: readonly Glob[];
  readonly except: boolean;
  readonly resources: readonly string[];
  /** Its answer hangs on the request. */
  readonly conditional: boolean;
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
      const effect = at(statement, 'Effect');
      if (effect !== 'Allow' && effect !== 'Deny') return [];
      const except = at(statement, 'NotAction') !== undefined;
      return [
        {
          effect,
          patterns: textsIn(at(statement, except ? 'NotAction' : 'Action')).map((text) =>
            globOf(text.toLowerCase()),
          ),
          except,
          resources: at(statement, 'Resource') === undefined ? ['*'] : textsIn(at(statement, 'Resource')),
          conditional: at(statement, 'Condition') !== undefined || at(statement, 'NotResource') !== undefined,
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

/** By the list of policies, which a principal keeps: which statements list an action. */
const listings = new WeakMap<readonly Policy[], Map<string, readonly string[]>>();

/** Resources of the Allows that list an action, as written; empty where none does. */
function written(policies: readonly Policy[], action: string): readonly string[] {
  const name = action.toLowerCase();
  let known = listings.get(policies);
  if (known === undefined) {
    known = new Map();
    listings.set(policies, known);
  }
  let found = known.get(name);
  if (found === undefined) {
    found = policies
      .flatMap(grantsOf)
      .filter((grant) => grant.effect === 'Allow' && covers(grant, name))
      .flatMap(({ resources }) => resources);
    found = [...new Set(found)].slice(0, MOST);
    known.set(name, found);
  }
  return found;
}

/**
 * Resources to ask about for an action: the patterns of the Allows that list it, with their wildcards filled in or as `written`; empty
 * where no Allow lists it.
 */
export function resourcesListedFor(
  policies: readonly Policy[],
  action: string,
  how: 'filled' | 'written' = 'filled',
): readonly string[] {
  const listed = written(policies, action);
  if (how === 'written') return listed;
  return [
    ...new Set(
      listed.map((resource) => (resource === '*' ? '*' : resource.replaceAll('*', 'x').replaceAll('?', 'x'))),
    ),
  ];
}

const covers = ({ patterns, except }: Grant, name: string): boolean =>
  patterns.some((pattern) => globMatches(pattern, name)) !== except;

/** Does a Deny take the action away, on everything and whatever the request? */
export function deniesAlways(policies: readonly Policy[], action: string): boolean {
  const name = action.toLowerCase();
  return policies
    .flatMap(grantsOf)
    .some(
      (grant) =>
        grant.effect === 'Deny' && !grant.conditional && grant.resources.includes('*') && covers(grant, name),
    );
}

export function hasDeny(policies: readonly Policy[]): boolean {
  return policies.flatMap(grantsOf).some(({ effect }) => effect === 'Deny');
}

/** Could the Allows that list the action be for this resource? Patterns with variables could be for any. */
export function mayReach(policies: readonly Policy[], action: string, resource: string): boolean {
  const listed = written(policies, action);
  return (
    listed.length >= MOST ||
    listed.some((pattern) => pattern.includes('${') || globMatches(compiled(pattern), resource))
  );
}

const globs = new Map<string, Glob>();

function compiled(pattern: string): Glob {
  let glob = globs.get(pattern);
  if (glob === undefined) {
    if (globs.size > 20_000) globs.clear();
    glob = globOf(pattern);
    globs.set(pattern, glob);
  }
  return glob;
}

/** Does some Allow list the action, for whatever resource? */
export function listsAction(policies: readonly Policy[], action: string): boolean {
  return written(policies, action).length > 0;
}
