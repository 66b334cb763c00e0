/** The answer of IAM's policy simulator: IAM API Reference, SimulatePrincipalPolicy, EvaluationResult. */
import type { EvidenceChoice } from './choices';
import type { Evidence, EvidenceLayer } from './types';
import type { JsonObject } from './values';
import { at, defined, isObject, listAt, textAt } from './values';

export function readSimulation(objects: readonly JsonObject[]): Evidence | undefined {
  const results = resultsIn(objects);
  const result = results.find((entry) => decisionOf(entry) !== 'allowed') ?? results[0];
  if (result === undefined) return undefined;
  const evidence = readResult(result);
  const count = results.length;
  if (count === 1) return evidence;
  const used = `${count} results are in the paste; one is used, a denied one if there is any.`;
  return { ...evidence, notes: [...evidence.notes, used] };
}

/** Every result, in the order of the text. */
export function resultChoices(objects: readonly JsonObject[]): readonly EvidenceChoice[] {
  return resultsIn(objects).map((result) =>
    defined({
      action: textAt(result, 'EvalActionName'),
      resource: textAt(result, 'EvalResourceName'),
      outcome: decisionOf(result),
      denied: decisionOf(result) !== 'allowed',
      read: () => readResult(result),
    }),
  );
}

function resultsIn(objects: readonly JsonObject[]): readonly JsonObject[] {
  return objects.flatMap((object) => listAt(object, 'EvaluationResults').filter(isResult));
}

function readResult(result: JsonObject): Evidence {
  const decision = decisionOf(result);
  return defined({
    kind: 'simulation' as const,
    request: defined({
      action: textAt(result, 'EvalActionName'),
      resource: textAt(result, 'EvalResourceName'),
    }),
    layer: decision === 'allowed' ? undefined : layerOf(result),
    denial:
      decision === 'explicitDeny'
        ? ('explicit' as const)
        : decision === 'implicitDeny'
          ? ('implicit' as const)
          : undefined,
    notes: notesOf(result),
  });
}

function isResult(value: unknown): value is JsonObject {
  return isObject(value) && textAt(value, 'EvalDecision') !== undefined;
}

function decisionOf(result: JsonObject): string {
  return textAt(result, 'EvalDecision') ?? '';
}

function layerOf(result: JsonObject): EvidenceLayer | undefined {
  if (at(result, 'OrganizationsDecisionDetail', 'AllowedByOrganizations') === false) return 'scp';
  if (at(result, 'PermissionsBoundaryDecisionDetail', 'AllowedByPermissionsBoundary') === false)
    return 'boundary';
  return undefined;
}

function notesOf(result: JsonObject): string[] {
  const notes = ['The simulator does not name the caller, and leaves several kinds of policies out.'];
  for (const statement of listAt(result, 'MatchedStatements')) {
    const policy = textAt(statement, 'SourcePolicyId');
    const line = at(statement, 'StartPosition', 'Line');
    if (policy === undefined) continue;
    const where = typeof line === 'number' ? `, line ${line}` : '';
    const verb = decisionOf(result) === 'allowed' ? 'Allowed' : 'Matched';
    notes.push(`${verb} by ${policy}${where}.`);
  }
  const missing = listAt(result, 'MissingContextValues').filter((key) => typeof key === 'string');
  if (missing.length > 0) notes.push(`The simulator had no value for ${missing.join(', ')}.`);
  return notes;
}
