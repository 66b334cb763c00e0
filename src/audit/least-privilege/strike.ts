/** One pattern of an Allow statement against what was used: what stays of it, and why. */
import type { Catalog } from '../../catalog/service-reference';
import { splitAction } from '../../catalog/service-lookup';
import { expand } from './expand';
import type { Protection } from './protect';
import { protectionOf } from './protect';
import type { ActionState, Usage } from './usage';

export type Mode = 'safe' | 'tight';

export interface StrikeRules {
  readonly catalog: Catalog;
  readonly usage: Usage;
  readonly mode: Mode;
  /** Actions that statements made of events allow on their own resources. */
  readonly recorded: ReadonlySet<string>;
  /** What the person said of iam:PassRole; undefined: kept, save where events decide. */
  readonly passRole?: 'keep' | 'drop';
  readonly names: readonly string[];
  /** Actions that the person wants to keep, whatever the evidence says. */
  readonly keep: ReadonlySet<string>;
}

export interface PatternVerdict {
  readonly pattern: string;
  readonly outcome: 'keep' | 'strike' | 'narrow';
  /** What is written in its place; the pattern itself where it stays. */
  readonly written: readonly string[];
  readonly used: readonly string[];
  readonly notUsed: readonly string[];
  /** Nothing tells of these. */
  readonly noData: readonly string[];
  /** Of `noData`, what AWS never tracks or a cut-off report does not have: told of, where a service's state is not. */
  readonly untracked: readonly string[];
  /** Services of the pattern of which a report lists the tracked actions. */
  readonly trackedServices: ReadonlySet<string>;
  readonly kept: readonly string[];
  readonly struck: readonly string[];
  readonly protections: ReadonlyMap<string, Protection>;
}

/** More names than this are written with wildcards where the reference shows that nothing else fits them. */
const MANY = 12;

export function strikePattern(pattern: string, rules: StrikeRules): PatternVerdict {
  const names = expand(rules.catalog, pattern);
  const whole = isEverything(pattern);
  const states = names.map((action) => ({ action, state: rules.usage.action(action) }));
  const protections = new Map<string, Protection>();
  const stays = (action: string, state: ActionState): boolean => {
    if (rules.keep.has(action)) return true;
    const protection = protectionOf(action, rules.usage.service, rules.names);
    if (protection === 'never-tracked') {
      const keeps =
        rules.passRole === 'keep' ||
        (rules.passRole === undefined && !(rules.mode === 'tight' && rules.recorded.size > 0));
      if (keeps && !rules.recorded.has(action)) protections.set(action, protection);
      return keeps && !rules.recorded.has(action);
    }
    // A statement made of the events allows it on what it was used for.
    if (rules.recorded.has(action)) return false;
    const keeps = staysBy(action, state, rules, whole);
    if (keeps || state !== 'not-used' || protection === undefined || whole || rules.mode === 'tight')
      return keeps;
    protections.set(action, protection);
    return true;
  };
  const kept = states.filter(({ action, state }) => stays(action, state)).map(({ action }) => action);
  const keptSet = new Set(kept);
  const struck = names.filter((action) => !keptSet.has(action));
  const of = (...wanted: readonly ActionState[]): readonly string[] =>
    states.filter(({ state }) => wanted.includes(state)).map(({ action }) => action);
  const unknown = names.length === 0;
  return {
    pattern,
    ...writtenFor(pattern, kept, struck, rules, unknown),
    used: of('used'),
    notUsed: of('not-used'),
    noData: of('no-row', 'untracked', 'untold'),
    untracked: states
      .filter(({ action, state }) => state === 'untracked' || state === 'no-row' || action === 'iam:PassRole')
      .map(({ action }) => action),
    trackedServices: new Set(
      states
        .filter(({ state }) => state === 'untracked')
        .map(({ action }) => action.slice(0, action.indexOf(':'))),
    ),
    kept,
    struck,
    protections,
  };
}

export function isEverything(pattern: string): boolean {
  return pattern === '*' || pattern === '*:*';
}

function staysBy(
  action: string,
  state: ActionState,
  { usage, mode, recorded }: StrikeRules,
  whole: boolean,
): boolean {
  switch (state) {
    case 'used':
      return true;
    case 'not-used':
      return false;
    case 'untracked':
      return mode === 'safe';
    case 'no-row':
      // A report has a row for each service that the policies allow, so what `*` has no row for is not there either.
      return mode === 'safe' ? !whole || !usage.complete : recorded.size === 0 && !whole;
    case 'untold': {
      // Only where events show uses of the same service do they speak for the rest of it.
      const prefix = action.slice(0, action.indexOf(':') + 1);
      return mode === 'safe' || ![...recorded].some((other) => other.startsWith(prefix));
    }
  }
}

function writtenFor(
  pattern: string,
  kept: readonly string[],
  struck: readonly string[],
  { catalog }: StrikeRules,
  unknown: boolean,
): Pick<PatternVerdict, 'outcome' | 'written'> {
  // A pattern that matches nothing in the reference is none of its business.
  if (unknown || struck.length === 0) return { outcome: 'keep', written: [pattern] };
  if (kept.length === 0) return { outcome: 'strike', written: [] };
  return { outcome: 'narrow', written: shortened(catalog, kept) };
}

/** `svc:*` for whole services, `svc:Get*` where every action of the reference with that beginning is kept, else names. */
function shortened(catalog: Catalog, kept: readonly string[]): readonly string[] {
  const byService = new Map<string, string[]>();
  for (const action of kept) {
    const prefix = splitAction(action)!.prefix;
    byService.set(prefix, [...(byService.get(prefix) ?? []), action]);
  }
  return [...byService].sort().flatMap(([prefix, actions]) => {
    if (actions.length === expand(catalog, `${prefix}:*`).length) return [`${prefix}:*`];
    return actions.length > MANY ? byFirstWord(catalog, prefix, actions) : [...actions].sort();
  });
}

function byFirstWord(catalog: Catalog, prefix: string, actions: readonly string[]): readonly string[] {
  const words = new Map<string, string[]>();
  for (const action of actions) {
    const word = /^[A-Z][a-z]+|^./.exec(action.slice(prefix.length + 1))?.[0] ?? '';
    words.set(word, [...(words.get(word) ?? []), action]);
  }
  return [...words]
    .flatMap(([word, list]) => {
      const pattern = `${prefix}:${word}*`;
      return list.length > 2 && expand(catalog, pattern).length === list.length ? [pattern] : list;
    })
    .sort();
}
