/** Unused-access findings: IAM Access Analyzer API Reference, GetFindingV2, ListFindingsV2. */
import { shellCommand } from '../ask/shell';
import type { JsonObject } from '../evidence/values';
import { at, defined, isObject, listAt, textAt } from '../evidence/values';
import { lastSegment } from '../../language/arn';
import type { Source } from './source';
import { timeAt } from './status';
import type { UnusedAccessReport, UnusedFinding, UnusedService, UnusedThing } from './types';

const THINGS: Readonly<Record<string, UnusedThing>> = {
  UnusedIAMRole: 'role',
  UnusedIAMUserAccessKey: 'access-key',
  UnusedIAMUserPassword: 'password',
  UnusedPermission: 'permissions',
};

export function readUnusedAccess(source: Source): UnusedAccessReport | undefined {
  const rows = source.roots.flatMap((root) => {
    const listed = listAt(root, 'findings').filter(isObject);
    return listed.length > 0 ? listed : [at(root, 'finding'), root].filter(isObject);
  });
  const findings = rows.filter(isFinding).map(readFinding);
  if (findings.length === 0) return undefined;
  return { kind: 'unusedAccess', findings: joinFindings(findings), problems: source.problems };
}

function isFinding(row: JsonObject): boolean {
  return (
    textAt(row, 'resource') !== undefined &&
    (Object.hasOwn(THINGS, textAt(row, 'findingType') ?? '') || thingOf(row) !== undefined)
  );
}

function thingOf(row: JsonObject): UnusedThing | undefined {
  const named = THINGS[textAt(row, 'findingType') ?? ''];
  if (named !== undefined) return named;
  const details = listAt(row, 'findingDetails').filter(isObject);
  const has = (name: string): boolean => details.some((detail) => at(detail, name) !== undefined);
  if (has('unusedPermissionDetails')) return 'permissions';
  if (has('unusedIamRoleDetails')) return 'role';
  if (has('unusedIamUserAccessKeyDetails')) return 'access-key';
  return has('unusedIamUserPasswordDetails') ? 'password' : undefined;
}

const DETAIL = {
  role: 'unusedIamRoleDetails',
  'access-key': 'unusedIamUserAccessKeyDetails',
  password: 'unusedIamUserPasswordDetails',
  permissions: 'unusedPermissionDetails',
} as const;

function readFinding(row: JsonObject): UnusedFinding {
  const unused = thingOf(row) ?? 'permissions';
  const principal = textAt(row, 'resource') ?? '';
  const details = listAt(row, 'findingDetails')
    .map((detail) => at(detail, DETAIL[unused]))
    .filter(isObject);
  const accessKey = textAt(details[0], 'accessKeyId');
  return defined({
    id: textAt(row, 'id'),
    principal,
    status: textAt(row, 'status') ?? 'ACTIVE',
    unused,
    last:
      unused === 'permissions' || details[0] === undefined ? undefined : timeAt(details[0], 'lastAccessed'),
    services: unused === 'permissions' ? details.flatMap(serviceIn) : [],
    accessKey,
    analyzed: timeAt(row, 'analyzedAt'),
    commands: commandsFor(unused, principal, accessKey),
  });
}

function serviceIn(detail: JsonObject): readonly UnusedService[] {
  const prefix = textAt(detail, 'serviceNamespace')?.toLowerCase();
  if (prefix === undefined) return [];
  const actions = listAt(detail, 'actions')
    .filter(isObject)
    .flatMap((entry) => {
      const action = textAt(entry, 'action');
      if (action === undefined) return [];
      const whole = action.includes(':') ? action : `${prefix}:${action}`;
      return [defined({ action: whole, last: timeAt(entry, 'lastAccessed') })];
    });
  return [
    defined({
      prefix,
      last: timeAt(detail, 'lastAccessed'),
      actions: actions.length > 0 ? actions : undefined,
    }),
  ];
}

/** Look-ups first; what changes something comes last. */
function commandsFor(
  unused: UnusedThing,
  principal: string,
  accessKey: string | undefined,
): readonly string[] {
  const name = lastSegment(principal);
  const iam = (operation: string, ...options: (readonly [string, string])[]): string =>
    shellCommand(`aws iam ${operation}`, options).replaceAll(/(?<!\s)\s*\\\n\s*/g, ' ');
  switch (unused) {
    case 'role':
      if (principal.includes(':role/aws-service-role/')) return [];
      return [
        iam('get-role', ['--role-name', name]),
        iam('list-attached-role-policies', ['--role-name', name]),
        iam('list-role-policies', ['--role-name', name]),
        iam('list-instance-profiles-for-role', ['--role-name', name]),
        iam('delete-role', ['--role-name', name]),
      ];
    case 'access-key': {
      const key = accessKey ?? 'ACCESS_KEY_ID';
      return [
        iam('get-access-key-last-used', ['--access-key-id', key]),
        iam('update-access-key', ['--user-name', name], ['--access-key-id', key], ['--status', 'Inactive']),
        iam('delete-access-key', ['--user-name', name], ['--access-key-id', key]),
      ];
    }
    case 'password':
      return [
        iam('get-login-profile', ['--user-name', name]),
        iam('delete-login-profile', ['--user-name', name]),
      ];
    case 'permissions':
      return [];
  }
}

/** The pages of one finding (`nextToken`) as one. */
export function joinFindings(findings: readonly UnusedFinding[]): readonly UnusedFinding[] {
  const joined = new Map<string, UnusedFinding>();
  findings.forEach((finding, index) => {
    const key = finding.id ?? `#${index}`;
    const before = joined.get(key);
    joined.set(
      key,
      before === undefined ? finding : { ...before, services: [...before.services, ...finding.services] },
    );
  });
  return [...joined.values()];
}
