/** What the page took from the fields of the request, in a few words beside their labels. */
import type { Evaluation } from '../../engine/evaluation';

/** The kind of resource: the word that its ARN begins with; S3 tells objects from buckets by a slash alone. */
export function resourceUnderstood(resource: string): string {
  if (resource === '*') return 'no single resource';
  const [scheme, , service, , , ...rest] = resource.split(':');
  const name = rest.join(':');
  if (scheme !== 'arn' || name === '') return '';
  if (service === 's3' && !/^(accesspoint|job|storage-lens)/.test(name))
    return name.includes('/') ? 'object' : 'bucket';
  if (service === 'sqs') return 'queue';
  if (service === 'sns') return 'topic';
  return /^([a-z][a-z-]*)[/:]/.exec(name)?.[1]?.replaceAll('-', ' ') ?? '';
}

/** How the account of the resource stands to the caller's. */
export function accountUnderstood({ resourceAccount, principal }: Evaluation): string {
  if (resourceAccount === undefined || principal.account === undefined) return '';
  return resourceAccount === principal.account ? 'same account' : 'another account';
}
