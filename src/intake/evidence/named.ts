/** Policies that an answer names without their text: attached policies, lists of names, boundaries, SCPs of a target. */
import type { EvidenceNamed } from './types';
import type { JsonObject } from './values';
import { at, defined, listAt, textAt } from './values';

const MAX_NAMED = 200;

/** Does some object list policies by name? */
export function listsNames(objects: readonly JsonObject[]): boolean {
  return objects.some(
    (object) =>
      ['AttachedPolicies', 'AttachedManagedPolicies', 'PolicyNames', 'CustomerManagedPolicyReferences'].some(
        (list) => Array.isArray(at(object, list)),
      ) ||
      isManagedPolicy(at(object, 'Policy')) ||
      listAt(object, 'Policies').some(isManagedPolicy) ||
      targetPolicies(object).length > 0,
  );
}

/** Each policy that is named without its text, once. */
export function namedIn(objects: readonly JsonObject[]): readonly EvidenceNamed[] {
  const found = new Map<string, EvidenceNamed>();
  for (const object of objects) {
    for (const named of [
      ...attached(object),
      ...inline(object),
      ...managedPolicy(object),
      ...boundary(object),
      ...targetPolicies(object),
    ])
      found.set(JSON.stringify(named), named);
    if (found.size > MAX_NAMED) break;
  }
  return [...found.values()];
}

/** `list-attached-user-policies` and its like, those of permission sets among them: whose they are is not said. */
function attached(object: JsonObject): readonly EvidenceNamed[] {
  return ['AttachedPolicies', 'AttachedManagedPolicies', 'CustomerManagedPolicyReferences']
    .flatMap((list) => listAt(object, list))
    .flatMap((entry) => {
      // IAM calls them PolicyName and PolicyArn, IAM Identity Center Name and Arn.
      const name = textAt(entry, 'PolicyName') ?? textAt(entry, 'Name');
      const arn = textAt(entry, 'PolicyArn') ?? textAt(entry, 'Arn');
      return name === undefined ? [] : [defined({ layer: 'identity' as const, name, arn })];
    });
}

/** `get-policy` and `list-policies`: the policy without its text. Whose it is, the answer does not say. */
function isManagedPolicy(entry: unknown): boolean {
  return (
    textAt(entry, 'PolicyName') !== undefined &&
    textAt(entry, 'Arn') !== undefined &&
    textAt(entry, 'DefaultVersionId') !== undefined &&
    at(entry, 'PolicyVersionList') === undefined
  );
}

/** `get-policy` names one; of all that an account has, `list-policies` does not say which are attached. */
function managedPolicy(object: JsonObject): readonly EvidenceNamed[] {
  const entry = at(object, 'Policy');
  const name = textAt(entry, 'PolicyName');
  if (!isManagedPolicy(entry) || name === undefined) return [];
  return [defined({ layer: 'identity' as const, name, arn: textAt(entry, 'Arn') })];
}

/** `list-role-policies` and its like. */
function inline(object: JsonObject): readonly EvidenceNamed[] {
  return listAt(object, 'PolicyNames').flatMap((name) =>
    typeof name === 'string' ? [{ layer: 'identity' as const, name }] : [],
  );
}

function boundary(object: JsonObject): readonly EvidenceNamed[] {
  const arn = textAt(object, 'PermissionsBoundary', 'PermissionsBoundaryArn');
  if (arn === undefined) return [];
  const name = arn.slice(arn.lastIndexOf('/') + 1);
  return [defined({ layer: 'boundary' as const, name, arn, owner: textAt(object, 'Arn') })];
}

/** `list-policies-for-target`: AWS Organizations API Reference, PolicySummary. */
function targetPolicies(object: JsonObject): readonly EvidenceNamed[] {
  return listAt(object, 'Policies').flatMap((entry) => {
    const [name, arn] = [textAt(entry, 'Name'), textAt(entry, 'Arn')];
    const layer = { SERVICE_CONTROL_POLICY: 'scp', RESOURCE_CONTROL_POLICY: 'rcp' } as const;
    const type = textAt(entry, 'Type') as keyof typeof layer | undefined;
    if (name === undefined || arn === undefined || type === undefined || !Object.hasOwn(layer, type))
      return [];
    return [{ layer: layer[type], name, arn }];
  });
}

/** What the reader is told of each. */
export function namedWords({ layer, name, arn }: EvidenceNamed): string {
  if (layer === 'boundary')
    return `A permissions boundary is set, ${arn ?? name}; its text is not in the paste.`;
  return `The text of ${name}${arn === undefined ? '' : ` (${arn})`} is not in the paste; only its name is.`;
}
