/** Statements that a resource adds to the policy of another one. */
import type { Collector } from './collect';
import { resolve } from './resolve';
import type { Resource } from './resource';
import { member } from './tree';
import { NO_VALUE, Unread, isRecord, plainText, type Json } from './values';

/**
 * CloudFormation User Guide, "AWS::Lambda::Permission"; Lambda API Reference, AddPermission: what each property adds to
 * the statement of the function's policy.
 */
const CONDITIONS: readonly (readonly [property: string, operator: string, key: string])[] = [
  ['SourceArn', 'ArnLike', 'AWS:SourceArn'],
  ['SourceAccount', 'StringEquals', 'AWS:SourceAccount'],
  ['PrincipalOrgID', 'StringEquals', 'aws:PrincipalOrgID'],
  ['EventSourceToken', 'StringEquals', 'lambda:EventSourceToken'],
  ['FunctionUrlAuthType', 'StringEquals', 'lambda:FunctionUrlAuthType'],
  ['InvokedViaFunctionUrl', 'Bool', 'lambda:InvokedViaFunctionUrl'],
];

/** All permissions of one function are one policy, on that function. */
export function readLambdaPermissions(all: readonly Resource[], collector: Collector): void {
  const byFunction = new Map<string, Resource[]>();
  for (const resource of all.filter(({ type }) => type === 'AWS::Lambda::Permission')) {
    const name = collector.text(resource.properties, 'FunctionName') ?? resource.id;
    byFunction.set(name, [...(byFunction.get(name) ?? []), resource]);
  }
  for (const [name, permissions] of byFunction)
    collector.addMade(
      {
        name: `Policy of ${name}`,
        kind: 'AWS::Lambda::Permission',
        policyKind: 'resource',
        attachedTo: [{ kind: 'function', name }],
      },
      permissions[0]!.at,
      () => ({
        Version: '2012-10-17',
        Statement: permissions.map((permission) => lambdaStatement(permission, collector)),
      }),
    );
}

function lambdaStatement({ id, properties, at }: Resource, collector: Collector): Json {
  const value = (property: string): Json | undefined => {
    const tree = member(properties, property);
    const found = tree === undefined ? undefined : resolve(tree, collector.scope);
    return found === NO_VALUE ? undefined : found;
  };
  const [action, principal, name] = [value('Action'), value('Principal'), value('FunctionName')];
  if (action === undefined || principal === undefined || typeof name !== 'string')
    throw new Unread('AWS::Lambda::Permission', at);
  const condition: Record<string, Record<string, Json>> = {};
  for (const [property, operator, key] of CONDITIONS) {
    const given = value(property);
    if (given !== undefined) condition[operator] = { ...condition[operator], [key]: given };
  }
  return {
    Sid: id,
    Effect: 'Allow',
    Principal: principalOf(plainText(principal) ?? ''),
    Action: action,
    Resource: functionArn(name, collector),
    ...(Object.keys(condition).length > 0 && { Condition: condition }),
  };
}

/** A service, an account, an ARN, or everyone. */
function principalOf(principal: string): Json {
  if (principal === '*') return '*';
  return /^[\w.-]+\.(?:amazonaws|amazon|aws)\.(?:com|com\.cn|internal)$/.test(principal)
    ? { Service: principal }
    : { AWS: principal };
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
