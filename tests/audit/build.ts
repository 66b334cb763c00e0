/** Accounts in a few lines. */
import { readReport } from '../../src/index';
import type { Account } from '../../src/intake/account/read';

export const ID = '111122223333';
export const allow = (Action: unknown, Resource: unknown = '*', rest: object = {}): object => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...rest,
});
export const document = (...Statement: readonly object[]): object => ({ Version: '2012-10-17', Statement });
export const named = (kind: 'user' | 'role' | 'group' | 'policy', name: string): string =>
  `arn:aws:iam::${ID}:${kind}/${name}`;
export const ADMIN = {
  PolicyName: 'AdministratorAccess',
  PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
};

export interface Parts {
  readonly inline?: readonly object[];
  readonly attached?: readonly object[];
  readonly groups?: readonly string[];
  readonly boundary?: string;
  readonly trust?: object;
  readonly path?: string;
  /** Anything else of the detail, such as `CreateDate` or `Tags`. */
  readonly rest?: object;
}

const common = (
  kind: 'User' | 'Role',
  name: string,
  { inline = [], attached = [], boundary, rest = {} }: Parts,
): object => ({
  Path: '/',
  [`${kind}Name`]: name,
  Arn: named(kind === 'User' ? 'user' : 'role', name),
  [`${kind}PolicyList`]: inline.map((one, at) => ({ PolicyName: `p${at}`, PolicyDocument: one })),
  AttachedManagedPolicies: attached,
  ...(boundary !== undefined && { PermissionsBoundary: { PermissionsBoundaryArn: boundary } }),
  ...rest,
});
export const user = (name: string, parts: Parts = {}): object => ({
  ...common('User', name, parts),
  GroupList: parts.groups ?? [],
});
export const role = (name: string, parts: Parts): object => ({
  ...common('Role', name, parts),
  ...(parts.path !== undefined && { Path: parts.path }),
  AssumeRolePolicyDocument: document({ Effect: 'Allow', Action: 'sts:AssumeRole', ...parts.trust }),
});
export const managed = (arn: string, ...versions: readonly object[]): object => ({
  PolicyName: arn.slice(arn.lastIndexOf('/') + 1),
  Arn: arn,
  DefaultVersionId: 'v1',
  PolicyVersionList: versions.map((Document, at) => ({
    Document,
    VersionId: `v${at + 1}`,
    IsDefaultVersion: at === 0,
  })),
});
export const EVERYTHING = managed(ADMIN.PolicyArn, document(allow('*')));

export function account(parts: {
  readonly users?: readonly object[];
  readonly roles?: readonly object[];
  readonly groups?: readonly object[];
  readonly policies?: readonly object[];
}): Account {
  const read = readReport(
    JSON.stringify({
      UserDetailList: parts.users ?? [],
      RoleDetailList: parts.roles ?? [],
      GroupDetailList: parts.groups ?? [],
      Policies: [EVERYTHING, ...(parts.policies ?? [])],
      IsTruncated: false,
    }),
  );
  if (read.kind !== 'account') throw new Error('no account');
  return read.account;
}
