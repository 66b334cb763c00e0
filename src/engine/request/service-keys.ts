/**
 * Keys of single services that follow from the caller and the resource, as the global ones do. They exist for the actions
 * of their service only. KMS Developer Guide: "AWS KMS condition keys"; Service Authorization Reference: "Amazon S3",
 * "Amazon EC2"; S3 User Guide: "Configuring IAM policies for using access points".
 */
import { KMS_ALIAS_ACTIONS, KMS_WITHOUT_CALLER_ACCOUNT } from '../../catalog/kms';
import type { Caller } from './caller';
import type { ContextMap, Entry } from './context';
import type { ActionName } from './target';
import { entryOf } from '../../language/entry';

interface About {
  readonly caller: Caller;
  readonly resource: string | undefined;
  readonly resourceAccount: string | undefined;
  readonly context: ContextMap;
  /** Of the context, the tags (`tagsIn`): they are the same for every action that is asked for. */
  readonly tags: Tags;
}

export type Tags = readonly (readonly [lower: string, entry: Entry])[];

/** The tags among the keys of a context; those of the caller have one name only. */
export function tagsIn(context: ContextMap): Tags {
  const tags: (readonly [string, Entry])[] = [];
  context.forEach((entry, lower) => {
    if (lower.includes('tag/') && !lower.startsWith('aws:principaltag/')) tags.push([lower, entry]);
  });
  return tags;
}

const NONE: readonly Entry[] = [];

function derived(key: string, value: string | undefined, from: NonNullable<Entry['from']>): readonly Entry[] {
  return value === undefined ? NONE : [{ key, value, origin: 'derived', from }];
}

function ofKms({ lower }: ActionName, { caller, resource }: About): readonly Entry[] {
  const ofAlias = KMS_ALIAS_ACTIONS.has(lower) && resource?.includes(':alias/') === true;
  if (KMS_WITHOUT_CALLER_ACCOUNT.has(lower) || ofAlias || caller.kind === 'federatedCaller') return NONE;
  return derived('kms:CallerAccount', caller.account, 'principal');
}

const ACCESS_POINT = /^arn:[a-z-]+:s3:[a-z0-9-]*:(\d{12}):accesspoint\/[^/]+/;
const NONE_FOUND: readonly string[] = [];

function ofS3({ resource, resourceAccount }: About): readonly Entry[] {
  if (resource === undefined || resource === '*') return NONE;
  const owner = derived('s3:ResourceAccount', resourceAccount, 'account');
  const [point, account] = (resource.includes(':accesspoint/') && ACCESS_POINT.exec(resource)) || NONE_FOUND;
  if (point === undefined) return owner;
  return [
    ...owner,
    ...derived('s3:DataAccessPointArn', point, 'resource'),
    ...derived('s3:DataAccessPointAccount', account, 'resource'),
  ];
}

/** The Region of the endpoint that is called, known or not. */
function ofEc2({ context }: About): readonly Entry[] {
  const region = context.get('aws:requestedregion');
  return region === undefined ? NONE : [{ ...region, key: 'ec2:Region', origin: derivedLike(region) }];
}

const derivedLike = ({ origin }: Entry): Entry['origin'] => (origin === 'given' ? 'derived' : origin);

/** Tags of a resource under the names that RDS gives them by its kind. RDS User Guide: "Using tags for access control". */
const RDS_TAGS: Readonly<Record<string, string>> = {
  db: 'db-tag',
  cluster: 'cluster-tag',
  'cluster-pg': 'cluster-pg-tag',
  'cluster-snapshot': 'cluster-snapshot-tag',
  es: 'es-tag',
  og: 'og-tag',
  pg: 'pg-tag',
  ri: 'ri-tag',
  secgrp: 'secgrp-tag',
  snapshot: 'snapshot-tag',
  subgrp: 'subgrp-tag',
};

/** The families of keys that hold the same tags as a global family, for a request to this service. */
function tagFamilies(service: string, resource: string | undefined): readonly (readonly [string, string])[] {
  const part = resource?.split(':')[5];
  const kind = service === 'rds' ? part : undefined;
  const ofKind = kind === undefined ? undefined : entryOf(RDS_TAGS, kind);
  return [
    ['aws:ResourceTag/', `${service}:ResourceTag/`],
    ...(ofKind === undefined ? [] : [['aws:ResourceTag/', `rds:${ofKind}/`] as const]),
    ...(service === 'rds' ? [['aws:RequestTag/', 'rds:req-tag/'] as const] : []),
    ...(service === 's3' && part !== undefined ? tagFamiliesOfS3(part) : []),
  ];
}

/** Where the resource is the bucket or the access point itself, its tags; an object has tags of its own. */
function tagFamiliesOfS3(part: string): readonly (readonly [string, string])[] {
  if (/^accesspoint\/[^/]+$/.test(part)) return [['aws:ResourceTag/', 's3:AccessPointTag/']];
  return part.includes('/') ? [] : [['aws:ResourceTag/', 's3:BucketTag/']];
}

/**
 * One tag under its several names: `aws:ResourceTag/team` is `ec2:ResourceTag/team` in a request to EC2.
 * IAM User Guide: "Controlling access to AWS resources using tags"; Service Authorization Reference, keys of the services.
 */
function ofTags({ service }: ActionName, { tags, resource }: About): readonly Entry[] {
  if (tags.length === 0) return NONE;
  const found: Entry[] = [];
  const families = tagFamilies(service, resource);
  for (const [lower, entry] of tags)
    for (const pair of families)
      for (const [from, to] of [pair, [pair[1], pair[0]]] as const)
        if (lower.startsWith(from.toLowerCase()))
          found.push({
            ...entry,
            key: to + entry.key.slice(from.length),
            origin: 'derived',
            from: 'resource',
          });
  return found;
}

/** What a request for this action has besides; values that are given win. */
export function serviceKeys(action: ActionName | undefined, about: About): readonly Entry[] {
  if (action === undefined) return NONE;
  const { service } = action;
  const found =
    service === 'kms'
      ? ofKms(action, about)
      : service === 's3'
        ? ofS3(about)
        : service === 'ec2'
          ? ofEc2(about)
          : NONE;
  const tags = ofTags(action, about);
  const all = tags.length === 0 ? found : [...found, ...tags];
  return all.length === 0 ? NONE : all.filter(({ key }) => !about.context.has(key.toLowerCase()));
}
