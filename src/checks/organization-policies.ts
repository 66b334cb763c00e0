/** Service and resource control policies. Organizations User Guide: "SCP syntax", "RCP syntax". */
import { rcpReaches } from '../catalog/rcp-services';
import { splitAction } from '../catalog/service-lookup';
import { error, warning } from './check';
import type { CheckedPolicy, Statement } from './document';
import type { ConditionEntry } from './document-conditions';
import { insertLast, remove, replaceValue } from '../language/edits';
import { proposal } from './finding';
import type { Fix } from './finding';
import { isKey } from './key-facts';
import type { PolicyType } from './policy-type';
import { code } from './words';

const SCP: readonly PolicyType[] = ['scp'];
const RCP: readonly PolicyType[] = ['rcp'];

const isEveryone = (statement: Statement): boolean =>
  statement.principals.length === 1 &&
  statement.principals[0]!.text === '*' &&
  ['*', 'AWS'].includes(statement.principals[0]!.kind) &&
  !statement.principals[0]!.not;

/** An action of the reached services; any action of the service will do for a wildcard. */
const reached = (prefix: string): boolean => rcpReaches(`${prefix}:Any`);

const OF_PRINCIPALS = [
  'aws:PrincipalOrgID',
  'aws:PrincipalOrgPaths',
  'aws:PrincipalAccount',
  'aws:PrincipalArn',
];
const OF_SOURCES = ['aws:SourceOrgID', 'aws:SourceOrgPaths', 'aws:SourceAccount', 'aws:SourceArn'];

const isOneOf = (key: string, keys: readonly string[]): boolean => keys.some((known) => isKey(key, known));

function asksWhetherService(statement: Statement, wanted: string): boolean {
  return statement.conditions.some(
    ({ key, operator, values }) =>
      isKey(key, 'aws:PrincipalIsAWSService') &&
      operator?.family === 'bool' &&
      values.some(({ text }) => text?.toLowerCase() === wanted),
  );
}

function* denials(policy: CheckedPolicy, wanted: (key: string) => boolean) {
  for (const statement of policy.statements) {
    if (statement.effect !== 'Deny') continue;
    for (const entry of statement.conditions) {
      // A test for absence is the guard, not the thing guarded.
      if (entry.operator && entry.operator.family !== 'null' && wanted(entry.key)) yield { statement, entry };
    }
  }
}

function addToCondition(
  policy: CheckedPolicy,
  entry: ConditionEntry,
  operator: string,
  key: string,
  value: string,
): readonly Fix[] {
  const condition = entry.block.property.parent;
  if (!condition) return [];
  const block = condition.children?.find((property) => property.children?.[0]?.value === operator)
    ?.children?.[1];
  if (block?.type === 'object') return [proposal(`Add ${key}`, insertLast(policy.text, block, key, value))];
  return [proposal(`Add ${key}`, insertLast(policy.text, condition, operator, { [key]: value }))];
}

export const organizationPolicyChecks = [
  error(
    'scp-syntax-error-principal',
    function* (policy) {
      for (const { principal, notPrincipal } of policy.statements) {
        for (const element of [principal, notPrincipal]) {
          if (!element) continue;
          yield {
            at: element,
            message: `A service control policy is about every principal of the accounts below it, and takes no ${code(element.name)}. To except some, use a condition on \`aws:PrincipalArn\`.`,
            fixes: [proposal(`Remove ${element.name}`, remove(element.property))],
          };
        }
      }
    },
    SCP,
  ),

  error(
    'rcp-syntax-error-principal',
    function* (policy) {
      for (const statement of policy.statements) {
        const element = statement.notPrincipal ?? statement.principal;
        if (!element || (!statement.notPrincipal && isEveryone(statement))) continue;
        yield {
          at: element,
          message:
            'A resource control policy names everybody, with `"Principal": "*"`. To single out some, use a condition on `aws:PrincipalArn` or `aws:PrincipalAccount`.',
          fixes: statement.notPrincipal ? [] : [proposal('Write "*"', replaceValue(element.node, '*'))],
        };
      }
    },
    RCP,
  ),

  error(
    'rcp-syntax-error-allow',
    function* (policy) {
      for (const statement of policy.statements) {
        if (statement.effect !== 'Allow') continue;
        const whole =
          isEveryone(statement) &&
          !statement.condition &&
          statement.resource?.entries.every(({ text }) => text === '*') === true &&
          statement.action?.entries.every(({ text }) => text === '*') === true;
        if (whole) continue;
        yield {
          at: statement,
          message:
            'A resource control policy of your own can only deny. AWS attaches `RCPFullAWSAccess`, which allows everything; take away from it with `"Effect": "Deny"`.',
        };
      }
    },
    RCP,
  ),

  error(
    'rcp-syntax-error-notaction',
    function* (policy) {
      for (const { notAction } of policy.statements) {
        if (!notAction) continue;
        yield {
          at: notAction,
          message:
            'A resource control policy takes no `NotAction`: it would reach services that RCPs do not support. List the actions in `Action`.',
        };
      }
    },
    RCP,
  ),

  error(
    'rcp-syntax-error-action',
    function* (policy) {
      for (const { action, effect } of policy.statements) {
        for (const entry of action?.entries ?? []) {
          if (entry.text === '*') {
            if (effect !== 'Deny') continue;
            yield {
              at: entry,
              message:
                'A resource control policy cannot deny `*`: RCPs reach only some services. Name them, as in `s3:*`.',
            };
            continue;
          }
          const prefix = splitAction(entry.text)?.prefix;
          // Services that do not exist are a finding of their own.
          if (prefix === undefined || reached(prefix) || /[*?]/.test(prefix)) continue;
          if (policy.catalog && !policy.catalog.hasService(prefix)) continue;
          yield {
            at: entry,
            message: `RCPs do not reach the service ${code(prefix)}, so AWS refuses ${code(entry.text)} in one. Restrict it with a service control policy or the policy of the resource.`,
          };
        }
      }
    },
    RCP,
  ),

  warning(
    'rcp-missing-related-principal-condition-key',
    function* (policy) {
      const wanted = (key: string): boolean =>
        isOneOf(key, OF_PRINCIPALS) || /^aws:PrincipalTag\//i.test(key);
      for (const { statement, entry } of denials(policy, wanted)) {
        if (asksWhetherService(statement, 'false')) continue;
        yield {
          at: entry,
          message: `AWS services that call on your behalf have no ${code(entry.key)}, so this denies them too. Except them with \`"BoolIfExists": {"aws:PrincipalIsAWSService": "false"}\`.`,
          fixes: addToCondition(policy, entry, 'BoolIfExists', 'aws:PrincipalIsAWSService', 'false'),
        };
      }
    },
    RCP,
  ),

  warning(
    'rcp-missing-related-service-principal-condition-key',
    function* (policy) {
      for (const { statement, entry } of denials(policy, (key) => isOneOf(key, OF_SOURCES))) {
        if (asksWhetherService(statement, 'true')) continue;
        yield {
          at: entry,
          message: `Only calls of AWS services have ${code(entry.key)}, so this denies everybody else too. Keep it to services with \`"BoolIfExists": {"aws:PrincipalIsAWSService": "true"}\`.`,
          fixes: addToCondition(policy, entry, 'BoolIfExists', 'aws:PrincipalIsAWSService', 'true'),
        };
      }
    },
    RCP,
  ),

  warning(
    'rcp-missing-service-condition-key-null-check',
    function* (policy) {
      const wanted = (key: string): boolean => isOneOf(key, ['aws:SourceOrgID', 'aws:SourceOrgPaths']);
      for (const { statement, entry } of denials(policy, wanted)) {
        const guarded = statement.conditions.some(
          ({ key, operator, values }) =>
            operator?.family === 'null' &&
            isOneOf(key, ['aws:SourceAccount', 'aws:SourceArn']) &&
            values.some(({ text }) => text?.toLowerCase() === 'false'),
        );
        if (guarded) continue;
        yield {
          at: entry,
          message: `Not every service fills in ${code(entry.key)}. Demand \`"Null": {"aws:SourceAccount": "false"}\` as well, so that calls without a source stay possible.`,
          fixes: addToCondition(policy, entry, 'Null', 'aws:SourceAccount', 'false'),
        };
      }
    },
    RCP,
  ),
];
