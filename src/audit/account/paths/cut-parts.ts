/** Less than a whole statement that may close a way: entries of it where others would stay, or a narrower `Resource`. */
import { listPolicies, type Scenario } from '../../../case/scenario';
import type { StatementRef } from '../../../engine/evaluation';
import { isObject } from '../../../intake/evidence/values';
import { globMatches, globOf } from '../../../language/glob';
import type { AccountQuestion } from '../principal-case';
import type { CutPart } from './types';

/** The roles of the account: whoever gets one of the first is or becomes administrator; the others lead nowhere. */
export interface RolesByReach {
  readonly leading: readonly string[];
  readonly others: readonly string[];
}

/** With more roles than this a list is nobody's idea of a small change. */
const MOST_ROLES = 12;

/** Of its actions, of its resources, or of both; none where every entry fits the request. Then what would make its resources narrower. */
export function cutParts(
  scenario: Scenario,
  { layer, policy, statement }: StatementRef,
  question: AccountQuestion,
  roles: RolesByReach,
): readonly CutPart[] {
  const found = listPolicies(scenario.policies).find(
    (entry) => entry.address.layer === layer && entry.policy.name === policy,
  );
  const document = found?.policy.document;
  const list: unknown = isObject(document) ? document['Statement'] : undefined;
  const own: unknown = Array.isArray(list) ? list[statement] : list;
  if (!isObject(own)) return [];
  const { action, resource } = question;
  const part = (element: 'Action' | 'Resource', fits: (value: string) => boolean): readonly CutPart[] => {
    const entries = own[element];
    if (!Array.isArray(entries)) return [];
    const values = entries.filter((value): value is string => typeof value === 'string' && fits(value));
    return values.length === 0 || values.length === entries.length
      ? []
      : [{ kind: 'entries', element, values }];
  };
  return [
    ...(layer === 'identity' ? narrower(own, question, roles) : []),
    ...part('Action', (value) => globMatches(globOf(value.toLowerCase()), action.toLowerCase())),
    ...part('Resource', (value) => globMatches(globOf(value), resource)),
  ];
}

const textsOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((entry) => typeof entry === 'string');

/** A role is passed only within its account (IAM User Guide: "Grant a user permissions to pass a role"); one is assumed in another account too. */
const OF_ROLES: Readonly<Record<string, { readonly acrossAccounts: boolean }>> = {
  'iam:passrole': { acrossAccounts: false },
  'sts:assumerole': { acrossAccounts: true },
};

function narrower(
  statement: Readonly<Record<string, unknown>>,
  { action, resource }: AccountQuestion,
  { leading, others }: RolesByReach,
): readonly CutPart[] {
  const kind = OF_ROLES[action.toLowerCase()];
  if (kind === undefined) return [];
  const resources = textsOf(statement['Resource']);
  const wide = resources.filter((one) => /[*?]/.test(one) && globMatches(globOf(one), resource));
  if (wide.length === 0) return [];
  const made: CutPart[] = [];
  // Every other action of the statement would be held to the roles as well.
  const onlyRoles = textsOf(statement['Action']).every((one) => one.toLowerCase() in OF_ROLES);
  const staysHere = !kind.acrossAccounts || wide.every((one) => /^arn:[^:]+:iam::\d{12}:/.test(one));
  const to = others.filter((arn) => wide.some((pattern) => globMatches(globOf(pattern), arn)));
  const listed = statement['Action'] !== undefined && onlyRoles && staysHere;
  if (listed && to.length > 0 && to.length <= MOST_ROLES) made.push({ kind: 'narrowed', values: wide, to });
  if (resources.length === 1 && resources[0] === '*' && leading.length <= MOST_ROLES)
    made.push({ kind: 'except', roles: leading });
  return made;
}
