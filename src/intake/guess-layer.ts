/** What kind of policy a document most likely is, from its shape alone. */
import type { Layer, Policy } from '../case/scenario';
import { isObject } from './evidence/values';
import type { JsonObject } from './evidence/values';

export interface LayerGuess {
  /** Where it belongs in a scenario. */
  readonly layer: Layer;
  /** A role's trust policy: a scenario keeps it as the resource-based policy. */
  readonly trust: boolean;
  /** What it was told by, in one plain sentence. */
  readonly reason: string;
}

type Hint = (statements: readonly JsonObject[]) => LayerGuess | undefined;

/**
 * The layer of a policy. Only a `Principal` is sure proof of a policy on a resource; boundaries, session policies and
 * most service control policies look like identity-based ones, so the answer is a suggestion, with its reason.
 */
export function guessLayer(document: unknown): LayerGuess {
  const statements = statementsOf(document);
  for (const hint of HINTS) {
    const guess = hint(statements);
    if (guess !== undefined) return guess;
  }
  return {
    layer: 'identity',
    trust: false,
    reason: 'It has no Principal. It can also be a boundary, a session policy or a service control policy.',
  };
}

/** The statements of a document that are objects; one alone counts as a list of one. */
export function statementsOf(document: unknown): readonly JsonObject[] {
  if (!isObject(document)) return [];
  const statement = document['Statement'];
  return (Array.isArray(statement) ? statement : [statement]).filter(isObject);
}

const HINTS: readonly Hint[] = [
  trustPolicy,
  resourceControlPolicy,
  fullAccessEndpoint,
  resourcePolicy,
  serviceControlPolicy,
];

function trustPolicy(statements: readonly JsonObject[]): LayerGuess | undefined {
  const isTrust =
    statements.length > 0 &&
    statements.every(
      (statement) =>
        hasPrincipal(statement) &&
        !('Resource' in statement) &&
        texts(statement['Action']).length > 0 &&
        texts(statement['Action']).every((action) => /^sts:/i.test(action)),
    );
  return isTrust
    ? {
        layer: 'resource',
        trust: true,
        reason: 'It allows sts:AssumeRole and names no Resource: a role’s trust policy.',
      }
    : undefined;
}

/** Organizations User Guide, "RCP syntax": a custom RCP has only Deny statements, and its Principal is `*`. */
function resourceControlPolicy(statements: readonly JsonObject[]): LayerGuess | undefined {
  const isRcp =
    statements.length > 0 &&
    statements.every(
      (statement) =>
        statement['Effect'] === 'Deny' && statement['Principal'] === '*' && isStar(statement['Resource']),
    );
  return isRcp
    ? { layer: 'rcp', trust: false, reason: 'It only denies, to every Principal and on every Resource.' }
    : undefined;
}

/** AWS PrivateLink Guide, "Control access to VPC endpoints": the default endpoint policy. */
function fullAccessEndpoint(statements: readonly JsonObject[]): LayerGuess | undefined {
  const isDefault =
    statements.length > 0 &&
    statements.every(
      (statement) => hasPrincipal(statement) && isStar(statement['Action']) && isStar(statement['Resource']),
    );
  return isDefault
    ? {
        layer: 'endpoint',
        trust: false,
        reason: 'It names a Principal with every Action and every Resource, as VPC endpoint policies do.',
      }
    : undefined;
}

function resourcePolicy(statements: readonly JsonObject[]): LayerGuess | undefined {
  return statements.some(hasPrincipal)
    ? { layer: 'resource', trust: false, reason: 'It has a Principal, so it stands on a resource.' }
    : undefined;
}

/** Conditions and actions that mostly service control policies use. */
function serviceControlPolicy(statements: readonly JsonObject[]): LayerGuess | undefined {
  const denies = statements.filter(({ Effect }) => Effect === 'Deny');
  const others = statements.filter(({ Effect }) => Effect !== 'Deny');
  const othersAllowAll = others.every(({ Action, Resource }) => isStar(Action) && isStar(Resource));
  const isScp =
    denies.length > 0 &&
    othersAllowAll &&
    denies.every(({ Resource }) => isStar(Resource)) &&
    denies.some(
      (statement) =>
        texts(statement['Action']).some((action) => /^organizations:LeaveOrganization$/i.test(action)) ||
        /"aws:(?:PrincipalArn|RequestedRegion|PrincipalOrgID)"/i.test(
          JSON.stringify(statement['Condition'] ?? {}),
        ),
    );
  return isScp
    ? {
        layer: 'scp',
        trust: false,
        reason: 'It denies on every Resource by region or principal, as service control policies do.',
      }
    : undefined;
}

function hasPrincipal(statement: JsonObject): boolean {
  return 'Principal' in statement || 'NotPrincipal' in statement;
}

function texts(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string');
}

function isStar(value: unknown): boolean {
  const list = texts(value);
  return list.length > 0 && list.every((item) => item === '*');
}

/** What a policy that was pasted holds, whether it came parsed or as it was written. */
export function documentOf({ document, text }: Policy): unknown {
  if (text === undefined) return document;
  try {
    const parsed: unknown = JSON.parse(text);
    return parsed;
  } catch {
    return undefined;
  }
}
