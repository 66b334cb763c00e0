/** Unknown JSON in, a scenario out. */
import type { Scenario } from '../case/scenario';
import { ScenarioError } from '../case/issue';
import { beyondLimits } from '../case/limits';
import { toIssues } from './messages';
import { scenarioShape, toScenario } from './shape';
import { SCENARIO_VERSION, upgrade } from './upgrade';

/**
 * Reads a scenario from JSON of any origin. Drafts are scenarios too: the request's fields may be empty.
 * Older versions are upgraded. Never changes its argument.
 * @throws ScenarioError with every issue found; its kind is `newerVersion` where the JSON comes from a later Verdict.
 */
export function parseScenario(json: unknown): Scenario {
  const excess = beyondLimits(json);
  if (excess !== undefined) throw new ScenarioError([excess]);
  const read = scenarioShape.safeParse(upgrade(json, versionOf(json)));
  if (!read.success) throw new ScenarioError(toIssues(read.error.issues));
  return toScenario(read.data);
}

function versionOf(json: unknown): number {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw new ScenarioError([{ path: '', message: 'A case must be a JSON object `{ … }`.' }]);
  const version: unknown = 'schema' in json ? json.schema : undefined;
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1) {
    const message = `A case says its version, a whole number: \`"schema": ${SCENARIO_VERSION}\`.`;
    throw new ScenarioError([{ path: 'schema', message }]);
  }
  if (version > SCENARIO_VERSION) {
    const message = `This case has version ${version}, made by a newer Verdict. This one reads up to version ${SCENARIO_VERSION}: reload the page, or update your copy.`;
    throw new ScenarioError([{ path: 'schema', message }], 'newerVersion');
  }
  return version;
}

/** A scenario in which nothing was asked yet. */
export function emptyScenario(): Scenario {
  return { schema: SCENARIO_VERSION, request: { principal: '', action: '', resource: '' }, policies: {} };
}
