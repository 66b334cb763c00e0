/** The AWS CLI commands that show what a scenario cannot see. AWS CLI Command Reference, each command. */
import type { Layer, Request } from '../../case/scenario';
import { lastSegment, parseArn } from '../../language/arn';
import { boundaryCommands, identityCommands, type Ask } from './identity';
import { organizationCommands } from './organization';
import { readByArn } from './managed';
import { resourceCommands } from './resource';
import { shellWord } from './shell';
import { contextValue } from '../../case/edits';

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

const ASK: Readonly<Record<Layer, (request: Partial<Request>) => readonly Ask[]>> = {
  identity: identityCommands,
  boundary: boundaryCommands,
  session: sessionCommands,
  scp: ({ principal }) => organizationCommands('SERVICE_CONTROL_POLICY', accountOf(principal)),
  rcp: ({ resource, resourceAccount, principal }) =>
    organizationCommands(
      'RESOURCE_CONTROL_POLICY',
      resourceAccount ?? accountOf(resource) ?? accountOf(principal),
    ),
  endpoint: endpointCommands,
  resource: resourceCommands,
};

/** No command shows a session policy; the event of whoever started the session holds it. */
function sessionCommands({ principal }: Partial<Request>): readonly Ask[] {
  const name = principal === undefined ? undefined : parseArn(principal)?.resource;
  const federated = name?.startsWith('federated-user/') === true;
  const event = federated ? 'GetFederationToken' : 'AssumeRole';
  const session =
    name === undefined || !/^(?:assumed-role|federated-user)\//.test(name) ? undefined : lastSegment(name);
  const lookup =
    session === undefined || federated
      ? `AttributeKey=EventName,AttributeValue=${event}`
      : `AttributeKey=ResourceName,AttributeValue=${shellWord(session)}`;
  return [
    {
      command: `aws cloudtrail lookup-events --lookup-attributes ${lookup}`,
      why: `No command prints a session policy: whoever started the session${session === undefined ? '' : ` \`${session}\``} passed it. Look in the ${event} event for \`policy\` and \`policyArns\` of its requestParameters, in the Region of the call to AWS STS; without them there is none.`,
    },
  ];
}

function endpointCommands(request: Partial<Request>): readonly Ask[] {
  const valueOf = (name: string): string | undefined => {
    const value = contextValue(request, name);
    return typeof value === 'string' ? value : undefined;
  };
  const endpoint = valueOf('aws:sourcevpce');
  const vpc = valueOf('aws:sourcevpc');
  const only =
    endpoint === undefined
      ? vpc === undefined
        ? ''
        : ` --filters ${shellWord(`Name=vpc-id,Values=${vpc}`)}`
      : ` --vpc-endpoint-ids ${shellWord(endpoint)}`;
  return [
    {
      command: `aws ec2 describe-vpc-endpoints${only}`,
      why: 'Prints the endpoint policies; runs in the account that owns the endpoint, in its Region.',
    },
  ];
}

function accountOf(arn: string | undefined): string | undefined {
  const account = arn === undefined ? undefined : parseArn(arn)?.account;
  return account === undefined || account === '' ? undefined : account;
}

function namedPolicy(layer: Layer, arn: string): AskCommand | undefined {
  const command = readByArn(arn);
  if (command === undefined) return undefined;
  const where = arn.includes(':organizations:')
    ? ' Runs in the management account or a delegated administrator’s.'
    : '';
  return { layer, command, why: `Shows the policy that AWS names.${where}` };
}
