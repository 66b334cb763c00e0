/**
 * The answer of IAM's policy simulator: IAM API Reference, SimulatePrincipalPolicy, EvaluationResult and
 * ResourceSpecificResult. Since 2026 a result's own `EvalResourceName` is the ARN format of the type; what was asked
 * stands in `ResourceSpecificResults`, one entry a resource.
 */
import type { EvidenceChoice } from './choices';
import type { Evidence, EvidenceLayer } from './types';
import type { JsonObject } from './values';
import { at, defined, isObject, listAt, textAt } from './values';

type Decision = 'allowed' | 'explicitDeny' | 'implicitDeny';

/** One action on one resource. */
interface Result {
  readonly action?: string;
  readonly resource?: string;
  readonly decision: Decision;
  readonly layer?: EvidenceLayer;
  readonly notes: readonly string[];
}

/** The results of an answer, or of a text in columns; undefined where there are none. */
export function readSimulation(objects: readonly JsonObject[], prose = ''): Evidence | undefined {
  const results = resultsIn(objects, prose);
  const result = results.find(({ decision }) => decision !== 'allowed') ?? results[0];
  if (result === undefined) return undefined;
  const evidence = toEvidence(result);
  const count = results.length;
  if (count === 1) return evidence;
  const used = `${count} results are in the paste; one is used, a denied one if there is any.`;
  return { ...evidence, notes: [...evidence.notes, used] };
}

/** Every result, in the order of the text. */
export function resultChoices(objects: readonly JsonObject[], prose = ''): readonly EvidenceChoice[] {
  return resultsIn(objects, prose).map((result) =>
    defined({
      action: result.action,
      resource: result.resource,
      outcome: result.decision,
      denied: result.decision !== 'allowed',
      read: () => toEvidence(result),
    }),
  );
}

function resultsIn(objects: readonly JsonObject[], prose: string): readonly Result[] {
  const found = objects.flatMap((object) =>
    isDecision(at(object, 'EvalDecision')) ? ofAnswer(object) : ofQuery(object),
  );
  return found.length > 0 ? found : inColumns(prose);
}

/** A result as the API gives it: one for each resource that was asked, else itself. */
function ofAnswer(result: JsonObject): readonly Result[] {
  const action = textAt(result, 'EvalActionName');
  const specific = listAt(result, 'ResourceSpecificResults').filter(
    (entry) => isObject(entry) && isDecision(at(entry, 'EvalResourceDecision')),
  );
  if (specific.length > 0)
    return specific.map((entry) => {
      const decision = at(entry, 'EvalResourceDecision') as Decision;
      return defined({
        action,
        resource: wholeArn(textAt(entry, 'EvalResourceName')),
        decision,
        layer: layerOf(result, entry, decision),
        notes: notesOf(entry, decision),
      });
    });
  const decision = at(result, 'EvalDecision') as Decision;
  return [
    defined({
      action,
      resource: wholeArn(textAt(result, 'EvalResourceName')),
      decision,
      layer: layerOf(result, result, decision),
      notes: notesOf(result, decision),
    }),
  ];
}

/** `--query` can give the members other names: what is an action, a decision or an ARN is told by its form. */
function ofQuery(object: JsonObject): readonly Result[] {
  const values = Object.values(object);
  const decision = values.find(isDecision);
  const action = values.find(isAction);
  if (decision === undefined || action === undefined || 'EvalResourceDecision' in object) return [];
  const resource = values.find((value) => typeof value === 'string' && /^(?:arn:|\*$)/.test(value));
  return [
    defined({
      action,
      resource: wholeArn(resource as string | undefined),
      decision,
      notes: notesOf({}, decision),
    }),
  ];
}

/** What `--output text` prints: an action, a decision and perhaps an ARN on one line. */
function inColumns(prose: string): readonly Result[] {
  const line =
    /^(?:EVALUATIONRESULTS[ \t]+|[|][ \t]*)?([a-z][a-z0-9-]{1,60}:[A-Za-z]\w{0,100})[ \t|]+(allowed|explicitDeny|implicitDeny)(?:[ \t|]+(arn:[^\s|]{1,1500}|\*))?/gm;
  return [...prose.slice(0, 200_000).matchAll(line)].map(([, action, decision, resource]) =>
    defined({
      action,
      resource: wholeArn(resource),
      decision: decision as Decision,
      notes: notesOf({}, decision as Decision),
    }),
  );
}

/** Formats such as `arn:${Partition}:s3:::${BucketName}` name no resource. */
function wholeArn(name: string | undefined): string | undefined {
  return name?.includes('${') === true ? undefined : name;
}

function toEvidence({ action, resource, decision, layer, notes }: Result): Evidence {
  return defined({
    kind: 'simulation' as const,
    request: defined({ action, resource }),
    layer,
    denial: DENIALS[decision],
    notes,
  });
}

const DENIALS: Readonly<Record<Decision, Evidence['denial']>> = {
  allowed: undefined,
  explicitDeny: 'explicit',
  implicitDeny: 'implicit',
};

function isDecision(value: unknown): value is Decision {
  return value === 'allowed' || value === 'explicitDeny' || value === 'implicitDeny';
}

function isAction(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z][a-z0-9-]{1,60}:[A-Za-z]\w{0,100}$/.test(value);
}

/** What the entry of a resource says goes before what is said of all of them. */
function layerOf(result: JsonObject, entry: unknown, decision: Decision): EvidenceLayer | undefined {
  if (decision === 'allowed') return undefined;
  if (at(result, 'OrganizationsDecisionDetail', 'AllowedByOrganizations') === false) return 'scp';
  const boundary = ['PermissionsBoundaryDecisionDetail', 'AllowedByPermissionsBoundary'] as const;
  return (at(entry, ...boundary) ?? at(result, ...boundary)) === false ? 'boundary' : undefined;
}

function notesOf(result: unknown, decision: Decision): string[] {
  const notes = ['The simulator does not name the caller, and leaves several kinds of policies out.'];
  for (const statement of listAt(result, 'MatchedStatements')) {
    const policy = textAt(statement, 'SourcePolicyId');
    const line = at(statement, 'StartPosition', 'Line');
    if (policy === undefined) continue;
    const where = typeof line === 'number' ? `, line ${line}` : '';
    notes.push(`${decision === 'allowed' ? 'Allowed' : 'Matched'} by ${policy}${where}.`);
  }
  const missing = listAt(result, 'MissingContextValues').filter((key) => typeof key === 'string');
  if (missing.length > 0) notes.push(`The simulator had no value for ${missing.join(', ')}.`);
  return notes;
}
