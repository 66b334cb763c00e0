/** The words of the place Account. */
import type { Dependency, StatementRef } from '../../engine/evaluation';
import type { WhoState } from '../../store/account/account';
import type { WhoAnswer } from '../../store/browser/accountMessages';
import type { GlyphKind } from '../../ui/Glyph';

/** Where a principal's request ends, in the order in which it is counted. */
export type Stop =
  'denied' | 'scp' | 'resource' | 'boundary' | 'otherLimit' | 'nothingGrants' | 'allowedIf' | 'allowed';

export interface StopWords {
  readonly name: string;
  readonly glyph: GlyphKind;
  readonly tone: string;
}

export const STOPS: Readonly<Record<Stop, StopWords>> = {
  allowed: { name: 'Allowed', glyph: 'allow', tone: 'allow' },
  allowedIf: { name: 'Allowed if', glyph: 'unknown', tone: 'unknown' },
  denied: { name: 'Stopped by a Deny', glyph: 'explicit', tone: 'explicit' },
  scp: { name: 'Stopped by the SCPs', glyph: 'implicit', tone: 'implicit' },
  resource: { name: 'Stopped by the resource’s policy', glyph: 'implicit', tone: 'implicit' },
  boundary: { name: 'Stopped by the boundary', glyph: 'implicit', tone: 'implicit' },
  otherLimit: { name: 'Stopped by another limit', glyph: 'implicit', tone: 'implicit' },
  nothingGrants: { name: 'Nothing grants it', glyph: 'implicit', tone: 'implicit' },
};

/** As the groups stand in the table: what is allowed on top. */
export const STOP_ORDER: readonly Stop[] = [
  'allowed',
  'allowedIf',
  'boundary',
  'denied',
  'scp',
  'resource',
  'otherLimit',
  'nothingGrants',
];

export function stopOf({ outcome, layer }: Pick<WhoAnswer, 'outcome' | 'layer'>): Stop {
  switch (outcome) {
    case 'allowed':
    case 'allowedIf':
    case 'denied':
      return outcome;
    case 'nothingGrants':
      return layer === 'resource' ? 'resource' : 'nothingGrants';
    case 'stoppedByLimit':
      return layer === 'scp' || layer === 'boundary' ? layer : 'otherLimit';
  }
}

export function countsOf({ rows }: WhoState): Readonly<Record<Stop, number>> {
  const counts: Record<Stop, number> = {
    denied: 0,
    scp: 0,
    resource: 0,
    boundary: 0,
    otherLimit: 0,
    nothingGrants: 0,
    allowedIf: 0,
    allowed: 0,
  };
  for (const row of rows.values()) counts[stopOf(row)] += 1;
  return counts;
}

/** What an "allowed if" hangs on: keys by name; a policy that is not known. */
export function hangsOn(dependsOn: readonly Dependency[]): string {
  const keys = dependsOn.flatMap((one) => (one.kind === 'key' ? [one.key] : []));
  const others = dependsOn.some(({ kind }) => kind !== 'key');
  const words = [
    ...(keys.length > 0 ? [`${listWords(keys)} ${keys.length === 1 ? 'is' : 'are'} right`] : []),
    ...(others ? ['a policy that is not known here allows it'] : []),
  ];
  return words.join(', and ') || 'something that is not known is right';
}

export function listWords(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)!}`;
}

export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** `2026-11-01`, or what stands for none. */
export function day(time: string | undefined): string {
  return time === undefined ? 'not told' : time.slice(0, 10);
}

export const nameOf = (arn: string): string => arn.slice(arn.lastIndexOf(':') + 1);

/** `role/app` as `app`. */
export const shortName = (arn: string): string => nameOf(arn).replace(/^(?:role|user|group|policy)\//, '');

/** A statement of a principal's policy as the table names it: `Deploy, PassAny` or `Deploy, statement 2`. */
export function statementName({ policy, sid, statement }: StatementRef): string {
  return `${policy}, ${sid ?? `statement ${statement + 1}`}`;
}

/** What of a service may run with a role: by the service that takes it. */
const THINGS: Readonly<
  Record<string, { readonly one: string; readonly command?: (role: string) => string }>
> = {
  'lambda.amazonaws.com': {
    one: 'a Lambda function',
    command: (role) => `aws lambda list-functions --query "Functions[?Role=='${role}'].FunctionName"`,
  },
  'ec2.amazonaws.com': {
    one: 'an EC2 instance',
    command: () => 'aws ec2 describe-iam-instance-profile-associations',
  },
  'ecs-tasks.amazonaws.com': { one: 'an ECS task' },
  'cloudformation.amazonaws.com': {
    one: 'a CloudFormation stack',
    command: (role) => `aws cloudformation describe-stacks --query "Stacks[?RoleARN=='${role}'].StackName"`,
  },
  'glue.amazonaws.com': {
    one: 'a Glue development endpoint',
    command: (role) => `aws glue get-dev-endpoints --query "DevEndpoints[?RoleArn=='${role}'].EndpointName"`,
  },
  'sagemaker.amazonaws.com': { one: 'a SageMaker notebook' },
  'bedrock-agentcore.amazonaws.com': { one: 'a Bedrock code interpreter' },
};

export const thingOf = (service: string): string => THINGS[service]?.one ?? `a thing of ${service}`;

/** The command that lists such things with the role, where one command does. */
export const thingCommand = (service: string, role: string): string | undefined =>
  THINGS[service]?.command?.(role);
