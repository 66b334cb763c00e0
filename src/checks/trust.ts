/** Role trust policies. IAM User Guide: "Role terms and concepts", trust policy; Access Analyzer: policy check reference. */
import { parseArn } from '../language/arn';
import { globMatches, globOf } from '../language/glob';
import { error, suggestion } from './check';
import type { PrincipalEntry, Statement } from './document';
import { appendEntry, remove, replaceValue } from '../language/edits';
import { fix, proposal } from './finding';
import type { PolicyType } from './policy-type';
import { code, listedCode } from './words';

const TRUST: readonly PolicyType[] = ['trust'];

const SAML = /^arn:[^:]+:iam::\d{12}:saml-provider\/.+$/;
const OIDC = /^arn:[^:]+:iam::\d{12}:oidc-provider\/.+$/;
const DOMAIN = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i;

type FederatedKind = 'saml' | 'web identity';

/** What kind of identity provider a federated principal is; undefined when it is none. */
export function federatedKind(text: string): FederatedKind | undefined {
  if (SAML.test(text)) return 'saml';
  return OIDC.test(text) || DOMAIN.test(text) ? 'web identity' : undefined;
}

function kindOf({ kind, text }: PrincipalEntry): FederatedKind | 'aws' | undefined {
  return kind === 'Federated' ? federatedKind(text) : 'aws';
}

const ACTION_FOR = {
  saml: 'sts:AssumeRoleWithSAML',
  'web identity': 'sts:AssumeRoleWithWebIdentity',
  aws: 'sts:AssumeRole',
} as const;

const WORDS_FOR = {
  saml: 'SAML providers',
  'web identity': 'web identity providers',
  aws: 'AWS principals and services',
} as const;

const ROLES_ANYWHERE = ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'];

function covers(statement: Statement, action: string): boolean {
  const lower = action.toLowerCase();
  return (
    statement.action?.entries.some(({ text }) => globMatches(globOf(text.toLowerCase()), lower)) ?? false
  );
}

export const trustChecks = [
  error(
    'role-trust-policy-syntax-error-resource',
    function* (policy) {
      for (const { resource, notResource } of policy.statements) {
        for (const element of [resource, notResource]) {
          if (!element) continue;
          yield {
            at: element,
            message: `A trust policy is about the role it belongs to, so it takes no ${code(element.name)}. Remove it.`,
            fixes: [fix(`Remove ${element.name}`, remove(element.property))],
          };
        }
      }
    },
    TRUST,
  ),

  error(
    'role-trust-policy-syntax-error-notprincipal',
    function* (policy) {
      for (const { notPrincipal } of policy.statements) {
        if (!notPrincipal) continue;
        yield {
          at: notPrincipal,
          message: 'A trust policy takes no `NotPrincipal`. Name in `Principal` who may assume the role.',
        };
      }
    },
    TRUST,
  ),

  error(
    'role-trust-policy-unsupported-wildcard-in-principal',
    function* (policy) {
      for (const { principal, effect } of policy.statements) {
        if (principal?.node.type !== 'string' || principal.node.value !== '*' || effect === 'Deny') continue;
        yield {
          at: principal,
          message:
            '`"Principal": "*"` would let every principal of every account assume the role. Name those who may.',
        };
      }
    },
    TRUST,
  ),

  error(
    'invalid-federated-principal-syntax-in-role-trust-policy',
    function* (policy) {
      for (const entry of policy.statements.flatMap((statement) => statement.principals)) {
        if (entry.kind !== 'Federated' || federatedKind(entry.text) || /[*?]|\$\{/.test(entry.text)) continue;
        yield {
          at: entry,
          message: `${code(entry.text)} is no identity provider. It must be the ARN of a \`saml-provider\` or an \`oidc-provider\`, or the domain of a provider such as \`accounts.google.com\`.`,
        };
      }
    },
    TRUST,
  ),

  error(
    'mismatched-action-for-principal',
    function* (policy) {
      for (const statement of policy.statements) {
        const kinds = new Set(statement.principals.filter((entry) => !entry.not).map(kindOf));
        if (statement.effect !== 'Allow' || kinds.size === 0 || kinds.has(undefined)) continue;
        for (const entry of statement.action?.entries ?? []) {
          const wanted = (['saml', 'web identity', 'aws'] as const).find(
            (kind) => ACTION_FOR[kind].toLowerCase() === entry.text.toLowerCase(),
          );
          if (!wanted || kinds.has(wanted)) continue;
          const [only] = kinds;
          const meant = kinds.size === 1 && only ? ACTION_FOR[only] : undefined;
          const taken = meant !== undefined && covers(statement, meant);
          yield {
            at: entry,
            message: `${code(entry.text)} is for ${WORDS_FOR[wanted]}, and the statement names none, so nobody can use it.${meant === undefined ? '' : ` For the principal that stands here it is \`${meant}\`.`}`,
            fixes:
              meant === undefined || taken
                ? []
                : [proposal(`Write ${meant}`, replaceValue(entry.node, meant))],
          };
        }
      }
    },
    TRUST,
  ),

  error(
    'missing-action-for-roles-anywhere-trust-policy',
    function* (policy) {
      for (const statement of policy.statements) {
        const anywhere = statement.principals.some(({ text }) => text === 'rolesanywhere.amazonaws.com');
        if (statement.effect !== 'Allow' || !anywhere || !statement.action) continue;
        const missing = ROLES_ANYWHERE.filter((action) => !covers(statement, action));
        if (missing.length === 0) continue;
        const before = statement.action.entries.map((entry) => entry.text);
        const edit =
          missing.length === 1
            ? appendEntry(policy.text, statement.action.node, missing[0]!)
            : replaceValue(statement.action.node, [...before, ...missing]);
        yield {
          at: statement.action,
          message: `IAM Roles Anywhere needs three actions to make a session, and ${listedCode(missing)} ${missing.length === 1 ? 'is' : 'are'} missing: nobody can assume the role through it.`,
          fixes: [fix('Add what is missing', edit)],
        };
      }
    },
    TRUST,
  ),

  suggestion(
    'redundant-principal-in-role-trust-policy',
    function* (policy) {
      for (const { principals } of policy.statements) {
        const roles = new Map<string, PrincipalEntry>();
        for (const entry of principals) {
          const arn = parseArn(entry.text);
          if (arn?.service !== 'iam' || !arn.resource.startsWith('role/')) continue;
          roles.set(`${arn.account}/${arn.resource.slice(arn.resource.lastIndexOf('/') + 1)}`, entry);
        }
        for (const entry of principals) {
          const arn = parseArn(entry.text);
          if (arn?.service !== 'sts' || !arn.resource.startsWith('assumed-role/')) continue;
          const role = roles.get(`${arn.account}/${arn.resource.split('/')[1] ?? ''}`);
          if (!role || role.not !== entry.not) continue;
          yield {
            at: entry,
            message: `${code(role.text)} already stands for all sessions of that role, ${code(entry.text)} among them. Remove the session.`,
            related: [role],
            fixes: [fix('Remove the session', remove(entry.node))],
          };
        }
      }
    },
    TRUST,
  ),
];
