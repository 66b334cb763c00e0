/** What Pulumi's AWS package for Node makes of names and calls: Pulumi Registry, `aws.iam`; its sources `iam/documents.ts`, `iam/principals.ts`. */

import { calledName, type Expression } from './expression';

/**
 * What the parameters of a function stand for that is applied to a value, or to all of several: a list in Node, arguments
 * with or without names in Python. Pulumi, "Inputs and outputs".
 */
export function boundBy(
  on: Expression,
  { names, apart }: Extract<Expression, { kind: 'function' }>,
): ReadonlyMap<string, Expression> {
  const [first] = names;
  if (first === undefined) return new Map();
  const all = on.kind === 'call' && calledName(on) === 'all' ? on : undefined;
  if (all === undefined) return new Map(apart ? [] : [[first, on]]);
  const [only] = all.args;
  const items = all.args.length === 1 && only?.kind === 'list' ? only.items : all.args;
  if (apart) return new Map(names.flatMap((name, index) => (items[index] ? [[name, items[index]]] : [])));
  const { at, end } = all;
  if (all.named.size === 0)
    return new Map([[first, only?.kind === 'object' ? only : { kind: 'list', items, at, end }]]);
  const members = [...all.named].map(([name, value]) => ({
    kind: 'member' as const,
    name: { kind: 'literal' as const, value: name, at, end },
    value,
  }));
  return new Map([[first, { kind: 'object', members, at, end }]]);
}

/** The member of an object that is written out whole; undefined where it has none, or several. */
export function memberOf(object: Expression, name: string): Expression | undefined {
  if (object.kind !== 'object') return undefined;
  const found: Expression[] = [];
  for (const member of object.members) {
    if (member.kind === 'spread' || member.name.kind !== 'literal') return undefined;
    if (String(member.name.value) === name) found.push(member.value);
  }
  return found.length === 1 ? found[0] : undefined;
}

/** The trust policy of `aws.iam.assumeRolePolicyForPrincipal`. */
export function assumeRolePolicyFor<Principal>(principal: Principal) {
  return {
    Version: '2012-10-17',
    Statement: [{ Sid: 'AllowAssumeRole', Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole' }],
  };
}

/** Those of `aws.iam.Principals` whose service is called otherwise than the name in small letters. */
const OTHERWISE: ReadonlyMap<string, string> = new Map([
  ['AcmService', 'acm'],
  ['DirectoryServices', 'ds'],
  ['EcsTasks', 'ecs-tasks'],
  ['StateMachine', 'states'],
  ['VpcFlowLogs', 'vpc-flow-logs'],
]);

const SAME: ReadonlySet<string> = new Set(
  (
    'ApiGateway AppSync Athena Autoscaling Batch CloudDirectory Cloudformation Cloudfront CloudSearch Cloudtrail CodeCommit ' +
    'CodeBuild CodeDeploy CodePipeline Config DataPipeline DirectConnect DynamoDb Ec2 Ecr Ecs EdgeLambda Eks Elasticache ' +
    'ElasticBeanstalk ElasticFileSystem ElasticLoadBalancing ElasticMapReduce Events Health Iam Inspector Kinesis Kms Lambda ' +
    'Lightsail Logs Monitoring Opsworks Organizations Rds Redshift Route53 S3 ServiceCatalog Ses Signin Sns Sqs SpotFleet Ssm ' +
    'StorageGateway Sts Support Vmie Waf WorkDocs Workspaces'
  ).split(' '),
);

/** The service that `aws.iam.Principals.LambdaPrincipal` and its like stand for; undefined for another name. */
export function principalOfName(path: string): { readonly Service: string } | undefined {
  const name = /(?:^|\.)Principals\.(\w{1,60})Principal$/.exec(path)?.[1];
  if (name === undefined) return undefined;
  const service = OTHERWISE.get(name) ?? (SAME.has(name) ? name.toLowerCase() : undefined);
  return service === undefined ? undefined : { Service: `${service}.amazonaws.com` };
}
