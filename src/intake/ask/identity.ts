/** The commands that print every identity-based policy of a caller, and its boundary. AWS CLI Command Reference, `iam`. */
import { LABELS } from '../evidence/labels';
import { lastSegment, parseArn } from '../../language/arn';
import type { Request } from '../../case/scenario';
import { shellWord } from './shell';

export interface Ask {
  readonly command: string;
  readonly why: string;
}

interface CallerName {
  readonly kind: 'user' | 'role';
  readonly name: string;
}

/** The user or role behind a principal; undefined where there is none. */
export function callerOf({ principal, role, user }: Partial<Request>): CallerName | undefined {
  if (role !== undefined) return { kind: 'role', name: lastSegment(role) };
  if (user !== undefined) return { kind: 'user', name: lastSegment(user) };
  const name = principal === undefined ? undefined : parseArn(principal)?.resource;
  if (name === undefined) return undefined;
  if (name.startsWith('user/')) return { kind: 'user', name: lastSegment(name) };
  if (name.startsWith('role/')) return { kind: 'role', name: lastSegment(name) };
  return name.startsWith('assumed-role/') ? { kind: 'role', name: name.split('/')[1] ?? '' } : undefined;
}

/** Every identity-based policy: attached, inline, of the groups; or all of the account at once. */
export function identityCommands(request: Partial<Request>): readonly Ask[] {
  const caller = callerOf(request);
  if (caller === undefined) return [];
  const { kind, name } = caller;
  const of = `--${kind}-name ${shellWord(name)}`;
  return [
    {
      command: attached(`list-attached-${kind}-policies ${of}`, LABELS.policy),
      why: `Prints the managed policies of the ${kind}.`,
    },
    { command: inline(kind, of), why: `Prints the inline policies of the ${kind}.` },
    ...(kind === 'user'
      ? [{ command: groups(of), why: 'Prints the policies of the user’s groups, which count too.' }]
      : []),
    {
      command: 'aws iam get-account-authorization-details > account.json',
      why: 'Or all users, roles, groups and policies of the account at once: drop the file here and choose.',
    },
  ];
}

/** Reads each managed policy of a list, with a line that names it, as the answer itself does not. */
function attached(list: string, label: string): string {
  return `for arn in $(aws iam ${list} --query 'AttachedPolicies[].PolicyArn' --output text); do echo "${label}$arn"; ${read('$arn')}; done`;
}

function read(arn: string): string {
  return `aws iam get-policy-version --output json --policy-arn "${arn}" --version-id "$(aws iam get-policy --policy-arn "${arn}" --query Policy.DefaultVersionId --output text)"`;
}

function inline(kind: 'user' | 'role' | 'group', of: string): string {
  return `for name in $(aws iam list-${kind}-policies ${of} --query 'PolicyNames[]' --output text); do aws iam get-${kind}-policy --output json ${of} --policy-name "$name"; done`;
}

function groups(of: string): string {
  const one = '--group-name "$group"';
  const managed = attached(`list-attached-group-policies ${one}`, `${LABELS.groupPolicy}$group: `);
  return `for group in $(aws iam list-groups-for-user ${of} --query 'Groups[].GroupName' --output text); do ${inline('group', one)}; ${managed}; done`;
}

/** The boundary's text, with a line that says that it is one. */
export function boundaryCommands(request: Partial<Request>): readonly Ask[] {
  const caller = callerOf(request);
  if (caller === undefined) return [];
  const { kind, name } = caller;
  const member = kind === 'user' ? 'User' : 'Role';
  return [
    {
      command: `arn="$(aws iam get-${kind} --${kind}-name ${shellWord(name)} --query ${member}.PermissionsBoundary.PermissionsBoundaryArn --output text)"; echo "${LABELS.boundary}$arn"; ${read('$arn')}`,
      why: `Prints the permissions boundary of the ${kind}; if the first line ends with None, there is none.`,
    },
  ];
}
