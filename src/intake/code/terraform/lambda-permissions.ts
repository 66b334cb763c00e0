/**
 * `aws_lambda_permission`: all permissions of one function are one policy, on that function. Terraform Registry,
 * hashicorp/aws: "Resource: aws_lambda_permission".
 */
import { lambdaStatement, type PermissionPart } from '../lambda-permission';

export const LAMBDA_PERMISSION = 'aws_lambda_permission';

const ARGUMENTS: Readonly<Record<PermissionPart, string>> = {
  Action: 'action',
  Principal: 'principal',
  SourceArn: 'source_arn',
  SourceAccount: 'source_account',
  PrincipalOrgID: 'principal_org_id',
  EventSourceToken: 'event_source_token',
  FunctionUrlAuthType: 'function_url_auth_type',
  InvokedViaFunctionUrl: 'invoked_via_function_url',
};

export interface WrittenPermission {
  /** The address of the resource, which names its statement where it gives no name itself. */
  readonly address: string;
  /** An argument as a text, with marks of its writer where it is not known. */
  readonly argument: (name: string) => string | undefined;
  /** The ARN of a function by its name, where the name is known or tells of another resource. */
  readonly arnOf: (name: string) => string;
}

export interface FunctionPermissions<P extends WrittenPermission> {
  /** Undefined where one of them lacks what every permission has: the policy would look whole. */
  readonly document: Readonly<Record<string, unknown>> | undefined;
  readonly first: P;
}

/** The policies of the functions, in the order of their first permissions. */
export function functionPolicies<P extends WrittenPermission>(
  all: readonly P[],
): readonly FunctionPermissions<P>[] {
  const byFunction = new Map<string, P[]>();
  for (const permission of all) {
    const arn = arnOf(permission) ?? permission.address;
    const before = byFunction.get(arn);
    if (before === undefined) byFunction.set(arn, [permission]);
    else before.push(permission);
  }
  return [...byFunction.values()].map((permissions) => {
    const statements = permissions.map(statementOf);
    return {
      document: statements.includes(undefined) ? undefined : { Version: '2012-10-17', Statement: statements },
      first: permissions[0]!,
    };
  });
}

function arnOf({ argument, arnOf }: WrittenPermission): string | undefined {
  const name = argument('function_name');
  return name === undefined || name.startsWith('arn:') ? name : arnOf(name);
}

function statementOf(permission: WrittenPermission): Readonly<Record<string, unknown>> | undefined {
  const { address, argument } = permission;
  const [arn, qualifier] = [arnOf(permission), argument('qualifier')];
  if (arn === undefined) return undefined;
  const label = address.slice(address.lastIndexOf('.') + 1);
  return lambdaStatement({
    sid: argument('statement_id') ?? argument('statement_id_prefix') ?? label,
    part: (name) => argument(ARGUMENTS[name]),
    functionArn: qualifier === undefined ? arn : `${arn}:${qualifier}`,
  });
}

/** Where a configuration does not name them, it asks for them so. */
const PARTITION = 'data.aws_partition.current.partition';
const REGION = 'data.aws_region.current.region';
const ACCOUNT = 'data.aws_caller_identity.current.account_id';

/** The ARN of a function of which only the name is told; `open` writes a reference that is not known. */
export function arnByName(name: string, open: (reference: string) => string): string {
  return `arn:${open(PARTITION)}:lambda:${open(REGION)}:${open(ACCOUNT)}:function:${name}`;
}
