/** What the Allow statements of an identity-based policy grant, after what its Deny statements take away for certain. */
import { splitAction } from '../catalog/service-lookup';
import type { ActionSummary, Catalog } from '../catalog/service-reference';
import { globMatches, globOf } from '../language/glob';
import type { Glob } from '../language/glob';
import type { CheckedPolicy, ListElement, Statement } from './document';
import type { Place } from '../language/place';

export interface Grant {
  readonly statement: Statement;
  /** The entry that grants the action, or the NotAction element. */
  readonly at: Place & { readonly text?: string };
  /** For every resource. */
  readonly everywhere: boolean;
  readonly conditional: boolean;
}

/** A list of action patterns that answers quickly. */
interface Patterns {
  readonly exact: ReadonlyMap<string, number>;
  readonly wild: readonly (readonly [glob: Glob, index: number])[];
}

/** No policy that AWS takes has more statements. */
const MOST_STATEMENTS = 500;

const patternsOfLists = new WeakMap<ListElement, Patterns>();

function patternsOf(list: ListElement): Patterns {
  let patterns = patternsOfLists.get(list);
  if (!patterns) {
    const exact = new Map<string, number>();
    const wild: [Glob, number][] = [];
    list.entries.forEach(({ text }, index) => {
      const lower = text.toLowerCase();
      if (/[*?]/.test(lower)) wild.push([globOf(lower), index]);
      else if (!exact.has(lower)) exact.set(lower, index);
    });
    patterns = { exact, wild };
    patternsOfLists.set(list, patterns);
  }
  return patterns;
}

/** The number of the entry that covers the action, or -1. */
function entryCovering(list: ListElement, action: string): number {
  const lower = action.toLowerCase();
  const { exact, wild } = patternsOf(list);
  return exact.get(lower) ?? wild.find(([glob]) => globMatches(glob, lower))?.[1] ?? -1;
}

/** The entry of the statement that covers the action; for NotAction the element. */
function coveringPlace({ action, notAction }: Statement, name: string): Grant['at'] | undefined {
  if (action) return action.entries[entryCovering(action, name)];
  return notAction && entryCovering(notAction, name) === -1 ? notAction : undefined;
}

/** For every resource that there is. */
export function isEverywhere({ resource, notResource }: Statement): boolean {
  return notResource !== undefined || resource?.entries.some(({ text }) => text === '*') === true;
}

/** `Allow` of everything on everything, without a condition. */
export function isFullAccess(statement: Statement): boolean {
  const { effect, action, resource, conditions } = statement;
  return (
    effect === 'Allow' &&
    conditions.length === 0 &&
    action?.entries.some(({ text }) => text === '*' || text === '*:*') === true &&
    resource?.entries.some(({ text }) => text === '*') === true
  );
}

function deniedEverywhere(policy: CheckedPolicy, action: string): boolean {
  return policy.statements.some(
    (statement) =>
      statement.effect === 'Deny' &&
      statement.conditions.length === 0 &&
      statement.resource?.entries.some(({ text }) => text === '*') === true &&
      coveringPlace(statement, action) !== undefined,
  );
}

const breadth = (grant: Grant): number => (grant.everywhere ? 2 : 0) + (grant.conditional ? 0 : 1);

/** The widest grant of an action; undefined when the policy does not allow it, or denies it on every resource. */
export function grantOf(policy: CheckedPolicy, action: string): Grant | undefined {
  let widest: Grant | undefined;
  for (const statement of policy.statements.slice(0, MOST_STATEMENTS)) {
    if (statement.effect !== 'Allow') continue;
    const at = coveringPlace(statement, action);
    if (!at) continue;
    const everywhere = isEverywhere(statement);
    const grant = { statement, at, everywhere, conditional: statement.conditions.length > 0 };
    if (!widest || breadth(grant) > breadth(widest)) widest = grant;
  }
  return widest && !deniedEverywhere(policy, action) ? widest : undefined;
}

export interface NamedAction extends ActionSummary {
  /** With its prefix. */
  readonly full: string;
}

const MOST_KEPT = 1000;
const expansions = new WeakMap<Catalog, Map<string, readonly NamedAction[] | undefined>>();

/** The actions of its service that an entry covers; undefined when they are not loaded. Remembered: lists repeat. */
export function expand(catalog: Catalog, text: string): readonly NamedAction[] | undefined {
  let known = expansions.get(catalog);
  if (!known) {
    known = new Map();
    expansions.set(catalog, known);
  }
  if (!known.has(text)) {
    if (known.size >= MOST_KEPT) known.clear();
    known.set(text, findActions(catalog, text));
  }
  return known.get(text);
}

function findActions(catalog: Catalog, text: string): readonly NamedAction[] | undefined {
  const parts = splitAction(text);
  const actions = parts && catalog.actions(parts.prefix);
  if (!actions) return undefined;
  const named = (action: ActionSummary): NamedAction => ({
    name: action.name,
    accessLevels: action.accessLevels,
    full: `${parts.prefix}:${action.name}`,
  });
  const lower = parts.name.toLowerCase();
  if (!/[*?]/.test(lower)) {
    const action = actions.get(lower);
    return action ? [named(action)] : [];
  }
  const glob = globOf(lower);
  return [...actions].flatMap(([name, action]) => (globMatches(glob, name) ? [named(action)] : []));
}
