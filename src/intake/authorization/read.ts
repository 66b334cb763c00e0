/**
 * The answer of `aws iam-toolbox get-request-authorization-details`, whole, in pages, or in the parts that `--query`
 * prints; names are matched without case, as Python, PowerShell and the SDKs write them in their own. IAM Toolbox API
 * Reference: GetRequestAuthorizationDetails, Evaluation, MatchedPolicy, MatchedStatement, PolicyInfo, AttachedTo.
 */
import type { AwsMatch, AwsOutcome, ContextValue } from '../../case/scenario';
import type { JsonObject } from '../evidence/values';
import { defined, isObject } from '../evidence/values';
import { contextObject, contextOf } from './context';
import { listOf, member, textOf, unknownMembers } from './members';
import { policyOf } from './policies';
import type { AwsEvaluation, AwsPolicy } from './types';

export interface AuthorizationDetails {
  /** Keys of the whole request. */
  readonly context: Readonly<Record<string, ContextValue>>;
  /** Is the context in the text? It is not where only other parts were printed. */
  readonly hasContext: boolean;
  readonly evaluations: readonly AwsEvaluation[];
  readonly policies: readonly AwsPolicy[];
  /** Is the list of policies in the text? Then a layer that has none in it is not in play. */
  readonly hasPolicies: boolean;
  readonly notes: readonly string[];
}

/**
 * The details among some top-level values, or else as a whole among `objects`, all that stand in them: in the body of a log
 * entry, say. Undefined where there are none.
 */
export function readDetails(
  roots: readonly unknown[],
  objects: readonly JsonObject[] = [],
): AuthorizationDetails | undefined {
  const outer = roots.flatMap(partsOf);
  const parts = outer.length > 0 ? outer : objects.filter(isAnswer).slice(0, MAX_PAGES).flatMap(partsOf);
  if (parts.length === 0) return undefined;
  const notes: string[] = [];
  const evaluations = unique(
    parts.flatMap(({ evaluations: list }) => list.map((entry) => evaluationOf(entry, notes))),
  );
  const policies = parts.flatMap(({ policies: list }) => list).flatMap((entry) => policyOf(entry, notes));
  const contexts = parts.flatMap(({ context }) => (context === undefined ? [] : [context]));
  return {
    context: contextOf(contexts, notes),
    hasContext: contexts.length > 0,
    evaluations,
    policies: byUri(policies),
    hasPolicies: parts.some(({ hasPolicies }) => hasPolicies),
    notes: [...new Set([...notes, ...pageNotes(parts), ...evaluationNotes(evaluations), ...newNames(parts)])],
  };
}

/** More pages than any call has. */
const MAX_PAGES = 100;

interface AnswerPart {
  readonly context?: JsonObject;
  readonly evaluations: readonly JsonObject[];
  readonly policies: readonly JsonObject[];
  readonly hasPolicies: boolean;
  /** The answer says that AWS had more. */
  readonly more: boolean;
  readonly unknown: readonly string[];
  /** A context that is of no form known here. */
  readonly unread?: boolean;
}

const EMPTY: AnswerPart = { evaluations: [], policies: [], hasPolicies: false, more: false, unknown: [] };

/** An answer, or what `--query` leaves of one: its evaluations, its policies, its context. */
function partsOf(root: unknown): readonly AnswerPart[] {
  if (Array.isArray(root)) {
    const items = root.filter(isObject);
    if (items.length > 0 && items.every(isEvaluation)) return [{ ...EMPTY, evaluations: items }];
    if (items.length > 0 && items.every(isPolicy)) return [{ ...EMPTY, policies: items, hasPolicies: true }];
    return items.filter(isAnswer).flatMap(partsOf);
  }
  if (!isObject(root)) return [];
  if (isAnswer(root)) {
    const given = member(root, 'requestContext');
    const context = contextObject(given);
    return [
      {
        ...(context && { context }),
        unread: given !== undefined && given !== null && context === undefined,
        evaluations: listOf(root, 'evaluations').filter(isObject),
        policies: listOf(root, 'policies').filter(isObject),
        hasPolicies: Array.isArray(member(root, 'policies')),
        more: textOf(root, 'nextToken') !== undefined,
        unknown: unknownMembers(root, [
          'requestContext',
          'evaluations',
          'policies',
          'nextToken',
          'authorizationId',
          'ResponseMetadata',
          '$metadata',
        ]),
      },
    ];
  }
  if (isEvaluation(root)) return [{ ...EMPTY, evaluations: [root] }];
  if (isContext(root)) return [{ ...EMPTY, context: root }];
  return [];
}

function isAnswer(root: JsonObject): boolean {
  const evaluations = member(root, 'evaluations');
  if (Array.isArray(evaluations))
    return (
      hasContext(root) ||
      Array.isArray(member(root, 'policies')) ||
      (evaluations.length > 0 && evaluations.every((entry) => isObject(entry) && isEvaluation(entry)))
    );
  return hasContext(root) && Array.isArray(member(root, 'policies'));
}

function hasContext(root: JsonObject): boolean {
  return contextObject(member(root, 'requestContext')) !== undefined;
}

function isEvaluation(entry: JsonObject): boolean {
  return (
    textOf(entry, 'action') !== undefined &&
    (member(entry, 'evaluatedEffect') !== undefined || member(entry, 'matchedPolicies') !== undefined)
  );
}

function isPolicy(entry: JsonObject): boolean {
  return (
    textOf(entry, 'uri') !== undefined &&
    textOf(entry, 'type') !== undefined &&
    (member(entry, 'attachedTo') !== undefined || member(entry, 'inline') !== undefined)
  );
}

/** `--query requestContext`: nothing but context keys, the caller's ARN among them. */
function isContext(root: JsonObject): boolean {
  const names = Object.keys(root);
  return (
    names.some((name) => /^aws:PrincipalArn$/i.test(name)) &&
    names.every((name) => /^[a-z][\w-]{0,60}:\S{1,200}$/i.test(name))
  );
}

function evaluationOf(entry: JsonObject, notes: string[]): AwsEvaluation {
  const matches = listOf(entry, 'matchedPolicies').flatMap(matchesOf);
  const outcome = outcomeOf(textOf(entry, 'evaluatedEffect'));
  const deciding =
    outcome === undefined || outcome === 'ImplicitlyDenied'
      ? undefined
      : outcome === 'Allowed'
        ? 'Allow'
        : 'Deny';
  const context = contextObject(member(entry, 'context'));
  return defined({
    action: textOf(entry, 'action') ?? '',
    resource: textOf(entry, 'resource') ?? '*',
    context: context ? contextOf([context], notes) : {},
    outcome,
    by: [...new Set(matches.filter(({ effect }) => effect === deciding).map(({ uri }) => uri))],
    matches,
  });
}

function matchesOf(policy: unknown): readonly AwsMatch[] {
  const uri = isObject(policy) ? textOf(policy, 'uri') : undefined;
  if (uri === undefined || !isObject(policy)) return [];
  return listOf(policy, 'matchedStatements').flatMap((statement) => {
    const effect = isObject(statement) ? textOf(statement, 'evaluatedEffect')?.toUpperCase() : undefined;
    if (!isObject(statement) || (effect !== 'ALLOW' && effect !== 'DENY')) return [];
    return [
      defined({
        uri,
        sid: textOf(statement, 'sid'),
        effect: effect === 'ALLOW' ? ('Allow' as const) : ('Deny' as const),
      }),
    ];
  });
}

const OUTCOMES: ReadonlyMap<string, AwsOutcome> = new Map([
  ['ALLOW', 'Allowed'],
  ['EXPLICIT_DENY', 'ExplicitlyDenied'],
  ['IMPLICIT_DENY', 'ImplicitlyDenied'],
]);

/** `EXPLICIT_DENY`, and as SDKs may write it: `ExplicitDeny`, `explicit-deny`. */
function outcomeOf(effect: string | undefined): AwsOutcome | undefined {
  const plain = effect
    ?.replace(/([a-z])(?=[A-Z])/g, '$1_')
    .replace(/[- ]/g, '_')
    .toUpperCase();
  return plain === undefined ? undefined : OUTCOMES.get(plain);
}

function unique(evaluations: readonly AwsEvaluation[]): readonly AwsEvaluation[] {
  const found = new Map(evaluations.map((one) => [JSON.stringify(one), one]));
  return [...found.values()].filter(({ action }) => action !== '');
}

/** Pages repeat the policies; what is attached in several places is listed once, with all of them. */
function byUri(policies: readonly AwsPolicy[]): readonly AwsPolicy[] {
  const found = new Map<string, AwsPolicy>();
  for (const policy of policies) {
    const key = `${policy.layer} ${policy.uri}`;
    const before = found.get(key);
    found.set(key, {
      ...policy,
      attachedTo: [...new Set([...(before?.attachedTo ?? []), ...policy.attachedTo])],
    });
  }
  return [...found.values()];
}

function pageNotes(parts: readonly AnswerPart[]): readonly string[] {
  const paged = parts.filter(({ more }) => more);
  return parts.length > 0 && paged.length === parts.length
    ? [
        'This is one page of the details: AWS had more to list. The AWS CLI joins the pages unless `--no-paginate` is given.',
      ]
    : [];
}

function evaluationNotes(evaluations: readonly AwsEvaluation[]): readonly string[] {
  if (evaluations.length === 0) return ['AWS lists no evaluation in this text.'];
  const silent = evaluations.filter(({ outcome }) => outcome === undefined);
  return silent.map(
    ({ action }) =>
      `AWS does not tell how it decided on \`${action}\`; its policies are listed all the same.`,
  );
}

const OF_EVALUATION = ['action', 'resource', 'context', 'evaluatedEffect', 'matchedPolicies'];

/** The preview may change: what is not understood is said. */
function newNames(parts: readonly AnswerPart[]): readonly string[] {
  const unread = parts.some((part) => part.unread === true)
    ? ['The context of the request is of a form that is not known here, so it is not used.']
    : [];
  const within = parts.flatMap(({ evaluations }) =>
    evaluations.flatMap((entry) => unknownMembers(entry, OF_EVALUATION)),
  );
  const names = [...new Set([...parts.flatMap(({ unknown }) => unknown), ...within])];
  if (names.length === 0) return unread;
  const list = names
    .slice(0, 5)
    .map((name) => `\`${name.slice(0, 60)}\``)
    .join(', ');
  return [...unread, `The details have members that are not known here, so they are not used: ${list}.`];
}
