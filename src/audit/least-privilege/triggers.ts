/** What a call needs besides, when the event shows that it does: a role that it passes, tags, an ACL, a layer. */
import { actionDetails, splitAction } from '../../catalog/service-lookup';
import type { Catalog } from '../../catalog/service-reference';
import type { JsonObject } from '../../intake/evidence/values';
import { at, isObject, listAt, textAt } from '../../intake/evidence/values';
import { valuesByName } from './parameters';
import type { Place } from './event-place';
import { PASSED_TO } from './resource-names';

export interface Derived {
  readonly action: string;
  readonly resources: readonly string[];
  /** Condition keys that the further request carries. */
  readonly context?: Readonly<Record<string, string>>;
  /** The resource is not in the event. */
  readonly guessed?: boolean;
}

export function triggersOf(
  catalog: Catalog,
  event: JsonObject,
  action: string,
  resources: readonly string[],
  place: Place,
): readonly Derived[] {
  const parameters = at(event, 'requestParameters');
  if (!isObject(parameters)) return [];
  return [
    ...passedRoles(parameters, action, place),
    ...objectExtras(parameters, action, resources),
    ...layers(parameters, action),
    ...tags(catalog, event, parameters, action, resources),
  ];
}

const ROLE = /^arn:[\w-]+:iam::\d{12}:role\//;

/** Any parameter whose name speaks of a role and whose value is one. STS and IAM name roles without passing them. */
function passedRoles(parameters: JsonObject, action: string, place: Place): readonly Derived[] {
  const prefix = splitAction(action)?.prefix ?? '';
  if (prefix === 'sts' || (prefix === 'iam' && action !== 'iam:AddRoleToInstanceProfile')) return [];
  if (
    !/:(?:Create|Update|Put|Run|Register|Start|Associate|Replace|Modify|Add|Import|Deploy|Submit|Set|Enable)/.test(
      action,
    )
  )
    return [];
  const values = valuesByName(parameters);
  const service = PASSED_TO[prefix] ?? `${prefix}.amazonaws.com`;
  const found = new Set<string>();
  for (const [name, entries] of values.byName)
    if (/role/i.test(name)) for (const value of entries) if (ROLE.test(value)) found.add(value);
  const context = { 'iam:PassedToService': service };
  const passed: Derived[] = [...found].map((role) => ({
    action: 'iam:PassRole',
    resources: [role],
    context,
  }));
  if (action === 'iam:AddRoleToInstanceProfile') {
    const name = values.byName.get('rolename')?.[0];
    if (name !== undefined)
      passed.push({
        action: 'iam:PassRole',
        resources: [`arn:${place.partition}:iam::${place.account}:role/*${name}`],
        context: { 'iam:PassedToService': 'ec2.amazonaws.com' },
        guessed: true,
      });
  }
  // An instance profile does not name its role.
  if (prefix === 'ec2' && at(parameters, 'iamInstanceProfile') !== undefined && place.account !== '')
    passed.push({
      action: 'iam:PassRole',
      resources: [`arn:${place.partition}:iam::${place.account}:role/*`],
      context: { 'iam:PassedToService': 'ec2.amazonaws.com' },
      guessed: true,
    });
  return passed;
}

/** Headers of S3 that need a permission of their own. */
const HEADERS: readonly (readonly [header: RegExp, actions: readonly string[]])[] = [
  [/^x-amz-(?:acl|grant-[\w-]+)$/, ['s3:PutObjectAcl']],
  [/^x-amz-tagging$/, ['s3:PutObjectTagging']],
  [/^x-amz-object-lock-(?:mode|retain-until-date)$/, ['s3:PutObjectRetention']],
  [/^x-amz-object-lock-legal-hold$/, ['s3:PutObjectLegalHold']],
];

function objectExtras(
  parameters: JsonObject,
  action: string,
  resources: readonly string[],
): readonly Derived[] {
  const names = Object.keys(parameters).map((name) => name.toLowerCase());
  if (action === 's3:PutObject')
    return HEADERS.flatMap(([header, actions]) =>
      names.some((name) => header.test(name)) ? actions.map((extra) => ({ action: extra, resources })) : [],
    );
  const bypasses = Object.entries(parameters).some(
    ([name, value]) => name.toLowerCase() === 'x-amz-bypass-governance-retention' && String(value) === 'true',
  );
  return /^s3:DeleteObject/.test(action) && bypasses
    ? [{ action: 's3:BypassGovernanceRetention', resources }]
    : [];
}

function layers(parameters: JsonObject, action: string): readonly Derived[] {
  if (action !== 'lambda:CreateFunction' && action !== 'lambda:UpdateFunctionConfiguration') return [];
  const arns = listAt(parameters, 'layers').flatMap((layer) =>
    typeof layer === 'string' ? [layer] : (textAt(layer, 'arn') ?? textAt(layer, 'layerVersionArn') ?? []),
  );
  return arns.length === 0 ? [] : [{ action: 'lambda:GetLayerVersion', resources: [...new Set(arns)] }];
}

/** Tags given at creation need the service's tagging action on the new resource. */
function tags(
  catalog: Catalog,
  event: JsonObject,
  parameters: JsonObject,
  action: string,
  resources: readonly string[],
): readonly Derived[] {
  const parts = splitAction(action);
  if (parts === undefined || !/^(?:Create|Run|Allocate|Register|Publish|Start)/.test(parts.name)) return [];
  if (parts.name === 'CreateTags' || !hasTags(parameters)) return [];
  if (parts.prefix === 'ec2') return [ec2Tags(event, parts.name, resources)];
  const tagging = actionDetails(catalog, `${parts.prefix}:TagResource`);
  const dynamic = tagging?.resourceTypes.length !== undefined && tagging.resourceTypes.length > 0;
  if (tagging === undefined) return [];
  return [{ action: `${parts.prefix}:${tagging.name}`, resources: dynamic ? resources : ['*'] }];
}

function hasTags(parameters: JsonObject): boolean {
  return Object.entries(parameters).some(([name, value]) => {
    if (!/^(?:tags|tagset|taglist|tagspecificationset)$/i.test(name)) return false;
    if (Array.isArray(value)) return value.length > 0;
    return (
      isObject(value) &&
      (Object.hasOwn(value, 'items') ? listAt(value, 'items').length > 0 : Object.keys(value).length > 0)
    );
  });
}

/** EC2 User Guide, "Grant permission to tag Amazon EC2 resources during creation": the key names the creating call. */
function ec2Tags(event: JsonObject, call: string, resources: readonly string[]): Derived {
  const kinds = listAt(event, 'requestParameters', 'tagSpecificationSet', 'items').flatMap(
    (item) => textAt(item, 'resourceType') ?? [],
  );
  const base = resources.find((arn) => /^arn:[^:]*:ec2:[^:]*:\d*:/.test(arn))?.split(':') ?? [];
  const arns =
    kinds.length > 0 && base.length > 5
      ? kinds.map(
          (kind) =>
            `${base.slice(0, 4).join(':')}:${textAt(event, 'recipientAccountId') ?? base[4]!}:${kind}/*`,
        )
      : resources;
  return { action: 'ec2:CreateTags', resources: [...new Set(arns)], context: { 'ec2:CreateAction': call } };
}
