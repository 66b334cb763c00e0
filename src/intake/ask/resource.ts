/** The command that prints the policy of a resource. AWS CLI Command Reference, each service. */
import type { Request } from '../../case/scenario';
import { isTrust } from '../../case/layers';
import type { Arn } from '../../language/arn';
import { isAccountId, lastSegment, parseArn } from '../../language/arn';
import type { Ask } from './identity';
import { shellWord } from './shell';

interface Shown {
  readonly command: string;
  /** What to know beyond where it runs. */
  readonly hint?: string;
}

type Show = (arn: Arn, whole: string) => Shown;

const at = (region: string): string => (region === '' ? '' : ` --region ${region}`);

/** What comes with somebody else's link is pasted into a shell: a Region and an account can only be of these forms. */
function isPlain({ region, account }: Arn): boolean {
  return /^[a-z0-9-]*$/.test(region) && (account === '' || isAccountId(account));
}

const MULTI_REGION = /^[a-z0-9-]+\.mrap$/;
const OF_POINT = 'It is the policy of the access point; the bucket has one of its own.';

const s3: Show = ({ region, account, resource }) => {
  const point = /^accesspoint[/:]([^/]+)/.exec(resource)?.[1];
  if (point !== undefined && MULTI_REGION.test(point)) return multiRegion(account, point);
  if (point !== undefined)
    return {
      command: `aws s3control get-access-point-policy --account-id ${account} --name ${shellWord(point)}${at(region)}`,
      hint: OF_POINT,
    };
  return {
    command: `aws s3api get-bucket-policy --bucket ${shellWord(resource.split('/')[0]!)}`,
    hint: 'NoSuchBucketPolicy means that there is none.',
  };
};

/**
 * Asked for by its name, where the ARN has the alias; all such calls go to one Region. S3 API Reference,
 * GetMultiRegionAccessPointPolicy.
 */
function multiRegion(account: string, alias: string): Shown {
  const where = `--account-id ${account}`;
  const region = '--region us-west-2';
  const name = `aws s3control list-multi-region-access-points ${where} ${region} --query "AccessPoints[?Alias=='${alias}'].Name" --output text`;
  return {
    command: `aws s3control get-multi-region-access-point-policy ${where} --name "$(${name})" ${region} --query Policy.Established.Policy --output text`,
    hint: OF_POINT,
  };
}

/** A key is named by its id or ARN; an alias is not taken. AWS KMS API Reference, GetKeyPolicy. */
const kms: Show = ({ region, resource }, whole) => {
  const id = resource.startsWith('alias/')
    ? `"$(aws kms describe-key --key-id ${shellWord(whole)}${at(region)} --query KeyMetadata.KeyId --output text)"`
    : shellWord(whole);
  return { command: `aws kms get-key-policy --policy-name default --key-id ${id}${at(region)}` };
};

const SUFFIX: Readonly<Record<string, string>> = { 'aws-cn': '.cn' };

const SHOW: Readonly<Record<string, Show>> = {
  s3,
  s3express: ({ region, resource }) => ({
    command: `aws s3api get-bucket-policy --bucket ${shellWord(resource.replace(/^bucket\//, ''))}${at(region)}`,
    hint: 'NoSuchBucketPolicy means that there is none.',
  }),
  kms,
  sqs: ({ partition, region, account, resource }) => ({
    command: `aws sqs get-queue-attributes --attribute-names Policy --queue-url ${shellWord(`https://sqs.${region}.amazonaws.com${SUFFIX[partition] ?? ''}/${account}/${resource}`)}${at(region)}`,
    hint: 'An empty answer means that the queue has no policy.',
  }),
  sns: ({ region, account, resource }, whole) => ({
    // A subscription's ARN has one part more than its topic's.
    command: `aws sns get-topic-attributes --topic-arn ${shellWord(whole.replace(resource, resource.split(':')[0]!))}${at(region)}`,
    ...(account === '' && { hint: 'The ARN lacks its account.' }),
  }),
  lambda: ({ region, resource }, whole) => {
    const [, name = '', qualifier] = resource.split(':');
    const of = qualifier === undefined ? '' : ` --qualifier ${shellWord(qualifier)}`;
    return {
      command: `aws lambda get-policy --function-name ${shellWord(whole.replace(resource, `function:${name}`))}${of}${at(region)}`,
      hint: 'ResourceNotFoundException means that the function has none.',
    };
  },
  secretsmanager: ({ region }, whole) => ({
    command: `aws secretsmanager get-resource-policy --secret-id ${shellWord(whole)}${at(region)}`,
    hint: 'Without ResourcePolicy in the answer there is none.',
  }),
  dynamodb: ({ region, resource }, whole) => ({
    // Indexes and exports have the policy of their table.
    command: `aws dynamodb get-resource-policy --resource-arn ${shellWord(whole.replace(resource, resource.replace(/^(table\/[^/]+)\/(?!stream\/).*$/, '$1')))}${at(region)}`,
    hint: 'PolicyNotFoundException means that there is none.',
  }),
  kinesis: ({ region }, whole) => ({
    command: `aws kinesis get-resource-policy --resource-arn ${shellWord(whole)}${at(region)}`,
  }),
  ecr: ({ region, account, resource }) => ({
    command: `aws ecr get-repository-policy --registry-id ${account} --repository-name ${shellWord(resource.replace(/^repository\//, ''))}${at(region)}`,
    hint: 'RepositoryPolicyNotFoundException means that there is none.',
  }),
  events: ({ region, resource }) => ({
    command: `aws events describe-event-bus --name ${shellWord(resource.replace(/^event-bus\//, ''))}${at(region)}`,
  }),
  es: ({ region, resource }) => ({
    command: `aws opensearch describe-domain --domain-name ${shellWord(resource.split('/')[1] ?? '')}${at(region)} --query DomainStatus.AccessPolicies --output text`,
  }),
  backup: ({ region, resource }) => ({
    command: `aws backup get-backup-vault-access-policy --backup-vault-name ${shellWord(resource.replace(/^backup-vault:/, ''))}${at(region)}`,
  }),
  glacier: ({ region, account, resource }) => ({
    command: `aws glacier get-vault-access-policy --account-id ${account} --vault-name ${shellWord(resource.replace(/^vaults\//, ''))}${at(region)}`,
  }),
  elasticfilesystem: ({ region, resource }) => ({
    command: `aws efs describe-file-system-policy --file-system-id ${shellWord(lastSegment(resource))}${at(region)}`,
  }),
  'execute-api': ({ region, resource }) => ({
    command: `aws apigateway get-rest-api --rest-api-id ${shellWord(resource.split('/')[0]!)}${at(region)}`,
  }),
  glue: ({ region }) => ({ command: `aws glue get-resource-policy${at(region)}` }),
  iam: ({ resource }) => ({
    command: `aws iam get-role --role-name ${shellWord(lastSegment(resource))}`,
  }),
};

/** None where the service is not known here, or the resource is named by no ARN. */
export function resourceCommands({
  resource,
  action = '',
  resourceAccount,
}: Partial<Request>): readonly Ask[] {
  const arn = resource === undefined ? undefined : parseArn(resource);
  if (resource === undefined || arn === undefined || !Object.hasOwn(SHOW, arn.service)) return [];
  if (!isPlain(arn)) return [];
  const trust = arn.service === 'iam';
  if (trust && !isTrust(action)) return [];
  const { command, hint } = SHOW[arn.service]!(arn, resource);
  const account = resourceAccount ?? (arn.account === '' ? undefined : arn.account);
  const what = trust ? 'Prints the role’s trust policy' : 'Prints the policy of the resource';
  return [
    {
      command,
      why: `${what}${account === undefined ? '' : `; runs in account ${account}`}.${hint === undefined ? '' : ` ${hint}`}`,
    },
  ];
}
