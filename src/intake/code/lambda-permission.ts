/** What a permission of a Lambda function adds to the function's policy, whatever language it is written in. */
import type { CodePolicy } from './types';

/**
 * Lambda API Reference, "AddPermission", and Developer Guide, "Using resource-based policies in Lambda": what each
 * parameter adds to the statement. Names are those of CloudFormation.
 */
const CONDITIONS: readonly (readonly [property: PermissionPart, operator: string, key: string])[] = [
  ['SourceArn', 'ArnLike', 'AWS:SourceArn'],
  ['SourceAccount', 'StringEquals', 'AWS:SourceAccount'],
  ['PrincipalOrgID', 'StringEquals', 'aws:PrincipalOrgID'],
  ['EventSourceToken', 'StringEquals', 'lambda:EventSourceToken'],
  ['FunctionUrlAuthType', 'StringEquals', 'lambda:FunctionUrlAuthType'],
  ['InvokedViaFunctionUrl', 'Bool', 'lambda:InvokedViaFunctionUrl'],
];

export type PermissionPart =
  | 'Action'
  | 'Principal'
  | 'SourceArn'
  | 'SourceAccount'
  | 'PrincipalOrgID'
  | 'EventSourceToken'
  | 'FunctionUrlAuthType'
  | 'InvokedViaFunctionUrl';

export interface LambdaPermission {
  readonly sid: string;
  /** The value of a parameter as a text, with placeholders where it is not known; undefined where it is not given. */
  readonly part: (name: PermissionPart) => string | undefined;
  /** The ARN of the function, with the version or alias behind it where the permission is for one. */
  readonly functionArn: string;
}

/** The statement; undefined where it lacks what every permission has. */
export function lambdaStatement({
  sid,
  part,
  functionArn,
}: LambdaPermission): Readonly<Record<string, unknown>> | undefined {
  const [action, principal] = [part('Action'), part('Principal')];
  if (action === undefined || principal === undefined) return undefined;
  const condition: Record<string, Record<string, string>> = {};
  for (const [property, operator, key] of CONDITIONS) {
    const given = part(property);
    if (given !== undefined) condition[operator] = { ...condition[operator], [key]: given };
  }
  return {
    Sid: sid,
    Effect: 'Allow',
    Principal: principalOf(principal),
    Action: action,
    Resource: functionArn,
    ...(Object.keys(condition).length > 0 && { Condition: condition }),
  };
}

/** A service, an account, an ARN, or everyone. */
function principalOf(principal: string): unknown {
  if (principal === '*') return '*';
  return /^[\w.-]+\.(?:amazonaws|amazon|aws)\.(?:com|com\.cn|internal)$/.test(principal)
    ? { Service: principal }
    : { AWS: principal };
}

/** The policy of a function is called so, as AWS has no name for it. */
export function lambdaPolicyOf(
  name: string,
  kind: string,
): Pick<CodePolicy, 'name' | 'kind' | 'policyKind' | 'attachedTo'> {
  return {
    name: `Policy of ${name}`,
    kind,
    policyKind: 'resource',
    attachedTo: [{ kind: 'function', name }],
  };
}
