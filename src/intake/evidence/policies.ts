/** Policies in the answers of AWS tools, by the names that each answer gives them. */
import { guessLayer, statementsOf } from '../guess-layer';
import { isDamaged, unpacked } from './json';
import type { EvidenceLayer, EvidencePolicy } from './types';
import type { JsonObject } from './values';
import { at, defined, isObject, textAt } from './values';

const MAX_POLICIES = 500;

/** Is it a policy document, right or wrong: an object with statements, or with a version and none yet? */
export function isPolicyDocument(value: unknown): value is JsonObject {
  if (!isObject(value) || !Object.hasOwn(value, 'Statement')) return false;
  // YAML that breaks off leaves nothing, or the beginning of a name, where a statement should stand.
  if (![value['Statement']].flat().every(isObject)) return false;
  const statements = statementsOf(value);
  if (statements.length === 0) return typeof value['Version'] === 'string';
  // An effect that AWS does not know, such as `allow`, is what the editor is to say of the policy.
  return statements.some(
    (statement) =>
      typeof statement['Effect'] === 'string' ||
      Object.hasOwn(statement, 'Action') ||
      Object.hasOwn(statement, 'NotAction'),
  );
}

/** A statement as it stands in a policy: people copy one without the policy around it. */
export function isStatement(value: unknown): value is JsonObject {
  if (!isObject(value) || !['Allow', 'Deny'].includes(String(value['Effect']))) return false;
  return Object.hasOwn(value, 'Action') || Object.hasOwn(value, 'NotAction');
}

/** The statements that a text holds and nothing else, as one policy; undefined where it holds something else. */
export function ofStatements(values: readonly unknown[]): JsonObject | undefined {
  const statements = values.flatMap((value): readonly unknown[] => (Array.isArray(value) ? value : [value]));
  if (statements.length === 0 || !statements.every(isStatement) || statements.some(isDamaged))
    return undefined;
  return { Version: '2012-10-17', Statement: statements };
}

interface Around {
  /** The property that holds the value. */
  readonly key?: string;
  /** The objects around it, innermost first. */
  readonly parents: readonly JsonObject[];
}

export interface FoundPolicies {
  readonly policies: readonly EvidencePolicy[];
  /** How many of which a part could not be read: they are left out, as a policy with a part missing decides wrongly. */
  readonly damaged: number;
}

/** Every policy inside some values, in order, with its layer and name. */
export function policiesIn(roots: readonly unknown[]): FoundPolicies {
  const found: Found = { policies: [], damaged: 0 };
  for (const root of roots) walk(root, { parents: [] }, found);
  return found;
}

interface Found {
  readonly policies: EvidencePolicy[];
  damaged: number;
}

function walk(packed: unknown, around: Around, found: Found): void {
  if (found.policies.length >= MAX_POLICIES || around.parents.length > 60) return;
  const value = unpacked(packed);
  if (isPolicyDocument(value)) {
    if (!isAccessPolicy(around)) return;
    if (isDamaged(value)) found.damaged += 1;
    else found.policies.push(toPolicy(value, around));
    return;
  }
  if (Array.isArray(value)) {
    const versions = value.filter((item) => at(item, 'IsDefaultVersion') === true);
    for (const item of versions.length > 0 ? versions : value) walk(item, around, found);
    return;
  }
  if (!isObject(value)) return;
  for (const [key, item] of Object.entries(value))
    walk(item, { key, parents: [value, ...around.parents] }, found);
}

/** Tag and backup policies of an organization are no access policies. */
function isAccessPolicy({ parents }: Around): boolean {
  const type = organizationsType(parents[0]);
  return type === undefined || /^(?:SERVICE|RESOURCE)_CONTROL_POLICY$/.test(type);
}

function organizationsType(parent: JsonObject | undefined): string | undefined {
  return (
    textAt(parent, 'PolicySummary', 'Type') ??
    (textAt(parent, 'Content') ? textAt(parent, 'Type') : undefined)
  );
}

function toPolicy(document: JsonObject, around: Around): EvidencePolicy {
  const told = toldLayer(around);
  return defined({
    layer: told ?? guessedLayer(document, around.key),
    told: told === undefined ? undefined : true,
    name: nameOf(around),
    document,
    via: groupOf(around),
  });
}

/** The layer that the answer itself tells. */
function toldLayer({ key, parents }: Around): EvidenceLayer | undefined {
  const [parent] = parents;
  const type = organizationsType(parent);
  if (type !== undefined) return type === 'RESOURCE_CONTROL_POLICY' ? 'rcp' : 'scp';
  if (key === 'AssumeRolePolicyDocument') return 'trust';
  if (at(parent, 'VpcEndpointId') !== undefined) return 'endpoint';
  const resourceType = textAt(parents[1], 'Type');
  if (resourceType === 'AWS::EC2::VPCEndpoint') return 'endpoint';
  if (resourceType !== undefined && /^AWS::IAM::/.test(resourceType)) return 'identity';
  if (at(parent, 'RoleName') !== undefined || at(parent, 'UserName') !== undefined) return 'identity';
  return undefined;
}

/** By what it says, and by the name it stands under. */
export function guessedLayer(document: JsonObject, key?: string): EvidenceLayer {
  const guess = guessLayer(document);
  if (guess.trust) return 'trust';
  const onResource =
    key === 'ResourcePolicy' || key === 'KeyPolicy' || key === 'policyText' || key === 'Policy';
  const hasPrincipal = guess.layer !== 'identity' && guess.layer !== 'scp';
  return onResource && hasPrincipal ? 'resource' : guess.layer;
}

function nameOf({ key, parents }: Around): string | undefined {
  const [parent, outer, outermost] = parents;
  if (key === 'AssumeRolePolicyDocument') return textAt(parent, 'RoleName');
  return (
    textAt(parent, 'VpcEndpointId') ??
    textAt(parent, 'PolicyName') ??
    textAt(parent, 'policyName') ??
    textAt(parent, 'PolicySummary', 'Name') ??
    (key === 'ResourcePolicy' ? textAt(parent, 'Name') : undefined) ??
    textAt(parent, 'repositoryName') ??
    textAt(outer, 'ManagedPolicyName') ??
    textAt(parent, 'ManagedPolicyName') ??
    (key === 'Document' ? (textAt(outer, 'PolicyName') ?? textAt(outermost, 'PolicyName')) : undefined)
  );
}

function groupOf({ parents }: Around): string | undefined {
  const group = textAt(parents[0], 'GroupName') ?? textAt(parents[1], 'GroupName');
  return group === undefined ? undefined : `group/${group}`;
}
