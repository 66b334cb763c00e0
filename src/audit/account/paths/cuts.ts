/** Which statements to take away: each with the number of paths that it closes, tried and not guessed. */
import { listPolicies } from '../../../case/scenario';
import type { Scenario } from '../../../case/scenario';
import { evaluate } from '../../../engine/evaluate';
import type { StatementRef } from '../../../engine/evaluation';
import { textAt } from '../../../intake/evidence/values';
import type { Asker } from './ask';
import { cutCase } from './cut-case';
import type { AdminPath, Cut, Station } from './types';

interface CutAt {
  readonly holder: string;
  readonly station: Station;
  readonly statement: StatementRef;
}

const keyOf = ({
  holder,
  statement: { layer, policy, statement },
}: Pick<CutAt, 'holder' | 'statement'>): string => `${holder}|${layer}|${policy}|${statement}`;

/** The cuts of all paths, those that close most first. */
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
    (one, other) => other.closes - one.closes || one.holder.localeCompare(other.holder),
  );
}

/** The statements without one of which the request is allowed no more. */
function closersOf(asker: Asker, station: Station, to: string): readonly CutAt[] {
  const scenario = asker.scenarioOf(station);
  if (scenario === undefined) return [];
  return station.because.flatMap((statement) => {
    const { decision } = evaluate(cutCase(scenario, statement));
    if (decision === 'Allowed' || decision === 'Undetermined') return [];
    return [{ holder: holderOf(asker, scenario, statement, station.principal, to), statement, station }];
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
