/** Wide grants of what hands out credentials, data, or the rights to a resource. */
import type { ActionSummary } from '../catalog/service-reference';
import { globMatches, globOf } from '../language/glob';
import { suggestion, warning } from './check';
import type { CheckedPolicy, Statement } from './document';
import type { TextEntry } from '../language/document-nodes';
import { CREDENTIAL_ACTIONS } from './credential-actions';
import { expand, isEverywhere, isFullAccess } from './grants';
import type { PolicyType } from './policy-type';
import { code, listed, listedCode } from './words';

const IDENTITY: readonly PolicyType[] = ['identity'];

/** Actions that read out data at large. */
const DATA_ACTIONS = [
  's3:GetObject',
  'ssm:GetParameter',
  'ssm:GetParameters',
  'ssm:GetParametersByPath',
  'secretsmanager:GetSecretValue',
  'rds:CopyDBSnapshot',
  'rds:CreateDBSnapshot',
  'dynamodb:Scan',
];

/** Allow statements for every resource, without conditions, and short of full access. */
function unlimited(policy: CheckedPolicy): readonly Statement[] {
  if (policy.statements.some(isFullAccess)) return [];
  return policy.statements.filter(
    (statement) =>
      statement.effect === 'Allow' && statement.conditions.length === 0 && isEverywhere(statement),
  );
}

function coveredBy(entry: TextEntry, actions: readonly string[]): readonly string[] {
  const lower = entry.text.toLowerCase();
  if (!/[*?]/.test(lower)) return actions.filter((action) => action.toLowerCase() === lower);
  const glob = globOf(lower);
  return actions.filter((action) => globMatches(glob, action.toLowerCase()));
}

const manages = (action: ActionSummary): boolean => action.accessLevels.includes('Permissions management');

/** The actions of an entry that manage permissions. */
function managing(policy: CheckedPolicy, entry: TextEntry): readonly string[] {
  const actions = policy.catalog && expand(policy.catalog, entry.text);
  return (actions ?? []).filter(manages).map((action) => action.full);
}

export const exposureChecks = [
  warning(
    'credentials-exposure',
    function* (policy) {
      for (const statement of unlimited(policy)) {
        for (const entry of statement.action?.entries ?? []) {
          const found = coveredBy(entry, CREDENTIAL_ACTIONS);
          if (found.length === 0) continue;
          yield {
            at: entry,
            message: `${listedCode(found)} ${found.length === 1 ? 'hands' : 'hand'} out credentials, here for every resource. Limit the resources to those whose credentials are needed.`,
          };
        }
      }
    },
    IDENTITY,
  ),

  warning(
    'data-exfiltration',
    function* (policy) {
      for (const statement of unlimited(policy)) {
        const entries = statement.action?.entries ?? [];
        const found = [...new Set(entries.flatMap((entry) => coveredBy(entry, DATA_ACTIONS)))];
        if (found.length === 0) continue;
        yield {
          at: statement,
          message: `${listedCode(found)} ${found.length === 1 ? 'reads' : 'read'} out data, here from every resource of the account, and from others that grant it. Name the resources.`,
        };
      }
    },
    IDENTITY,
  ),

  warning(
    'resource-exposure',
    function* (policy) {
      for (const statement of unlimited(policy)) {
        for (const entry of statement.action?.entries ?? []) {
          const found = managing(policy, entry);
          if (found.length === 0) continue;
          yield {
            at: entry,
            message: `${listedCode(found)} ${found.length === 1 ? 'changes' : 'change'} who has access, here to every resource: with it somebody can open resources to themselves or to others. Name the resources.`,
          };
        }
      }
    },
    IDENTITY,
  ),

  suggestion(
    'permissions-management-actions',
    function* (policy) {
      if (policy.statements.some(isFullAccess)) return;
      const told = new Set(unlimited(policy));
      for (const statement of policy.statements) {
        if (statement.effect !== 'Allow' || told.has(statement)) continue;
        const entries = (statement.action?.entries ?? []).map((entry) => ({
          entry,
          found: managing(policy, entry),
        }));
        const some = entries.filter(({ found }) => found.length > 0);
        if (some.length === 0) continue;
        const names = some.flatMap(({ found }) => found);
        yield {
          at: some[0]!.entry,
          related: some.slice(1).map(({ entry }) => entry),
          message: `The statement allows ${listed(names.map(code))}, which ${names.length === 1 ? 'changes' : 'change'} who has access. Check that whoever gets this policy is meant to decide that.`,
        };
      }
    },
    IDENTITY,
  ),
];
