/**
 * Steps by which a principal gets more permissions: it attaches or writes policies for itself, its groups, or for a role or user that
 * it can become. Its boundary and its Denies still count: what they keep from it, no policy gives.
 * IAM User Guide: "Delegate responsibility to others using permissions boundaries".
 */
import { at, isObject, listAt, textAt } from '../../../intake/evidence/values';
import { unpacked } from '../../../intake/evidence/json';
import { groupsOf } from '../../../intake/account/read';
import type { AccountPrincipal } from '../../../intake/account/read';
import { FULL_ACCESS } from '../../../case/layers';
import type { Asker } from './ask';
import { assumeSteps, trustSteps } from './becoming';
import type { PathStep, Station } from './types';

/** The policy that a path would attach. */
const administrator = ({ arn }: AccountPrincipal): string =>
  `arn:${arn.split(':')[1] ?? 'aws'}:iam::aws:policy/AdministratorAccess`;

/** The steps after which a principal is an administrator itself. */
export function wideningSteps(asker: Asker, from: AccountPrincipal): readonly PathStep[] {
  const own = [
    ...onItself(asker, from),
    ...onGroups(asker, from),
    ...joining(asker, from),
    ...versions(asker, from, from),
  ];
  return own.map(({ path, to, stations }) => ({ from, path, to, stations }));
}

/** The actions that change what a user or a role may do. */
const WRITES = {
  user: [
    'iam:AttachUserPolicy',
    'iam:PutUserPolicy',
    'iam:CreatePolicyVersion',
    'iam:SetDefaultPolicyVersion',
  ],
  role: [
    'iam:AttachRolePolicy',
    'iam:PutRolePolicy',
    'iam:CreatePolicyVersion',
    'iam:SetDefaultPolicyVersion',
  ],
} as const;

/** The steps after which a role or user that one can become is an administrator. */
export function wideningOther(
  asker: Asker,
  from: AccountPrincipal,
  other: AccountPrincipal,
): readonly PathStep[] {
  if (from.arn === other.arn || !WRITES[other.kind].some((action) => asker.may(from, action))) return [];
  const writes = policyWrites(asker, from, other);
  const made = [
    // Asked last: it takes longest.
    ...(writes.length > 0 && asker.couldBeAdmin(other) ? writes : []),
    ...versions(asker, from, other),
  ];
  if (made.length === 0) return [];
  const [entry] = other.kind === 'role' ? roleEntries(asker, from, other) : keySteps(asker, from, other);
  if (entry === undefined) return [];
  return made.map(({ path, to, stations }) => ({
    from,
    path: nameOf(path, entry),
    to,
    becomes: other,
    stations: [...stations, ...entry.stations],
  }));
}

/** Into a role one comes by assuming it, or by changing whom it trusts. */
function roleEntries(asker: Asker, from: AccountPrincipal, role: AccountPrincipal): readonly PathStep[] {
  const [assumes] = assumeSteps(asker, from, role);
  return assumes === undefined ? trustSteps(asker, from, role) : [assumes];
}

/** The known paths have a name of their own where the way in is more than assuming the role. */
function nameOf(path: string, entry: PathStep): string {
  const attached = /^(?:Attach|Put)/.test(path);
  if (entry.path === 'CreateAccessKey') return attached ? `${path}ThenCreateAccessKey` : path;
  if (entry.path !== 'UpdateRolePolicyToAssumeIt') return path;
  if (path === 'CreateNewPolicyVersion') return 'CreatePolicyVersionThenUpdateAssumeRolePolicy';
  return attached ? `${path}ThenUpdateAssumeRolePolicy` : path;
}

function keySteps(asker: Asker, from: AccountPrincipal, user: AccountPrincipal): readonly PathStep[] {
  const station = asked(asker, from, 'iam:CreateAccessKey', user.arn);
  return station === undefined ? [] : [{ from, path: 'CreateAccessKey', to: user.arn, stations: [station] }];
}

type Made = Pick<PathStep, 'path' | 'to' | 'stations'>;

function asked(
  asker: Asker,
  from: AccountPrincipal,
  action: string,
  resource: string,
  context: Readonly<Record<string, string | readonly string[]>> = {},
): Station | undefined {
  if (!asker.mayOn(from, action, resource)) return undefined;
  return asker.station(from, {
    action,
    resource,
    ...(Object.keys(context).length > 0 && { context }),
  });
}

/** `iam:PermissionsBoundary` is the boundary of the one whose policies change; there is none where it has none. */
function boundaryKey(
  asker: Asker,
  of: AccountPrincipal,
): Readonly<Record<string, string | readonly string[]>> {
  return { 'iam:PermissionsBoundary': asker.boundaryArn(of) ?? [] };
}

function policyWrites(asker: Asker, from: AccountPrincipal, on: AccountPrincipal): readonly Made[] {
  const name = on.kind === 'user' ? 'User' : 'Role';
  const boundary = boundaryKey(asker, on);
  const attach = asked(asker, from, `iam:Attach${name}Policy`, on.arn, {
    ...boundary,
    'iam:PolicyARN': administrator(on),
  });
  const put = asked(asker, from, `iam:Put${name}Policy`, on.arn, boundary);
  return [
    ...(attach === undefined ? [] : [{ path: `Attach${name}Policy`, to: on.arn, stations: [attach] }]),
    ...(put === undefined ? [] : [{ path: `Put${name}Policy`, to: on.arn, stations: [put] }]),
  ];
}

function onItself(asker: Asker, from: AccountPrincipal): readonly Made[] {
  const name = from.kind === 'user' ? 'User' : 'Role';
  if (!asker.may(from, `iam:Attach${name}Policy`) && !asker.may(from, `iam:Put${name}Policy`)) return [];
  return asker.couldBeAdmin(from) ? policyWrites(asker, from, from) : [];
}

function onGroups(asker: Asker, from: AccountPrincipal): readonly Made[] {
  return groupsOf(from.detail).flatMap((group): readonly Made[] => {
    const arn = groupArn(asker, from, group);
    const attach = asked(asker, from, 'iam:AttachGroupPolicy', arn, { 'iam:PolicyARN': administrator(from) });
    const put = asked(asker, from, 'iam:PutGroupPolicy', arn);
    if ((attach ?? put) === undefined || !asker.couldBeAdmin(from)) return [];
    return [
      ...(attach === undefined ? [] : [{ path: 'AttachGroupPolicy', to: arn, stations: [attach] }]),
      ...(put === undefined ? [] : [{ path: 'PutGroupPolicy', to: arn, stations: [put] }]),
    ];
  });
}

function groupArn(asker: Asker, from: AccountPrincipal, name: string): string {
  return textAt(asker.account.groups.of(name, from.arn), 'Arn') ?? asker.arn(from, 'group', name);
}

/** Joining a group whose policies make an administrator of it. */
function joining(asker: Asker, from: AccountPrincipal): readonly Made[] {
  if (from.kind !== 'user' || !asker.may(from, 'iam:AddUserToGroup')) return [];
  const member = groupsOf(from.detail);
  const isMember = new Set(member.map((name) => name.toLowerCase()));
  return [...asker.account.groups.keys()].flatMap((group): readonly Made[] => {
    if (isMember.has(group.toLowerCase())) return [];
    // One joins a group of one's own account.
    if (asker.account.groups.of(group, from.arn) === undefined) return [];
    const arn = groupArn(asker, from, group);
    const station = asked(asker, from, 'iam:AddUserToGroup', arn);
    if (station === undefined) return [];
    const joined = { ...from, detail: { ...from.detail, GroupList: [...member, group] } };
    if (!asker.withPolicies(from, asker.identity(joined), `group|${group}`)) return [];
    return [{ path: 'AddUserToGroup', to: arn, stations: [station] }];
  });
}

/** Rewriting a customer managed policy of somebody, or bringing back a wider version of it. */
function versions(asker: Asker, from: AccountPrincipal, of: AccountPrincipal): readonly Made[] {
  const { account } = asker;
  const write = asker.may(from, 'iam:CreatePolicyVersion');
  const restore = asker.may(from, 'iam:SetDefaultPolicyVersion');
  if (!write && !restore) return [];
  return attachedTo(asker, of).flatMap(([arn, name]): readonly Made[] => {
    const detail = account.managed.get(arn);
    // Nobody but AWS writes AWS's own.
    if (/^arn:[^:]+:iam::aws:/.test(arn)) return [];
    const made: Made[] = [];
    const rewritten = write ? asked(asker, from, 'iam:CreatePolicyVersion', arn) : undefined;
    if (rewritten !== undefined && asker.couldBeAdminWith(of, name, FULL_ACCESS.document))
      made.push({ path: 'CreateNewPolicyVersion', to: arn, stations: [rewritten] });
    const restored = restore ? asked(asker, from, 'iam:SetDefaultPolicyVersion', arn) : undefined;
    const wider = listAt(detail, 'PolicyVersionList').some((version) => {
      const document = unpacked(at(version, 'Document'));
      return isObject(document) && asker.couldBeAdminWith(of, name, document);
    });
    if (restored !== undefined && wider)
      made.push({ path: 'SetExistingDefaultPolicyVersion', to: arn, stations: [restored] });
    return made;
  });
}

/** Customer managed policies of a principal and of its groups: ARN and name. */
function attachedTo(
  { account }: Asker,
  { detail }: AccountPrincipal,
): readonly (readonly [string, string])[] {
  const holders = [
    detail,
    ...groupsOf(detail).map((group) => account.groups.of(group, textAt(detail, 'Arn'))),
  ];
  return holders
    .flatMap((holder) => listAt(holder, 'AttachedManagedPolicies'))
    .flatMap((entry) => {
      const arn = textAt(entry, 'PolicyArn');
      return arn === undefined
        ? []
        : [[arn, textAt(entry, 'PolicyName') ?? arn.slice(arn.lastIndexOf('/') + 1)] as const];
    });
}
