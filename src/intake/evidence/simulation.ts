/**
 * The answer of IAM's policy simulator as evidence of one request: as the API gives it, under the names that `--query` gave,
 * or in columns. IAM API Reference, SimulatePrincipalPolicy.
 */
import type { EvidenceChoice } from './choices';
import { answersOf, isSimulatedDecision, wholeArn } from './simulated';
import type { SimulatedAnswer, SimulatedDecision } from './simulated';
import type { Evidence } from './types';
import type { JsonObject } from './values';
import { at, defined } from './values';

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

function resultsIn(objects: readonly JsonObject[], prose: string): readonly SimulatedAnswer[] {
  const found = objects.flatMap((object) =>
    isSimulatedDecision(at(object, 'EvalDecision')) ? answersOf(object) : ofQuery(object),
  );
  return found.length > 0 ? found : inColumns(prose);
}

/** `--query` can give the members other names: what is an action, a decision or an ARN is told by its form. */
function ofQuery(object: JsonObject): readonly SimulatedAnswer[] {
  const values = Object.values(object);
  const decision = values.find(isSimulatedDecision);
  const action = values.find(isAction);
  if (decision === undefined || action === undefined || 'EvalResourceDecision' in object) return [];
  const resource = values.find((value) => typeof value === 'string' && /^(?:arn:|\*$)/.test(value));
  return [
    defined({
      action,
      resource: wholeArn(resource as string | undefined),
      decision,
      matched: [],
      missing: [],
    }),
  ];
}

/** What `--output text` prints: an action, a decision and perhaps an ARN on one line; and the same as a list in JSON. */
function inColumns(prose: string): readonly SimulatedAnswer[] {
  const line =
    /^(?:EVALUATIONRESULTS[ \t]+|[|][ \t]*)?([a-z][a-z0-9-]{1,60}:[A-Za-z]\w{0,100})[ \t|]+(allowed|explicitDeny|implicitDeny)(?:[ \t|]+(arn:[^\s|]{1,1500}|\*))?/gm;
  const list =
    /\[\s{0,40}"([a-z][a-z0-9-]{1,60}:[A-Za-z]\w{0,100})",\s{0,40}"(allowed|explicitDeny|implicitDeny)"(?:,\s{0,40}"(arn:[^\s"]{1,1500}|\*)")?\s{0,40}\]/g;
  const text = prose.slice(0, 200_000);
  return [...text.matchAll(line), ...text.matchAll(list)].map(([, action, decision, resource]) =>
    defined({
      action,
      resource: wholeArn(resource),
      decision: decision as SimulatedDecision,
      matched: [],
      missing: [],
    }),
  );
}

function toEvidence(answer: SimulatedAnswer): Evidence {
  const { action, resource, decision, layer } = answer;
  return defined({
    kind: 'simulation' as const,
    request: defined({ action, resource }),
    layer,
    denial: DENIALS[decision],
    notes: notesOf(answer),
  });
}

const DENIALS: Readonly<Record<SimulatedDecision, Evidence['denial']>> = {
  allowed: undefined,
  explicitDeny: 'explicit',
  implicitDeny: 'implicit',
};

function isAction(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z][a-z0-9-]{1,60}:[A-Za-z]\w{0,100}$/.test(value);
}

function notesOf({ decision, matched, missing }: SimulatedAnswer): string[] {
  const notes = ['The simulator does not name the caller, and leaves several kinds of policies out.'];
  for (const { policy, line } of matched) {
    const where = line === undefined ? '' : `, line ${line}`;
    notes.push(`${decision === 'allowed' ? 'Allowed' : 'Matched'} by ${policy}${where}.`);
  }
  if (missing.length > 0) notes.push(`The simulator had no value for ${missing.join(', ')}.`);
  return notes;
}
