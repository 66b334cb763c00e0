/**
 * ARNs that follow from one name in a call's parameters, in the place of the event. Only where the call works on that one
 * resource. Service Authorization Reference: resource types of each service; CloudTrail writes the names in small letters first.
 */
import type { EventPlace } from './event-place';
import type { JsonObject } from './values';
import { listAt, textAt } from './values';

interface Naming {
  /** The parameter that holds the name. */
  readonly parameter: string;
  /** The part of the ARN before the name. */
  readonly before: string;
  /** Calls that it holds for; left out: all of the service. */
  readonly calls?: RegExp;
  /** The ARN names no Region, or no account. */
  readonly without?: readonly ('region' | 'account')[];
}

const BY_NAME: Readonly<Record<string, readonly Naming[]>> = {
  lambda: [{ parameter: 'functionName', before: 'function:' }],
  kinesis: [{ parameter: 'streamName', before: 'stream/' }],
  firehose: [{ parameter: 'deliveryStreamName', before: 'deliverystream/' }],
  ecr: [{ parameter: 'repositoryName', before: 'repository/' }],
  ssm: [{ parameter: 'name', before: 'parameter/', calls: /Parameter/ }],
  athena: [{ parameter: 'workGroup', before: 'workgroup/' }],
  codebuild: [{ parameter: 'projectName', before: 'project/' }],
  eks: [{ parameter: 'name', before: 'cluster/', calls: /Cluster/ }],
  rds: [
    { parameter: 'dBInstanceIdentifier', before: 'db:', calls: /(?:Start|Stop|Reboot|Delete)DBInstance$/ },
    { parameter: 'dBClusterIdentifier', before: 'cluster:', calls: /(?:Start|Stop|Reboot|Delete)DBCluster$/ },
  ],
  sagemaker: [{ parameter: 'endpointName', before: 'endpoint/', calls: /Endpoint/ }],
  cloudwatch: [{ parameter: 'alarmName', before: 'alarm:', calls: /PutMetricAlarm$/ }],
  route53: [{ parameter: 'hostedZoneId', before: 'hostedzone/', without: ['region', 'account'] }],
  bedrock: [
    {
      parameter: 'modelId',
      before: 'foundation-model/',
      calls: /InvokeModel|Converse/,
      without: ['account'],
    },
  ],
  ec2: [
    { parameter: 'volumeId', before: 'volume/', calls: /DeleteVolume$/ },
    { parameter: 'snapshotId', before: 'snapshot/', calls: /DeleteSnapshot$/ },
    { parameter: 'groupId', before: 'security-group/', calls: /DeleteSecurityGroup$/ },
  ],
};

/** Models behind a profile of several Regions are named by a prefix; such a call is checked for the profile. */
const PROFILE = /^(?:us|eu|apac|us-gov|jp|au|global)\./;

/** The ARN of what a call names; undefined where the parameters tell none, or where several are worked on. */
export function arnByName(call: string, parameters: JsonObject, place: EventPlace): string | undefined {
  const service = call.slice(0, call.indexOf(':'));
  const { partition, region, account } = place;
  if (region === '' || account === '') return undefined;
  const whole = (rest: string, without: Naming['without'] = []): string =>
    [
      'arn',
      partition,
      service,
      without.includes('region') ? '' : region,
      without.includes('account') ? '' : account,
      rest,
    ].join(':');
  switch (service) {
    case 'sqs':
      return queue(parameters, place);
    case 'dynamodb':
      return table(parameters, whole);
    case 'ecs':
      return containerService(call, parameters, whole);
    case 'iam':
      return madeIdentity(call, parameters, place);
  }
  if (service === 'ec2' && /:(?:Start|Stop|Reboot|Terminate)Instances$/.test(call))
    return instance(parameters, whole);
  for (const { parameter, before, calls, without } of Object.hasOwn(BY_NAME, service)
    ? BY_NAME[service]!
    : []) {
    const name = textAt(parameters, parameter);
    if (name === undefined || !isName(name) || calls?.test(call) === false) continue;
    if (service === 'bedrock' && PROFILE.test(name)) return undefined;
    return whole(`${before}${name.replace(/^\//, '')}`, without);
  }
  return undefined;
}

const isName = (name: string): boolean => /^[\w./:-]+$/.test(name) && !name.startsWith('arn:');

type Whole = (rest: string) => string;

function queue(parameters: JsonObject, { partition, region }: EventPlace): string | undefined {
  const found = /^https?:\/\/[^/]+\/(\d{12})\/([\w.-]+)$/.exec(textAt(parameters, 'queueUrl') ?? '');
  return found === null ? undefined : `arn:${partition}:sqs:${region}:${found[1]!}:${found[2]!}`;
}

function table(parameters: JsonObject, whole: Whole): string | undefined {
  const name = textAt(parameters, 'tableName');
  const index = textAt(parameters, 'indexName');
  if (name === undefined || !isName(name)) return undefined;
  return whole(`table/${name}${index === undefined ? '' : `/index/${index}`}`);
}

function containerService(call: string, parameters: JsonObject, whole: Whole): string | undefined {
  const name = textAt(parameters, 'service');
  const cluster = textAt(parameters, 'cluster');
  if (name === undefined || cluster === undefined || !/:(?:Update|Delete)Service$/.test(call))
    return undefined;
  return isName(name) && isName(cluster) ? whole(`service/${cluster}/${name}`) : undefined;
}

/** One of several ids would be one request of several. */
function instance(parameters: JsonObject, whole: Whole): string | undefined {
  const ids = listAt(parameters, 'instancesSet', 'items').map((item) => textAt(item, 'instanceId'));
  return ids.length === 1 && ids[0] !== undefined ? whole(`instance/${ids[0]}`) : undefined;
}

/** Later calls name a role or a user without its path; the one that makes it tells the path. */
function madeIdentity(
  call: string,
  parameters: JsonObject,
  { partition, account }: EventPlace,
): string | undefined {
  const kind = /^iam:Create(Role|User|Group)$/.exec(call)?.[1]?.toLowerCase();
  const name = kind === undefined ? undefined : textAt(parameters, `${kind}Name`);
  if (kind === undefined || name === undefined || !/^[\w+=,.@-]+$/.test(name)) return undefined;
  return `arn:${partition}:iam::${account}:${kind}${textAt(parameters, 'path') ?? '/'}${name}`;
}
