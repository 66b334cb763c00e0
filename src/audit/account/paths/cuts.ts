/** Which statements to take away, or which entries of them: each with the number of paths that it closes, tried and not guessed. */
import { listPolicies } from '../../../case/scenario';
import type { Scenario } from '../../../case/scenario';
import { evaluate } from '../../../engine/evaluate';
import type { StatementRef } from '../../../engine/evaluation';
import { textAt } from '../../../intake/evidence/values';
import type { Asker } from './ask';
import { cutCase } from './cut-case';
import { cutParts } from './cut-parts';
import type { AdminPath, Cut, CutPart, Station } from './types';

interface CutAt {
  readonly holder: string;
  readonly station: Station;
  readonly statement: StatementRef;
  readonly part?: CutPart;
}

const keyOf = ({ holder, statement: { layer, policy, statement }, part }: Omit<CutAt, 'station'>): string =>
  [holder, layer, policy, statement, part?.element, ...(part?.values ?? [])].join('|');

/** The cuts of all paths, those that close most first; of those that close as many, what takes least away. */
export function cutsOf(asker: Asker, paths: readonly AdminPath[]): readonly Cut[] {
  const tried = new Map<Station, readonly CutAt[]>();
  const counts = new Map<string, Cut>();
  for (const { steps } of paths) {
    const closing = new Map<string, CutAt>();
    for (const { stations, to } of steps)
      for (const station of stations) {
        let places = tried.get(station);
        if (places === undefined) {
          places = closersOf(asker, station, to);
          tried.set(station, places);
        }
        for (const place of places) closing.set(keyOf(place), place);
      }
    for (const [key, place] of closing) {
      const before = counts.get(key)?.closes ?? 0;
      counts.set(key, { ...place, closes: before + 1 });
    }
  }
  return [...counts.values()].sort(
    (one, other) =>
      other.closes - one.closes || sizeOf(one) - sizeOf(other) || one.holder.localeCompare(other.holder),
  );
}

/** How many entries go; a whole statement counts as more than any. */
const sizeOf = ({ part }: Cut): number => part?.values.length ?? Number.MAX_SAFE_INTEGER;

/** The statements, and the entries of them, without one of which the request is allowed no more. */
function closersOf(asker: Asker, station: Station, to: string): readonly CutAt[] {
  const scenario = asker.scenarioOf(station);
  if (scenario === undefined) return [];
  const closes = (statement: StatementRef, part?: CutPart): boolean => {
    const { decision } = evaluate(cutCase(scenario, statement, part));
    return decision !== 'Allowed' && decision !== 'Undetermined';
  };
  return station.because.flatMap((statement) => {
    // Where all of it is not enough, a part is not either.
    if (!closes(statement)) return [];
    const place = { holder: holderOf(asker, scenario, statement, station.principal, to), statement, station };
    const parts = cutParts(scenario, statement, station.question).filter((part) => closes(statement, part));
    return [...parts.map((part) => ({ ...place, part })), place];
  });
}

/** Whose policy it is: a trust policy is the role's; others are a managed policy's own, a group's, or the caller's. */
function holderOf(
  { account }: Asker,
  scenario: Scenario,
  { layer, policy }: StatementRef,
  principal: string,
  to: string,
): string {
  if (layer === 'resource') return to;
  const entry = listPolicies(scenario.policies).find(
    ({ address, policy: one }) => address.layer === layer && one.name === policy,
  );
  const own = (arn: string): boolean => arn.endsWith(`/${policy}`);
  const managed = [...account.managed.keys()].find(own);
  const group = entry?.policy.via?.replace(/^group\//, '');
  const of = group === undefined ? undefined : textAt(account.groups.get(group), 'Arn');
  return managed ?? of ?? principal;
}
