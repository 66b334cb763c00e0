/**
 * Answers of IAM's policy simulator. IAM API Reference, EvaluationResult and ResourceSpecificResult: since 2026 the name
 * at the top is the ARN template of the resource type, and each resource has a result of its own.
 */
import type { JsonObject } from '../evidence/values';
import { at, defined, isObject, listAt, textAt } from '../evidence/values';
import type { Source } from './source';
import type { SimulatedDecision, SimulatedResult, SimulationReport } from './types';

export function readSimulationReport(source: Source): SimulationReport | undefined {
  const pages = source.roots.filter((root) => Array.isArray(at(root, 'EvaluationResults')));
  if (pages.length === 0) return undefined;
  return {
    kind: 'simulation',
    results: pages.flatMap((page) => listAt(page, 'EvaluationResults').filter(isObject).flatMap(resultsOf)),
    truncated: pages.every((page) => at(page, 'IsTruncated') === true),
    problems: source.problems,
  };
}

/** One result for each action and resource; the name at the top only where it is no template. */
export function resultsOf(result: JsonObject): readonly SimulatedResult[] {
  const action = textAt(result, 'EvalActionName');
  if (action === undefined) return [];
  const specific = listAt(result, 'ResourceSpecificResults').filter(isObject);
  const entries = specific.length > 0 ? specific : [result];
  return entries.flatMap((entry): SimulatedResult[] => {
    const decision = decisionOf(textAt(entry, 'EvalResourceDecision') ?? textAt(entry, 'EvalDecision'));
    const name = textAt(entry, 'EvalResourceName') ?? '*';
    if (decision === undefined) return [];
    return [
      defined({
        action,
        resource: name.includes('${') ? '*' : name,
        decision,
        missing: texts(listAt(entry, 'MissingContextValues')),
        matched: listAt(entry, 'MatchedStatements').flatMap((match) => textAt(match, 'SourcePolicyId') ?? []),
        layer: decision === 'allowed' ? undefined : layerOf(entry, result),
      }),
    ];
  });
}

function decisionOf(word: string | undefined): SimulatedDecision | undefined {
  return word === 'allowed' || word === 'explicitDeny' || word === 'implicitDeny' ? word : undefined;
}

function layerOf(entry: JsonObject, result: JsonObject): 'scp' | 'boundary' | undefined {
  if (at(result, 'OrganizationsDecisionDetail', 'AllowedByOrganizations') === false) return 'scp';
  const boundary =
    at(entry, 'PermissionsBoundaryDecisionDetail', 'AllowedByPermissionsBoundary') ??
    at(result, 'PermissionsBoundaryDecisionDetail', 'AllowedByPermissionsBoundary');
  return boundary === false ? 'boundary' : undefined;
}

function texts(values: readonly unknown[]): readonly string[] {
  return values.filter((value) => typeof value === 'string');
}
