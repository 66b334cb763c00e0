/** Which resource of CloudFormation holds a policy. CloudFormation User Guide, each resource's page. */
import { parseArn } from '../../language/arn';
import type { WrittenPolicy } from './policies';

export type Made =
  | {
      readonly kind: 'resource';
      readonly type: string;
      readonly properties: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: 'none'; readonly why: string };

export function resourceFor(policy: WrittenPolicy): Made {
  const { name, document, kind } = policy;
  switch (kind) {
    case 'identity':
      return made('AWS::IAM::ManagedPolicy', { ManagedPolicyName: plain(name), PolicyDocument: document });
    case 'boundary':
      return made('AWS::IAM::ManagedPolicy', {
        ManagedPolicyName: plain(name),
        Description: 'A permissions boundary',
        PolicyDocument: document,
      });
    case 'trust':
      return made('AWS::IAM::Role', { ...roleName(policy), AssumeRolePolicyDocument: document });
    case 'scp':
    case 'rcp':
      return made('AWS::Organizations::Policy', {
        Name: name,
        Type: kind === 'scp' ? 'SERVICE_CONTROL_POLICY' : 'RESOURCE_CONTROL_POLICY',
        Content: document,
      });
    case 'endpoint':
      return made('AWS::EC2::VPCEndpoint', { PolicyDocument: document });
    case 'session':
      return {
        kind: 'none',
        why: `${name} is left out: a session policy goes with a call, not with a template.`,
      };
    case 'resource':
      return onResource(policy);
  }
}

function made(type: string, properties: Readonly<Record<string, unknown>>): Made {
  return { kind: 'resource', type, properties };
}

/** Names of IAM take letters, digits and some signs: IAM User Guide, "IAM and AWS STS quotas". */
function plain(name: string): string {
  return name.replace(/[^\w+=,.@-]+/g, '-').slice(0, 128);
}

function roleName({ resource }: WrittenPolicy): Readonly<Record<string, string>> {
  const name = /:role\/(?:.*\/)?([^/*]+)$/.exec(resource)?.[1];
  return name === undefined ? {} : { RoleName: name };
}

type OnResource = (policy: WrittenPolicy, name: string) => Made;

/** By the service of the request. Names stand last in the ARN. */
const ON_RESOURCE: Readonly<Record<string, OnResource>> = {
  s3: ({ document, resource }) =>
    made('AWS::S3::BucketPolicy', { Bucket: bucketOf(resource), PolicyDocument: document }),
  kms: ({ document }) => made('AWS::KMS::Key', { KeyPolicy: document }),
  sqs: ({ document, resource }) => {
    const arn = parseArn(resource);
    const url = `https://sqs.${arn?.region ?? ''}.amazonaws.com/${arn?.account ?? ''}/${arn?.resource ?? ''}`;
    return made('AWS::SQS::QueuePolicy', { Queues: [url], PolicyDocument: document });
  },
  sns: ({ document, resource }) =>
    made('AWS::SNS::TopicPolicy', { Topics: [resource], PolicyDocument: document }),
  secretsmanager: ({ document, resource }) =>
    made('AWS::SecretsManager::ResourcePolicy', { SecretId: resource, ResourcePolicy: document }),
  ecr: ({ document }, name) =>
    made('AWS::ECR::Repository', { RepositoryName: name, RepositoryPolicyText: document }),
  kinesis: ({ document, resource }) =>
    made('AWS::Kinesis::ResourcePolicy', { ResourceArn: resource, ResourcePolicy: document }),
  elasticfilesystem: ({ document }) => made('AWS::EFS::FileSystem', { FileSystemPolicy: document }),
  events: ({ document }, name) => made('AWS::Events::EventBus', { Name: name, Policy: document }),
};

function onResource(policy: WrittenPolicy): Made {
  const { service, resource, name } = policy;
  if (!Object.hasOwn(ON_RESOURCE, service))
    return {
      kind: 'none',
      why: `${name} is left out: which resource of CloudFormation holds it is not known here.`,
    };
  return ON_RESOURCE[service]!(
    policy,
    resource.slice(Math.max(resource.lastIndexOf(':'), resource.lastIndexOf('/')) + 1),
  );
}

function bucketOf(resource: string): string {
  return /^arn:[\w-]+:s3:::([^/]+)/.exec(resource)?.[1] ?? 'BUCKET';
}
