/**
 * Scenarios of older versions, brought up to the present one a step at a time.
 * A step is pure and takes `unknown`: old data is read by its own rules, and the present schema checks the result.
 */
import { sayWhatIsAbsent } from './upgrade-1';

export const SCENARIO_VERSION = 2;

export type Upgrade = (older: unknown) => unknown;

/** From version N to version N + 1. Add, never edit. */
const UPGRADES: Readonly<Record<number, Upgrade>> = { 1: sayWhatIsAbsent };

/**
 * Makes the function that brings a scenario of `version` up to `newest`.
 * Throws at once, when the program loads, if a step is missing or leads nowhere.
 */
export function upgrader(
  steps: Readonly<Record<number, Upgrade>>,
  newest: number,
): (json: unknown, version: number) => unknown {
  const wanted = Array.from({ length: newest - 1 }, (_, index) => String(index + 1));
  const found = Object.keys(steps);
  if (wanted.join() !== found.join())
    throw new Error(
      `Upgrades must lead from each version to the next: want ${wanted.join()}, have ${found.join()}`,
    );
  return (json, version) => {
    let upgraded = json;
    for (let step = version; step < newest; step += 1) upgraded = steps[step]!(upgraded);
    return upgraded;
  };
}

export const upgrade = upgrader(UPGRADES, SCENARIO_VERSION);
