/** Names that services write in another form than the ARN's: URLs of queues, qualifiers of functions, paths of IAM. */
import type { ResourceType } from '../../catalog/service-reference';
import { parseArn } from '../../language/arn';
import type { EventPlace } from '../../intake/evidence/event-place';
import type { Values } from './parameters';

/** What parameters say in another form than the format's. Undefined: nothing special about this type. */
export function special(
  prefix: string,
  type: ResourceType,
  values: Values,
  place: EventPlace,
): readonly string[] | undefined {
  const of = (name: string): readonly string[] => values.byName.get(name) ?? [];
  const here = (rest: string): string =>
    `arn:${place.partition}:${prefix}:${place.region}:${place.account}:${rest}`;
  switch (`${prefix}/${type.name}`) {
    case 'sqs/queue':
      return of('queueurl')
        .flatMap((url) => {
          const queue = /^https?:\/\/[^/]+\/(\d{12})\/([\w.-]+)$/.exec(url);
          return queue === null
            ? []
            : [`arn:${place.partition}:sqs:${place.region}:${queue[1]!}:${queue[2]!}`];
        })
        .concat(of('queuename').map((name) => here(name)));
    case 'lambda/function':
    case 'lambda/function alias':
    case 'lambda/function version': {
      if (type.name !== 'function') return [];
      const qualifier = of('qualifier')[0];
      return of('functionname').flatMap((name) => {
        const bare = name.startsWith('arn:') ? (parseArn(name)?.resource ?? '') : name;
        const whole = bare.replace(/^(?:\d{12}:)?(?:function:)?/, '');
        if (!/^[\w-]+(?::[\w$-]+)?$/.test(whole)) return [];
        const arn = name.startsWith('arn:') ? name : here(`function:${whole}`);
        return [qualifier !== undefined && !whole.includes(':') ? `${arn}:${qualifier}` : arn];
      });
    }
    case 'kms/key':
      // An alias is no resource of a policy: which key it stood for is not told.
      return of('keyid')
        .concat(of('targetkeyid'))
        .flatMap((key) => (/^[\da-f-]{36}$|^mrk-/.test(key) ? [here(`key/${key}`)] : []));
    case 'secretsmanager/Secret':
      return of('secretid')
        .concat(of('secretid').length === 0 ? of('name') : [])
        .flatMap((name) => (name.startsWith('arn:') ? [] : [here(`secret:${name}-??????`)]));
    case 'ssm/parameter':
      return of('name')
        .concat(of('names'))
        .flatMap((name) => (name.startsWith('arn:') ? [] : [here(`parameter/${name.replace(/^\//, '')}`)]))
        .concat(of('path').flatMap((path) => belowPath(path).map(here)));
    case 'kms/alias':
      return of('aliasname').map((name) => here(name));
    case 'dynamodb/table':
      return of('requestitems').length === 0
        ? undefined
        : of('requestitems').map((name) => tableArn(name, here));
    case 'bedrock/foundation-model':
      return of('modelid').flatMap((id) =>
        id.startsWith('arn:')
          ? []
          : [`arn:${place.partition}:bedrock:${place.region}::foundation-model/${id}`],
      );
    case 'autoscaling/autoScalingGroup':
      // The group's own id stands before its name, and no call tells it.
      return of('autoscalinggroupname').map((name) =>
        here(`autoScalingGroup:*:autoScalingGroupName/${name}`),
      );
    case 'autoscaling/launchConfiguration':
      return of('launchconfigurationname').map((name) =>
        here(`launchConfiguration:*:launchConfigurationName/${name}`),
      );
    case 'logs/log-group':
      return of('loggroupname').map((name) => here(`log-group:${name}:*`));
    case 'logs/log-stream':
      return of('loggroupname').flatMap((group) => {
        const streams = of('logstreamname');
        return (streams.length > 0 ? streams : ['*']).map((stream) =>
          here(`log-group:${group}:log-stream:${stream}`),
        );
      });
    case 'iam/role':
      return iamNames('role', of('rolename'), of('path'), place);
    case 'iam/user':
      return iamNames('user', of('username'), of('path'), place);
    case 'iam/group':
      return iamNames('group', of('groupname'), of('path'), place);
    case 'iam/policy':
      return iamNames('policy', of('policyname'), of('path'), place);
    case 'sts/role':
      return [];
    case 's3/object':
    case 's3/accesspointobject': {
      const bucket = of('bucketname')[0];
      if (bucket?.startsWith('arn:') === true)
        return type.name === 'object' ? [] : of('key').map((key) => `${bucket}/object/${key}`);
      return type.name === 'object' ? undefined : [];
    }
    default:
      return undefined;
  }
}

/** AWS Systems Manager API Reference, GetParametersByPath: the path itself is asked about, as it is written. */
function belowPath(path: string): readonly string[] {
  const bare = path.replace(/^\//, '');
  return bare.endsWith('/') || bare === ''
    ? [`parameter/${bare}*`]
    : [`parameter/${bare}`, `parameter/${bare}/*`];
}

function tableArn(name: string, here: (rest: string) => string): string {
  return name.startsWith('arn:') ? name : here(`table/${name}`);
}

/** The path is part of the ARN and mostly not of the call. */
function iamNames(
  kind: string,
  names: readonly string[],
  paths: readonly string[],
  place: EventPlace,
): readonly string[] {
  const path = paths.length === 1 && paths[0]!.startsWith('/') ? paths[0]!.slice(1) : undefined;
  return names.map((name) => `arn:${place.partition}:iam::${place.account}:${kind}/${path ?? '*'}${name}`);
}
