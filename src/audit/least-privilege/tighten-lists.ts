/** What became of the patterns and actions, as lists and numbers. */
import type { PatternVerdict } from './strike';
import type { Usage } from './usage';

export interface StrikeLists {
  /** Patterns as typed where all of it goes or stays, else names. */
  readonly strike: readonly string[];
  readonly keep: readonly string[];
  readonly noData: readonly string[];
  readonly keptForUntracked: readonly string[];
}

/** Distinct actions of the old Allows by what the evidence says. */
export interface ActionCounts {
  readonly used: number;
  readonly notUsed: number;
  readonly noData: number;
  /** Of `noData`, those that the result allows. */
  readonly keptNoData: number;
}

export function listsOf(verdicts: readonly PatternVerdict[]): StrikeLists {
  const strike = verdicts.flatMap(({ outcome, pattern, struck }) =>
    outcome === 'strike' ? [pattern] : outcome === 'narrow' ? struck : [],
  );
  const keep = verdicts.flatMap(({ outcome, pattern, written, kept }) =>
    outcome === 'keep' ? [pattern] : outcome === 'narrow' ? [...written, ...kept] : [],
  );
  const noData = verdicts.flatMap(({ pattern, untracked, kept, outcome, used, notUsed }) => {
    if (pattern === '*' || untracked.length === 0) return [];
    const whole =
      used.length === 0 && notUsed.length === 0 && outcome !== 'narrow' && untracked.length === kept.length;
    return whole ? [pattern] : untracked;
  });
  const untracked = verdicts.flatMap(({ kept, protections, untracked: list, pattern }) =>
    kept.filter(
      (action) =>
        protections.get(action) === 'never-tracked' ||
        (pattern !== '*' && list.includes(action) && isTrackedService(verdicts, action)),
    ),
  );
  const unique = (list: readonly string[]): readonly string[] => [...new Set(list)];
  return {
    strike: unique(strike),
    keep: unique(keep),
    noData: unique(noData),
    keptForUntracked: unique(untracked),
  };
}

/** Does the report list what it tracks of the service? Else nothing is known of the action, tracked or not. */
function isTrackedService(verdicts: readonly PatternVerdict[], action: string): boolean {
  return verdicts.some(({ trackedServices }) => trackedServices.has(action.slice(0, action.indexOf(':'))));
}

export function addedServices(before: ReadonlySet<string>, after: ReadonlySet<string>): readonly string[] {
  const prefixes = (actions: ReadonlySet<string>): ReadonlySet<string> =>
    new Set([...actions].map((action) => action.slice(0, action.indexOf(':'))));
  const known = prefixes(before);
  return [...prefixes(after)].filter((prefix) => !known.has(prefix));
}

export function countsOf(
  before: ReadonlySet<string>,
  usage: Usage,
  after: ReadonlySet<string>,
): ActionCounts {
  const counts = { used: 0, notUsed: 0, noData: 0, keptNoData: 0 };
  for (const action of before) {
    const state = usage.action(action);
    if (state === 'used') counts.used += 1;
    else if (state === 'not-used' && action !== 'iam:PassRole') counts.notUsed += 1;
    else {
      counts.noData += 1;
      if (after.has(action)) counts.keptNoData += 1;
    }
  }
  return counts;
}
