/** Allow statements that are wider than they can be meant. */
import { security, warning } from './check';
import type { PolicyType } from './policy-type';
import { isFullAccess } from './grants';
import { code } from './words';

/** Policies that grant. Boundaries, session policies, SCPs and RCPs only limit, and are wide on purpose. */
const GRANTING: readonly PolicyType[] = ['identity', 'resource', 'key'];

export const broadAllowChecks = [
  security(
    'full-admin',
    function* (policy) {
      for (const statement of policy.statements) {
        if (!isFullAccess(statement)) continue;
        yield {
          at: statement,
          message:
            'The statement allows every action on every resource: whoever has this policy is an administrator. List the actions and resources that are needed.',
        };
      }
    },
    ['identity'],
  ),

  warning(
    'service-wildcard',
    function* (policy) {
      for (const statement of policy.statements) {
        if (statement.effect !== 'Allow' || isFullAccess(statement)) continue;
        for (const entry of statement.action?.entries ?? []) {
          const service = /^(?:([^:]+):)?\*+$/.exec(entry.text);
          if (!service) continue;
          const what =
            service[1] === undefined ? 'every action there is' : `every action of ${code(service[1])}`;
          yield {
            at: entry,
            message: `${code(entry.text)} allows ${what}, also those that manage permissions, delete, or do not exist yet. List the actions that are needed.`,
          };
        }
      }
    },
    ['identity'],
  ),

  security(
    'allow-with-not-resource',
    function* (policy) {
      for (const { effect, notResource } of policy.statements) {
        if (effect !== 'Allow' || !notResource) continue;
        yield {
          at: notResource,
          message:
            '`NotResource` with `Allow` grants the actions on every resource but those listed, also on those that do not exist yet. List the resources that are meant, or deny the exceptions in a statement of their own.',
        };
      }
    },
    GRANTING,
  ),

  warning(
    'allow-with-not-action',
    function* (policy) {
      for (const { effect, notAction } of policy.statements) {
        if (effect !== 'Allow' || !notAction) continue;
        yield {
          at: notAction,
          message:
            '`NotAction` with `Allow` grants every action of every service but those listed, also those that do not exist yet. List the actions that are meant, or deny the exceptions in a statement of their own.',
        };
      }
    },
    GRANTING,
  ),
];
