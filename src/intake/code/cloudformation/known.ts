/** What a template tells of its own references: the name of a bucket, and with it its ARN. */
import type { Collector } from './collect';
import { entriesOf, member, textOf, type Tree } from './tree';

/**
 * CloudFormation User Guide, each resource's page, "Return values": what `Ref` and `Fn::GetAtt Arn` give where the name is
 * set. `arn` is put together where nothing but the name is in it.
 */
const RETURNS: Readonly<Record<string, { readonly name: string; readonly arn?: (name: string) => string }>> =
  {
    'AWS::S3::Bucket': { name: 'BucketName', arn: (name) => `arn:aws:s3:::${name}` },
    'AWS::IAM::Role': { name: 'RoleName' },
    'AWS::IAM::User': { name: 'UserName' },
    'AWS::IAM::Group': { name: 'GroupName' },
    'AWS::DynamoDB::Table': { name: 'TableName' },
    'AWS::Lambda::Function': { name: 'FunctionName' },
    'AWS::Serverless::Function': { name: 'FunctionName' },
  };

/** Values by the reference that they stand for, `Bucket` and `Bucket.Arn`. */
export function knownValues(
  resources: Tree | undefined,
  collector: Collector,
): Readonly<Record<string, string>> {
  const used = new Set(collector.policies.flatMap(({ placeholders }) => placeholders));
  const known: [string, string][] = [];
  for (const [id, tree] of entriesOf(resources)) {
    const type = textOf(member(tree, 'Type')) ?? '';
    const returns = Object.hasOwn(RETURNS, type) ? RETURNS[type]! : undefined;
    const property = returns === undefined ? undefined : member(tree, 'Properties', returns.name);
    const name = property === undefined ? undefined : collector.value(property);
    if (returns === undefined || typeof name !== 'string' || name.includes('${')) continue;
    known.push([id, name]);
    if (returns.arn !== undefined) known.push([`${id}.Arn`, returns.arn(name)]);
  }
  return Object.fromEntries(known.filter(([reference]) => used.has(reference)));
}
