/** Statements that a resource adds to the policy of another one. */
import { lambdaPolicyOf, lambdaStatement } from '../lambda-permission';
import type { Collector } from './collect';
import { resolve } from './resolve';
import type { Resource } from './resource';
import { member } from './tree';
import { NO_VALUE, Unread, isRecord, plainText, type Json } from './values';

/**
 * CloudFormation User Guide, "AWS::Lambda::Permission": all permissions of one function are one policy, on that function.
 */
export function readLambdaPermissions(all: readonly Resource[], collector: Collector): void {
  const byFunction = new Map<string, Resource[]>();
  for (const resource of all.filter(({ type }) => type === 'AWS::Lambda::Permission')) {
    const name = collector.text(resource.properties, 'FunctionName') ?? resource.id;
    byFunction.set(name, [...(byFunction.get(name) ?? []), resource]);
  }
  for (const [name, permissions] of byFunction)
    collector.addMade(lambdaPolicyOf(name, 'AWS::Lambda::Permission'), permissions[0]!.at, () => ({
      Version: '2012-10-17',
      Statement: permissions.map((permission) => statementOf(permission, collector)),
    }));
}

function statementOf({ id, properties, at }: Resource, collector: Collector): Json {
  const value = (property: string): string | undefined => {
    const tree = member(properties, property);
    const found = tree === undefined ? undefined : resolve(tree, collector.scope);
    if (found === NO_VALUE || found === undefined) return undefined;
    const text = plainText(found);
    if (text === undefined) throw new Unread(property, tree!.at);
    return text;
  };
  const name = value('FunctionName');
  const statement =
    name === undefined
      ? undefined
      : lambdaStatement({ sid: id, part: value, functionArn: functionArn(name, collector) });
  if (statement === undefined) throw new Unread('AWS::Lambda::Permission', at);
  return statement as Json;
}

function functionArn(name: string, { scope }: Collector): string {
  if (name.startsWith('arn:') || /^\$\{[^{}]+\.Arn\}$/.test(name)) return name;
  const [partition, region, account] = ['Partition', 'Region', 'AccountId'].map(
    (each) => plainText(scope.reference(`AWS::${each}`, 0)) ?? '',
  );
  return `arn:${partition}:lambda:${region}:${account}:function:${name}`;
}

/** CloudFormation User Guide, "AWS::Events::EventBusPolicy": a statement of its own; the older form in parts is not read. */
export function readEventBusPolicies(all: readonly Resource[], collector: Collector): void {
  for (const { id, type, properties, at } of all) {
    if (type !== 'AWS::Events::EventBusPolicy') continue;
    const bus = collector.text(properties, 'EventBusName') ?? 'default';
    collector.addMade(
      { name: id, kind: type, policyKind: 'resource', attachedTo: [{ kind: 'event bus', name: bus }] },
      at,
      () => {
        const tree = member(properties, 'Statement');
        const statement = tree === undefined ? undefined : resolve(tree, collector.scope);
        if (statement === undefined || statement === NO_VALUE || !isRecord(statement))
          throw new Unread(type, at);
        return { Version: '2012-10-17', Statement: [statement] };
      },
    );
  }
}
