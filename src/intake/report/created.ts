/** When users, roles and policies were made or last changed. IAM API Reference: GetRole, GetUser, GetPolicy. */
import { at, isObject, listAt, textAt, type JsonObject } from '../evidence/values';
import type { Source } from './source';
import { timeAt } from './status';
import type { AccountReport, CreatedReport, MadeThing } from './types';

const HOLDERS = { Role: 'RoleName', User: 'UserName' } as const;

/** `get-role`, `get-user`, `get-policy`; undefined where the text is none of them. */
export function readCreated({ roots, problems }: Source): CreatedReport | undefined {
  const principals = roots.flatMap((root) =>
    Object.entries(HOLDERS).flatMap(([member, name]) => madeIn(at(root, member), name)),
  );
  const policies = roots.flatMap((root) => madeIn(at(root, 'Policy'), 'PolicyName'));
  if (principals.length + policies.length === 0) return undefined;
  return { kind: 'created', principals, policies, problems };
}

/** The same of an account: its details tell it of every user, role and policy. */
export function createdIn({ account }: AccountReport): CreatedReport {
  return {
    kind: 'created',
    principals: account.principals.flatMap(({ kind, detail }) =>
      madeIn(detail, kind === 'user' ? 'UserName' : 'RoleName'),
    ),
    policies: [...account.managed.values()].flatMap((policy) => madeIn(policy, 'PolicyName')),
    problems: [],
  };
}

function madeIn(object: unknown, nameMember: string): readonly MadeThing[] {
  if (!isObject(object)) return [];
  const [arn, name, made] = [textAt(object, 'Arn'), textAt(object, nameMember), timeAt(object, 'CreateDate')];
  const changed = timeAt(object, 'UpdateDate') ?? versionDate(object);
  const last = latest(made, changed);
  return arn === undefined || name === undefined || last === undefined ? [] : [{ arn, name, at: last }];
}

/** Of the version in force: what a policy says now it has said since then. */
function versionDate(policy: JsonObject): string | undefined {
  const version = listAt(policy, 'PolicyVersionList').find((each) => at(each, 'IsDefaultVersion') === true);
  return isObject(version) ? timeAt(version, 'CreateDate') : undefined;
}

function latest(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return Date.parse(other) > Date.parse(one) ? other : one;
}
