/** What a call needs besides, when the event shows that it does: a role that it passes, tags, an ACL, a layer. */
import { actionDetails, splitAction } from '../../catalog/service-lookup';
import type { Catalog } from '../../catalog/service-reference';
import type { JsonObject } from '../../intake/evidence/values';
import { at, isObject, listAt, textAt } from '../../intake/evidence/values';
import { valuesByName } from './parameters';
import type { EventPlace } from '../../intake/evidence/event-place';
import { PASSED_TO } from './resource-names';
import { entryOf } from '../../language/entry';

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
  place: EventPlace,
): readonly Derived[] {
  const parameters = at(event, 'requestParameters');
  if (!isObject(parameters)) return [];
  return [
    ...passedRoles(parameters, action, place),
    ...profiles(parameters, action, place),
    ...sessions(parameters, action, resources),
    ...objectExtras(parameters, action, resources),
    ...layers(parameters, action),
    ...tags(catalog, event, parameters, action, resources),
  ];
}

const ROLE = /^arn:[\w-]+:iam::\d{12}:role\//;

/** These look at a role or take one away: nothing is passed. */
const NOT_PASSING = /:(?:Get|List|Describe|Search|Query|Delete|Remove|Lookup|Simulate|Check|BatchGet)/;

/** Any parameter whose name speaks of a role and whose value is one. STS and IAM name roles without passing them. */
function passedRoles(parameters: JsonObject, action: string, place: EventPlace): readonly Derived[] {
  const prefix = splitAction(action)?.prefix ?? '';
  if (prefix === 'sts' || (prefix === 'iam' && action !== 'iam:AddRoleToInstanceProfile')) return [];
  if (NOT_PASSING.test(action)) return [];
  const values = valuesByName(parameters);
  const service = entryOf(PASSED_TO, prefix) ?? `${prefix}.amazonaws.com`;
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
    if (name !== undefined) passed.push(passedByName(`*${name}`, 'ec2.amazonaws.com', place));
  }
  // Glue takes a role by its bare name as well.
  const bare = prefix === 'glue' ? values.byName.get('role')?.[0] : undefined;
  if (bare !== undefined && /^[\w+=,.@-]+$/.test(bare)) passed.push(passedByName(`*${bare}`, service, place));
  return passed;
}

/** The role’s path is not in the event. */
function passedByName(name: string, service: string, { partition, account }: EventPlace): Derived {
  return {
    action: 'iam:PassRole',
    resources: [`arn:${partition}:iam::${account}:role/${name}`],
    context: { 'iam:PassedToService': service },
    guessed: true,
  };
}

/** EC2 User Guide, "Permission to pass an IAM role": these calls give a machine the role of a profile. */
const TAKES_PROFILE: ReadonlySet<string> = new Set([
  'ec2:RunInstances',
  'ec2:AssociateIamInstanceProfile',
  'ec2:ReplaceIamInstanceProfileAssociation',
  'ec2:RequestSpotInstances',
  'ec2:RequestSpotFleet',
  'autoscaling:CreateLaunchConfiguration',
]);

/** An instance profile does not name its role. */
function profiles(parameters: JsonObject, action: string, place: EventPlace): readonly Derived[] {
  if (!TAKES_PROFILE.has(action) || place.account === '' || !hasMember(parameters, 'iaminstanceprofile', 6))
    return [];
  return [passedByName('*', 'ec2.amazonaws.com', place)];
}

function hasMember(value: unknown, wanted: string, depth: number): boolean {
  if (depth === 0 || typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(
    ([name, inner]) =>
      (name.toLowerCase() === wanted && inner !== null) || hasMember(inner, wanted, depth - 1),
  );
}

/** IAM User Guide, "Pass session tags in AWS STS" and "Monitor and control actions taken with assumed roles". */
function sessions(parameters: JsonObject, action: string, resources: readonly string[]): readonly Derived[] {
  if (action !== 'sts:AssumeRole') return [];
  return [
    ...(hasTags(parameters) || listAt(parameters, 'transitiveTagKeys').length > 0
      ? [{ action: 'sts:TagSession', resources }]
      : []),
    ...(textAt(parameters, 'sourceIdentity') !== undefined
      ? [{ action: 'sts:SetSourceIdentity', resources }]
      : []),
  ];
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

/** Where tagging is not called TagResource: by service, and in IAM by the call. */
const TAGGING: Readonly<Record<string, string>> = {
  'iam:CreateRole': 'TagRole',
  'iam:CreateUser': 'TagUser',
  'iam:CreatePolicy': 'TagPolicy',
  'iam:CreateInstanceProfile': 'TagInstanceProfile',
  'iam:CreateOpenIDConnectProvider': 'TagOpenIDConnectProvider',
  'iam:CreateSAMLProvider': 'TagSAMLProvider',
  'iam:CreateVirtualMFADevice': 'TagMFADevice',
  sqs: 'TagQueue',
  rds: 'AddTagsToResource',
  elasticache: 'AddTagsToResource',
  dms: 'AddTagsToResource',
  ssm: 'AddTagsToResource',
  elasticloadbalancing: 'AddTags',
  sagemaker: 'AddTags',
  cloudtrail: 'AddTags',
  elasticmapreduce: 'AddTags',
  kinesis: 'AddTagsToStream',
  redshift: 'CreateTags',
  autoscaling: 'CreateOrUpdateTags',
};

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
  const name = entryOf(TAGGING, action) ?? entryOf(TAGGING, parts.prefix) ?? 'TagResource';
  const tagging = actionDetails(catalog, `${parts.prefix}:${name}`);
  if (tagging === undefined) return [];
  return [
    {
      action: `${parts.prefix}:${tagging.name}`,
      resources: tagging.resourceTypes.length > 0 ? resources : ['*'],
    },
  ];
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
