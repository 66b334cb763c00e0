/** The policies that an account's answer holds for one user or role: their text, or a stand-in where it is missing. */
import type { Policy } from '../../case/scenario';
import { readVersion } from '../ask/managed';
import { unpacked } from '../evidence/json';
import { isPolicyDocument } from '../evidence/policies';
import type { JsonObject } from '../evidence/values';
import { at, listAt, textAt } from '../evidence/values';
import { shellWord } from '../ask/shell';
import { unseenPolicy } from '../../case/unseen';
import type { Account } from './read';
import { INLINE_LISTS, groupsOf } from './read';

/** A policy, or all of a group, of which only the name is known. */
export interface Unseen {
  readonly name: string;
  /** What prints its text. */
  readonly commands: readonly string[];
}

export interface Collected {
  readonly policies: readonly Policy[];
  readonly missing: readonly Unseen[];
  /** Names of those whose text is missing. */
  readonly unseen: readonly string[];
  readonly commands: readonly string[];
}

type Owner = keyof typeof INLINE_LISTS;

interface Found {
  readonly policy: Policy;
  /** How to see its text, where it is missing. */
  readonly commands?: readonly string[];
}

/** Details never change, and each is asked for with every question. */
const identities = new WeakMap<Account, WeakMap<JsonObject, Collected>>();

/** Every identity-based policy: inline, attached, and for a user those of the groups. */
export function identityOf(account: Account, kind: 'user' | 'role', detail: JsonObject): Collected {
  let known = identities.get(account);
  if (known === undefined) {
    known = new WeakMap();
    identities.set(account, known);
  }
  let made = known.get(detail);
  if (made === undefined) {
    made = collectIdentity(account, kind, detail);
    known.set(detail, made);
  }
  return made;
}

function collectIdentity(account: Account, kind: 'user' | 'role', detail: JsonObject): Collected {
  const own = policiesOf(
    account,
    kind,
    detail,
    textAt(detail, kind === 'user' ? 'UserName' : 'RoleName') ?? '',
  );
  const arn = textAt(detail, 'Arn');
  const ofGroups = groupsOf(detail).flatMap((name) => groupPolicies(account, name, arn));
  return collected([...own, ...ofGroups]);
}

/** The permissions boundary, if one is set. */
export function boundaryOf(account: Account, detail: JsonObject): Collected {
  const arn = textAt(detail, 'PermissionsBoundary', 'PermissionsBoundaryArn');
  return collected(arn === undefined ? [] : [managed(account, arn, lastName(arn))]);
}

/** A role's trust policy. */
export function trustOf(detail: JsonObject): Policy | undefined {
  const document = unpacked(at(detail, 'AssumeRolePolicyDocument'));
  const name = textAt(detail, 'RoleName') ?? 'Role';
  return isPolicyDocument(document) ? { name: `Trust policy of ${name}`, document } : undefined;
}

function collected(found: readonly Found[]): Collected {
  const missing = found.flatMap(({ policy, commands }): readonly Unseen[] =>
    commands === undefined ? [] : [{ name: policy.name, commands }],
  );
  return {
    policies: found.map(({ policy }) => policy),
    missing,
    unseen: [...new Set(missing.map(({ name }) => name))],
    commands: [...new Set(missing.flatMap(({ commands }) => commands))],
  };
}

function policiesOf(account: Account, owner: Owner, detail: JsonObject, ownerName: string): readonly Found[] {
  const via = owner === 'group' ? `group/${ownerName}` : undefined;
  const inline = listAt(detail, INLINE_LISTS[owner]).map((entry) => {
    const name = textAt(entry, 'PolicyName') ?? 'Inline policy';
    const command = `aws iam get-${owner}-policy --${owner}-name ${shellWord(ownerName)} --policy-name ${shellWord(name)}`;
    return found(at(entry, 'PolicyDocument'), name, [command], via);
  });
  const attached = listAt(detail, 'AttachedManagedPolicies').flatMap((entry) => {
    const arn = textAt(entry, 'PolicyArn');
    const name = textAt(entry, 'PolicyName') ?? (arn === undefined ? undefined : lastName(arn));
    return arn === undefined || name === undefined ? [] : [managed(account, arn, name, via)];
  });
  return [...inline, ...attached];
}

function groupPolicies(account: Account, name: string, member: string | undefined): readonly Found[] {
  const group = account.groups.of(name, member);
  if (group !== undefined) return policiesOf(account, 'group', group, name);
  const of = `--group-name ${shellWord(name)}`;
  const commands = [`aws iam list-group-policies ${of}`, `aws iam list-attached-group-policies ${of}`];
  return [{ policy: unseenPolicy(`All policies of group ${name}`, commands, `group/${name}`), commands }];
}

const documents = new WeakMap<JsonObject, { readonly document: unknown }>();

/**
 * The version of a managed policy that counts, as its document; undefined where it is not in the text. The same object each time:
 * a policy that hundreds have is read once.
 */
export function defaultDocument(detail: JsonObject | undefined): unknown {
  if (detail === undefined) return undefined;
  let known = documents.get(detail);
  if (known === undefined) {
    known = { document: readDefault(detail) };
    documents.set(detail, known);
  }
  return known.document;
}

function readDefault(detail: JsonObject): unknown {
  const version = listAt(detail, 'PolicyVersionList').find(
    (entry) =>
      at(entry, 'IsDefaultVersion') === true ||
      (textAt(entry, 'VersionId') !== undefined &&
        textAt(entry, 'VersionId') === textAt(detail, 'DefaultVersionId')),
  );
  return unpacked(at(version, 'Document'));
}

/** Managed policies that are somebody's permissions boundary. */
export function boundaryArns({ principals, managed: policies }: Account): ReadonlySet<string> {
  const set = principals.flatMap(
    ({ detail }) => textAt(detail, 'PermissionsBoundary', 'PermissionsBoundaryArn') ?? [],
  );
  const counted = [...policies]
    .filter(([, detail]) => Number(at(detail, 'PermissionsBoundaryUsageCount') ?? 0) > 0)
    .map(([arn]) => arn);
  return new Set([...set, ...counted]);
}

function managed(account: Account, arn: string, name: string, via?: string): Found {
  const detail = account.managed.get(arn);
  return found(defaultDocument(detail), name, [readVersion(arn, textAt(detail, 'DefaultVersionId'))], via);
}

function found(packed: unknown, name: string, commands: readonly string[], via?: string): Found {
  const document = unpacked(packed);
  if (!isPolicyDocument(document)) return { policy: unseenPolicy(name, commands, via), commands };
  return { policy: { name, document, ...(via !== undefined && { via }) } };
}

function lastName(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}
