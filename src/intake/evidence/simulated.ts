/**
 * One answer of IAM's policy simulator, as every reader of it needs it. IAM API Reference, EvaluationResult and
 * ResourceSpecificResult: since 2026 a result's own `EvalResourceName` is the ARN format of the type; what was asked stands
 * in `ResourceSpecificResults`, one entry a resource.
 */
import type { JsonObject } from './values';
import { at, defined, isObject, listAt, textAt } from './values';

export type SimulatedDecision = 'allowed' | 'explicitDeny' | 'implicitDeny';

/** One action on one resource. */
export interface SimulatedAnswer {
  readonly action?: string;
  /** Undefined: the answer names none, or only the format of the type. */
  readonly resource?: string;
  readonly decision: SimulatedDecision;
  /** What stopped it, where the answer tells. */
  readonly layer?: 'scp' | 'boundary';
  readonly matched: readonly { readonly policy: string; readonly line?: number }[];
  /** Context keys without a value. */
  readonly missing: readonly string[];
}

export function isSimulatedDecision(value: unknown): value is SimulatedDecision {
  return value === 'allowed' || value === 'explicitDeny' || value === 'implicitDeny';
}

/** One answer for each resource that was asked about, else the result itself; none for what is no result. */
export function answersOf(result: JsonObject): readonly SimulatedAnswer[] {
  const specific = listAt(result, 'ResourceSpecificResults')
    .filter(isObject)
    .flatMap((entry) => answerOf(result, entry, at(entry, 'EvalResourceDecision')));
  return specific.length > 0 ? specific : answerOf(result, result, at(result, 'EvalDecision'));
}

function answerOf(result: JsonObject, entry: JsonObject, decision: unknown): readonly SimulatedAnswer[] {
  if (!isSimulatedDecision(decision)) return [];
  return [
    defined({
      action: textAt(result, 'EvalActionName'),
      resource: wholeArn(textAt(entry, 'EvalResourceName')),
      decision,
      layer: decision === 'allowed' ? undefined : layerOf(result, entry),
      matched: listAt(entry, 'MatchedStatements').flatMap((statement) => {
        const policy = textAt(statement, 'SourcePolicyId');
        const line = at(statement, 'StartPosition', 'Line');
        return policy === undefined ? [] : [{ policy, ...(typeof line === 'number' && { line }) }];
      }),
      missing: listAt(entry, 'MissingContextValues').filter((key) => typeof key === 'string'),
    }),
  ];
}

/** Formats such as `arn:${Partition}:s3:::${BucketName}` name no resource. */
export function wholeArn(name: string | undefined): string | undefined {
  return name?.includes('${') === true ? undefined : name;
}

/** What the entry of a resource says goes before what is said of all of them. */
function layerOf(result: JsonObject, entry: JsonObject): 'scp' | 'boundary' | undefined {
  if (at(result, 'OrganizationsDecisionDetail', 'AllowedByOrganizations') === false) return 'scp';
  const boundary = ['PermissionsBoundaryDecisionDetail', 'AllowedByPermissionsBoundary'] as const;
  return (at(entry, ...boundary) ?? at(result, ...boundary)) === false ? 'boundary' : undefined;
}
