/**
 * Statements that let somebody pass any role to a service, or create any service-linked role.
 * IAM User Guide: "Grant permissions to pass a role to a service", "Create a service-linked role".
 */
import { globMatches, globOf } from '../language/glob';
import { security, warning } from './check';
import type { Check, Problem } from './check';
import type { CheckId } from './check-ids';
import type { CheckedPolicy, Statement } from './document';
import { appendEntry, insertLast } from '../language/edits';
import { proposal } from './finding';
import type { Fix } from './finding';
import type { Place } from '../language/place';
import { isKey } from './key-facts';
import { OF_IDENTITIES } from './policy-type';
import { code } from './words';

interface Target {
  readonly action: string;
  /** The condition key that limits it to services. */
  readonly key: string;
  readonly danger: string;
  readonly example: string;
}

const PASS_ROLE: Target = {
  action: 'iam:PassRole',
  key: 'iam:PassedToService',
  danger: "can hand any role of the account, also an administrator's, to a service and act through it",
  example: 'ec2.amazonaws.com',
};

const CREATE_SLR: Target = {
  action: 'iam:CreateServiceLinkedRole',
  key: 'iam:AWSServiceName',
  danger: 'can let any AWS service into the account by creating its service-linked role',
  example: 'ecs.amazonaws.com',
};

type Via = 'name' | 'wildcard' | 'notAction';
type Over = 'star' | 'notResource';

interface Grant {
  readonly via: Via;
  readonly over: Over;
  readonly action: Place;
  readonly resource: Place;
}

/** How the statement covers the action; undefined when it does not. */
function coverage({ action, notAction }: Statement, target: Target): { via: Via; place: Place } | undefined {
  const lower = target.action.toLowerCase();
  const covering = (entries: readonly { text: string }[]): number =>
    entries.findIndex(({ text }) => globMatches(globOf(text.toLowerCase()), lower));
  if (action) {
    const byName = action.entries.find(({ text }) => text.toLowerCase() === lower);
    if (byName) return { via: 'name', place: byName };
    const entry = action.entries[covering(action.entries)];
    return entry && { via: 'wildcard', place: entry };
  }
  if (!notAction || covering(notAction.entries) !== -1) return undefined;
  return { via: 'notAction', place: notAction };
}

/** Does a condition limit the services? With a lone `*` it does not. */
function isLimited({ conditions }: Statement, target: Target): boolean {
  return conditions.some(
    ({ key, operator, values }) =>
      isKey(key, target.key) &&
      operator?.family === 'string' &&
      !operator.negated &&
      values.every(({ text }) => text !== undefined && text.replaceAll('*', '') !== ''),
  );
}

function grantOf(statement: Statement, target: Target): Grant | undefined {
  if (statement.effect !== 'Allow') return undefined;
  const covered = coverage(statement, target);
  if (!covered || isLimited(statement, target)) return undefined;
  const star = statement.resource?.entries.find(({ text }) => text === '*');
  const resource = star ?? statement.notResource;
  if (!resource) return undefined;
  return { via: covered.via, over: star ? 'star' : 'notResource', action: covered.place, resource };
}

/** How the action comes to be allowed, behind `is allowed`. */
const CAUSE: Readonly<Record<Via, string>> = {
  name: '',
  wildcard: ', by a wildcard',
  notAction: ', because `NotAction` does not list it',
};

function fixesFor(policy: CheckedPolicy, statement: Statement, target: Target, via: Via): readonly Fix[] {
  if (via === 'notAction') {
    const edit = appendEntry(policy.text, statement.notAction!.node, target.action);
    return [proposal(`Add ${target.action} to NotAction`, edit)];
  }
  if (via === 'wildcard') return [];
  const { condition } = statement;
  const title = `Demand ${target.key}`;
  if (!condition) {
    const added = { StringEquals: { [target.key]: target.example } };
    return [proposal(title, insertLast(policy.text, statement.node, 'Condition', added))];
  }
  const block = statement.conditions.find((entry) => entry.block.name === 'StringEquals')?.block;
  if (block?.node.children?.some((child) => isKey(String(child.children?.[0]?.value), target.key))) return [];
  if (block) return [proposal(title, insertLast(policy.text, block.node, target.key, target.example))];
  if (condition.node.type !== 'object') return [];
  const added = { [target.key]: target.example };
  return [proposal(title, insertLast(policy.text, condition.node, 'StringEquals', added))];
}

const run = (target: Target, via: Via, over: Over, at: 'action' | 'resource') =>
  function* (policy: CheckedPolicy): Iterable<Problem> {
    for (const statement of policy.statements) {
      const grant = grantOf(statement, target);
      if (grant?.via !== via || grant.over !== over) continue;
      const where = over === 'star' ? 'for every resource' : 'for all resources but a few';
      yield {
        at: grant[at],
        related: [at === 'action' ? grant.resource : grant.action],
        message: `${code(target.action)} is allowed ${where}${CAUSE[via]}: whoever has this policy ${target.danger}. Name the roles, or limit the services with \`${target.key}\`.`,
        fixes: fixesFor(policy, statement, target, via),
      };
    }
  };

type Row = readonly [id: CheckId, via: Via, over: Over, at: 'action' | 'resource'];

const PASS_ROLE_ROWS: readonly Row[] = [
  ['pass-role-with-star-in-resource', 'name', 'star', 'resource'],
  ['pass-role-with-star-in-action-and-resource', 'wildcard', 'star', 'resource'],
  ['pass-role-with-star-in-resource-and-not-action', 'notAction', 'star', 'action'],
  ['pass-role-with-not-resource', 'name', 'notResource', 'resource'],
  ['pass-role-with-star-in-action-and-not-resource', 'wildcard', 'notResource', 'resource'],
  ['pass-role-with-not-action-and-not-resource', 'notAction', 'notResource', 'action'],
];

const CREATE_SLR_ROWS: readonly Row[] = [
  ['create-slr-with-star-in-resource', 'name', 'star', 'resource'],
  ['create-slr-with-star-in-action-and-resource', 'wildcard', 'star', 'action'],
  ['create-slr-with-star-in-resource-and-not-action', 'notAction', 'star', 'action'],
  ['create-slr-with-not-resource', 'name', 'notResource', 'resource'],
  ['create-slr-with-star-in-action-and-not-resource', 'wildcard', 'notResource', 'resource'],
  ['create-slr-with-not-action-and-not-resource', 'notAction', 'notResource', 'action'],
];

export const rolePassingChecks: readonly Check[] = [
  ...PASS_ROLE_ROWS.map(([id, ...row]) => security(id, run(PASS_ROLE, ...row), OF_IDENTITIES)),
  ...CREATE_SLR_ROWS.map(([id, ...row]) => warning(id, run(CREATE_SLR, ...row), OF_IDENTITIES)),
];
