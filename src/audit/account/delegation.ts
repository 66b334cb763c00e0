/**
 * Delegation by permissions boundary: a policy that lets its holder make or widen users and roles only with a certain boundary. It
 * holds only if the holder can neither take that boundary off, nor put another in its place, nor rewrite it.
 * IAM User Guide: "Delegate responsibility to others using permissions boundaries".
 */
import type { Policy } from '../../case/scenario';
import { defaultDocument } from '../../intake/account/policies';
import { INLINE_LISTS, type Account } from '../../intake/account/read';
import { unpacked } from '../../intake/evidence/json';
import { at, isObject, listAt, textAt } from '../../intake/evidence/values';
import { globMatches, globOf } from '../../language/glob';
import { decisionOf } from './boundary-coverage';

/** What is granted under the condition of a boundary. All of them carry `iam:PermissionsBoundary` (Service Authorization Reference). */
const DELEGATED = [
  'iam:createrole',
  'iam:createuser',
  'iam:attachrolepolicy',
  'iam:attachuserpolicy',
  'iam:putrolepolicy',
  'iam:putuserpolicy',
];

/** `open`: the same policy allows it. `notDenied`: it does not, and another policy of the holder could. */
export type Gap = 'open' | 'notDenied';

export interface DelegationGap {
  readonly action: string;
  readonly gap: Gap;
}

export interface Delegation {
  /** The policy that delegates, and whose it is: an ARN. */
  readonly policy: string;
  readonly holder: string;
  /** Place of the statement in it. */
  readonly statement: number;
  /** The boundary that it demands. */
  readonly boundary: string;
  /** What should be denied and is not; none: the delegation holds. */
  readonly gaps: readonly DelegationGap[];
}

/** Every policy of the account that delegates with a boundary, with what it lacks. */
export function delegations(account: Account): readonly Delegation[] {
  const id = account.ids[0] ?? '111122223333';
  const managed = [...account.managed].flatMap(([arn, detail]) =>
    /^arn:[^:]+:iam::aws:/.test(arn)
      ? []
      : delegationsIn(
          { name: textAt(detail, 'PolicyName') ?? arn, document: defaultDocument(detail) },
          arn,
          id,
        ),
  );
  const holders = [
    ...account.principals.map(({ kind, arn, detail }) => ({ kind, arn, detail })),
    ...[...account.groups].map(([name, detail]) => ({
      kind: 'group' as const,
      arn: textAt(detail, 'Arn') ?? name,
      detail,
    })),
  ];
  const inline = holders.flatMap(({ kind, arn, detail }) =>
    listAt(detail, INLINE_LISTS[kind]).flatMap((entry) =>
      delegationsIn(
        {
          name: textAt(entry, 'PolicyName') ?? 'Inline policy',
          document: unpacked(at(entry, 'PolicyDocument')),
        },
        arn,
        id,
      ),
    ),
  );
  return [...managed, ...inline];
}

/** The delegations of one policy. `id`: the account, twelve digits. */
export function delegationsIn(policy: Policy, holder: string, id: string): readonly Delegation[] {
  const { document } = policy;
  if (!isObject(document)) return [];
  const list = at(document, 'Statement');
  return (Array.isArray(list) ? list : [list]).flatMap((statement, index): readonly Delegation[] => {
    if (!isObject(statement) || at(statement, 'Effect') !== 'Allow' || !delegates(at(statement, 'Action')))
      return [];
    return boundariesIn(at(statement, 'Condition')).map((boundary) => ({
      policy: policy.name,
      holder,
      statement: index,
      boundary,
      gaps: gapsOf(policy, id, boundary),
    }));
  });
}

function delegates(actions: unknown): boolean {
  return (Array.isArray(actions) ? actions : [actions]).some(
    (action) =>
      typeof action === 'string' &&
      DELEGATED.some((wanted) => globMatches(globOf(action.toLowerCase()), wanted)),
  );
}

/** The values of `iam:PermissionsBoundary` under operators that demand one. */
function boundariesIn(condition: unknown): readonly string[] {
  if (!isObject(condition)) return [];
  return Object.entries(condition).flatMap(([operator, keys]) => {
    if (!/^(?:String(?:Equals|Like)|Arn(?:Equals|Like))/i.test(operator) || !isObject(keys)) return [];
    return Object.entries(keys).flatMap(([key, value]) =>
      key.toLowerCase() === 'iam:permissionsboundary'
        ? (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string')
        : [],
    );
  });
}

function gapsOf(policy: Policy, id: string, boundary: string): readonly DelegationGap[] {
  const another = `arn:aws:iam::${id}:policy/another-boundary`;
  const asked: readonly (readonly [action: string, resource: string, boundary?: string])[] = [
    ['iam:DeleteRolePermissionsBoundary', `arn:aws:iam::${id}:role/another`, boundary],
    ['iam:DeleteUserPermissionsBoundary', `arn:aws:iam::${id}:user/another`, boundary],
    ['iam:PutRolePermissionsBoundary', `arn:aws:iam::${id}:role/another`, another],
    ['iam:PutUserPermissionsBoundary', `arn:aws:iam::${id}:user/another`, another],
    ['iam:CreatePolicyVersion', boundary.replaceAll('*', 'x')],
    ['iam:SetDefaultPolicyVersion', boundary.replaceAll('*', 'x')],
  ];
  return asked.flatMap(([action, resource, value]): readonly DelegationGap[] => {
    const context = value === undefined ? {} : { 'iam:PermissionsBoundary': value };
    const decision = decisionOf(policy, id, action, resource, context);
    if (decision === 'ExplicitlyDenied') return [];
    return [{ action, gap: decision === 'ImplicitlyDenied' ? 'notDenied' : 'open' }];
  });
}
