/** `get-finding-recommendation` and `get-generated-policy`: IAM Access Analyzer API Reference. */
import type { JsonObject } from '../evidence/values';
import { at, defined, isObject, listAt, textAt } from '../evidence/values';
import { lastSegment } from '../../language/arn';
import type { Source } from './source';
import { jobProblems, statusOf, timeAt } from './status';
import type { GeneratedPolicyReport, RecommendationReport, RecommendedStep } from './types';

export function readRecommendation(source: Source): RecommendationReport | undefined {
  const root = source.roots.find(
    (object) =>
      Array.isArray(at(object, 'recommendedSteps')) ||
      textAt(object, 'recommendationType') === 'UnusedPermissionRecommendation',
  );
  if (root === undefined) return undefined;
  const status = statusOf(textAt(root, 'status'));
  const steps = listAt(root, 'recommendedSteps')
    .map((step) => at(step, 'unusedPermissionsRecommendedStep'))
    .filter(isObject)
    .flatMap(stepOf);
  return defined({
    kind: 'recommendation' as const,
    principal: textAt(root, 'resourceArn') ?? '',
    status,
    completed: timeAt(root, 'completedAt'),
    steps: status === 'completed' ? steps : [],
    problems: [
      ...source.problems,
      ...jobProblems(status, at(root, 'error'), 'aws accessanalyzer get-finding-recommendation'),
    ],
  });
}

function stepOf(step: JsonObject): readonly RecommendedStep[] {
  const policy = textAt(step, 'existingPolicyId');
  const updated = timeAt(step, 'policyUpdatedAt');
  if (policy === undefined) return [];
  if (textAt(step, 'recommendedAction') === 'DETACH_POLICY')
    return [defined({ do: 'detach' as const, policy, updated })];
  const document = documentIn(at(step, 'recommendedPolicy'));
  if (document === undefined) return [];
  const name = `${lastSegment(policy)} (recommended)`;
  return [defined({ do: 'replace' as const, policy, name, document, updated })];
}

/** A policy as text in a member; undefined where it is none. */
function documentIn(value: unknown): unknown {
  if (typeof value !== 'string') return isObject(value) ? value : undefined;
  try {
    const document: unknown = JSON.parse(value);
    return isObject(document) ? document : undefined;
  } catch {
    return undefined;
  }
}

/** `${BucketName}`: Access Analyzer's placeholders have no colon, so they are no policy variables. */
const PLACEHOLDER = /\$\{([A-Za-z][\w-]{0,100})\}/g;

export function readGeneratedPolicy(source: Source): GeneratedPolicyReport | undefined {
  const root = source.roots.find(
    (object) => isObject(at(object, 'generatedPolicyResult')) || isGeneration(object),
  );
  if (root === undefined) return undefined;
  const status = statusOf(textAt(root, 'jobDetails', 'status'));
  const properties = at(root, 'generatedPolicyResult', 'properties');
  const texts = listAt(root, 'generatedPolicyResult', 'generatedPolicies');
  const documents = texts.flatMap((entry) => documentIn(at(entry, 'policy')) ?? []);
  const names = documents.flatMap((document) =>
    [...JSON.stringify(document).matchAll(PLACEHOLDER)].map((match) => match[1]!),
  );
  const trail = at(properties, 'cloudTrailProperties');
  return defined({
    kind: 'policy' as const,
    principal: textAt(properties, 'principalArn') ?? '',
    status,
    complete: at(properties, 'isComplete') === true,
    policies: documents.map((document, index) => ({
      name: documents.length === 1 ? 'Generated' : `Generated ${index + 1}`,
      document,
    })),
    placeholders: [...new Set(names)],
    from: isObject(trail) ? timeAt(trail, 'startTime') : undefined,
    to: isObject(trail) ? timeAt(trail, 'endTime') : undefined,
    problems: [
      ...source.problems,
      ...jobProblems(
        status,
        at(root, 'jobDetails', 'jobError'),
        'aws accessanalyzer get-generated-policy --job-id JOB_ID',
      ),
    ],
  });
}

function isGeneration(object: JsonObject): boolean {
  return (
    textAt(object, 'jobDetails', 'jobId') !== undefined &&
    textAt(object, 'jobDetails', 'status') !== undefined
  );
}
