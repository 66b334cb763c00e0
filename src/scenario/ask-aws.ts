/** The AWS CLI commands that show what a scenario cannot see. AWS CLI Command Reference, each command. */
import type { Layer, Request } from '../engine/scenario';
import type { Arn } from '../language/arn';
import { lastSegment, parseArn } from '../language/arn';
import { readByArn } from './ask-policies';
import { shellWord } from './shell';

export interface AskCommand {
  /** The layer that it shows; none for a command that decodes a message. */
  readonly layer?: Layer;
  readonly command: string;
  /** What it shows and who may run it, in one sentence. */
  readonly why: string;
}

/** Commands for a layer, the most useful first; none where nothing can show it. `policyArn`: the policy AWS named. */
export function commandsFor(
  layer: Layer,
  request: Partial<Request>,
  policyArn?: string,
): readonly AskCommand[] {
  const named = policyArn === undefined ? undefined : namedPolicy(layer, policyArn);
  const all = ASK[layer](request).map((ask) => ({ layer, ...ask }));
  return named === undefined ? all : [named, ...all];
}

/** The command that decodes an encoded authorization message. */
export function decodeCommand(encoded: string): AskCommand {
  return {
    command: `aws sts decode-authorization-message --query DecodedMessage --output text --encoded-message ${shellWord(encoded)}`,
    why: 'Decodes the message. It needs the permission sts:DecodeAuthorizationMessage in the account of the request.',
  };
}

type Ask = Omit<AskCommand, 'layer'>;

const ASK: Readonly<Record<Layer, (request: Partial<Request>) => readonly Ask[]>> = {
  identity: ({ principal, role }) => {
    const caller = callerOf(principal, role);
    if (caller === undefined) return [];
    const { kind, name } = caller;
    const of = `--${kind}-name ${shellWord(name)}`;
    return [
      {
        command: `aws iam list-attached-${kind}-policies ${of}`,
        why: `Lists the managed policies of the ${kind}. Read each with aws iam get-policy and get-policy-version.`,
      },
      {
        command: `aws iam list-${kind}-policies ${of}`,
        why: `Lists the inline policies of the ${kind}. Read each with aws iam get-${kind}-policy.`,
      },
      ...(kind === 'user'
        ? [
            {
              command: `aws iam list-groups-for-user ${of}`,
              why: 'Lists the user’s groups, whose policies count too.',
            },
          ]
        : []),
    ];
  },
  boundary: ({ principal, role }) => {
    const caller = callerOf(principal, role);
    if (caller === undefined) return [];
    const { kind, name } = caller;
    return [
      {
        command: `aws iam get-${kind} --${kind}-name ${shellWord(name)} --query ${kind === 'user' ? 'User' : 'Role'}.PermissionsBoundary`,
        why: `Names the permissions boundary of the ${kind}.`,
      },
    ];
  },
  session: ({ principal }) => [
    {
      command:
        'aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=AssumeRole',
      why: `No command shows a session policy. Whoever started the session${principal === undefined ? '' : ` ${lastSegment(principal)}`} passed it: look for policy and policyArns in the event.`,
    },
  ],
  scp: ({ principal }) => forTarget('SERVICE_CONTROL_POLICY', accountOf(principal)),
  rcp: ({ resource, resourceAccount, principal }) =>
    forTarget('RESOURCE_CONTROL_POLICY', resourceAccount ?? accountOf(resource) ?? accountOf(principal)),
  endpoint: ({ context }) => {
    const endpoint = Object.entries(context ?? {}).find(
      ([key]) => key.toLowerCase() === 'aws:sourcevpce',
    )?.[1];
    const only = typeof endpoint === 'string' ? ` --vpc-endpoint-ids ${shellWord(endpoint)}` : '';
    return [
      {
        command: `aws ec2 describe-vpc-endpoints${only}`,
        why: 'Shows the endpoint policies, in the account that owns the VPC.',
      },
    ];
  },
  resource: resourceCommands,
};

interface CallerName {
  readonly kind: 'user' | 'role';
  readonly name: string;
}

function callerOf(principal: string | undefined, role: string | undefined): CallerName | undefined {
  if (role !== undefined) return { kind: 'role', name: lastSegment(role) };
  const name = principal === undefined ? undefined : parseArn(principal)?.resource;
  if (name === undefined) return undefined;
  if (name.startsWith('user/')) return { kind: 'user', name: lastSegment(name) };
  if (name.startsWith('role/')) return { kind: 'role', name: lastSegment(name) };
  return name.startsWith('assumed-role/') ? { kind: 'role', name: name.split('/')[1] ?? '' } : undefined;
}

function accountOf(arn: string | undefined): string | undefined {
  const account = arn === undefined ? undefined : parseArn(arn)?.account;
  return account === undefined || account === '' ? undefined : account;
}

function forTarget(filter: string, account: string | undefined): readonly Ask[] {
  if (account === undefined) return [];
  return [
    {
      command: `aws organizations list-policies-for-target --target-id ${shellWord(account)} --filter ${filter}`,
      why: `Lists what is attached to account ${account} itself; ask likewise for each OU above it and the root. Runs in the management account or a delegated administrator’s.`,
    },
  ];
}

function namedPolicy(layer: Layer, arn: string): AskCommand | undefined {
  const command = readByArn(arn);
  if (command === undefined) return undefined;
  const where = arn.includes(':organizations:')
    ? ' Runs in the management account or a delegated administrator’s.'
    : '';
  return { layer, command, why: `Shows the policy that AWS names.${where}` };
}

/** What shows the resource-based policy of a service; `undefined` parts cannot occur, as the ARN was read. */
const RESOURCE: Readonly<Record<string, (arn: Arn, whole: string) => string>> = {
  s3: ({ resource }) =>
    `aws s3api get-bucket-policy --bucket ${shellWord(resource.split('/')[0]!)} --query Policy --output text`,
  sqs: ({ region, account, resource }) =>
    `aws sqs get-queue-attributes --attribute-names Policy --queue-url ${shellWord(`https://sqs.${region}.amazonaws.com/${account}/${resource}`)}`,
  sns: (_, whole) => `aws sns get-topic-attributes --topic-arn ${shellWord(whole)}`,
  kms: (_, whole) =>
    `aws kms get-key-policy --policy-name default --query Policy --output text --key-id ${shellWord(whole)}`,
  lambda: (_, whole) => `aws lambda get-policy --function-name ${shellWord(whole)}`,
  secretsmanager: (_, whole) => `aws secretsmanager get-resource-policy --secret-id ${shellWord(whole)}`,
  dynamodb: (_, whole) => `aws dynamodb get-resource-policy --resource-arn ${shellWord(whole)}`,
  kinesis: (_, whole) => `aws kinesis get-resource-policy --resource-arn ${shellWord(whole)}`,
  ecr: ({ account, resource }) =>
    `aws ecr get-repository-policy --registry-id ${account} --repository-name ${shellWord(resource.replace(/^repository\//, ''))}`,
  events: ({ resource }) =>
    `aws events describe-event-bus --name ${shellWord(resource.replace(/^event-bus\//, ''))}`,
  iam: ({ resource }) =>
    `aws iam get-role --role-name ${shellWord(lastSegment(resource))} --query Role.AssumeRolePolicyDocument`,
};

function resourceCommands({ resource, action, resourceAccount }: Partial<Request>): readonly Ask[] {
  const arn = resource === undefined ? undefined : parseArn(resource);
  if (resource === undefined || arn === undefined || !Object.hasOwn(RESOURCE, arn.service)) return [];
  if (arn.service === 'iam' && action?.toLowerCase().startsWith('sts:') !== true) return [];
  const account = resourceAccount ?? accountOf(resource);
  return [
    {
      command: RESOURCE[arn.service]!(arn, resource),
      why: `Shows the ${arn.service === 'iam' ? 'role’s trust policy' : 'policy of the resource'}${account === undefined ? '' : `, in account ${account}`}.`,
    },
  ];
}
