/** Requests that differ from one in a single thing: a key, the action, the resource or the caller. */
import { actionsOn, typesOfAction } from '../../catalog/resource-fit';
import type { Catalog } from '../../catalog/service-reference';
import type { Request } from '../../case/scenario';
import { parseArn } from '../../language/arn';

/** Stands for another account where only the account is to differ; one of those that AWS's examples use. */
const OTHER_ACCOUNT = '444455556666';
const MOST_ACTIONS = 40;

/** Actions that people know, tried before all others: a pattern such as `*` allows thousands. */
export const KNOWN: ReadonlySet<string> = new Set([
  's3:getobject',
  's3:putobject',
  's3:listbucket',
  'ec2:describeinstances',
  'ec2:startinstances',
  'dynamodb:getitem',
  'lambda:invokefunction',
  'sqs:sendmessage',
  'sns:publish',
  'kms:decrypt',
  'secretsmanager:getsecretvalue',
  'iam:passrole',
  'iam:createuser',
  'sts:assumerole',
  'logs:putlogevents',
  'cloudwatch:putmetricdata',
]);

/** The nearest first: one key without its value, another action on the same resource, another resource, another caller. */
export function* besides(request: Request, catalog: Catalog): Generator<Request> {
  const { context = {}, action, resource } = request;
  for (const [key, value] of Object.entries(context)) {
    if (Array.isArray(value) && value.length === 0) continue;
    yield { ...request, context: { ...context, [key]: flipped(value) } };
  }
  const prefix = action.slice(0, action.indexOf(':'));
  const siblings =
    resource === '*' || typesOfAction(catalog, action) === undefined
      ? [...(catalog.actions(prefix)?.values() ?? [])].map(({ name }) => `${prefix}:${name}`)
      : actionsOn(catalog, prefix, resource);
  const known = siblings.filter((name) => KNOWN.has(name.toLowerCase()));
  for (const other of [...known, ...siblings.slice(0, MOST_ACTIONS)])
    if (other !== action) yield { ...request, action: other };
  const other = otherResource(resource);
  if (other !== undefined) yield { ...request, resource: other };
  const caller = parseArn(request.principal);
  if (caller) {
    const { partition, service, resource: who } = caller;
    yield { ...request, principal: ['arn', partition, service, '', OTHER_ACCOUNT, who].join(':') };
  }
}

/** What stands where a Bool can be turned is turned; every other key is not in the request. */
function flipped(value: unknown): string | readonly string[] {
  if (value === 'true') return 'false';
  if (value === 'false') return 'true';
  return [];
}

/** The same form with another name at its front: another bucket, another table. */
function otherResource(resource: string): string | undefined {
  const arn = parseArn(resource);
  if (!arn || arn.resource === '') return undefined;
  const [type, ...rest] = arn.resource.split('/');
  const renamed =
    rest.length === 0 || arn.service === 's3'
      ? [`other-${type}`, ...rest].join('/')
      : [type, `other-${rest[0]}`, ...rest.slice(1)].join('/');
  return resource.slice(0, resource.length - arn.resource.length) + renamed;
}
