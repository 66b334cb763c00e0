/** Trust in OIDC identity providers. IAM User Guide: "Create a role for OpenID Connect federation"; GitHub: "Configuring OpenID Connect in AWS". */
import { security, suggestion, warning } from './check';
import type { PrincipalEntry, Statement } from './document';
import type { ConditionEntry } from './document-conditions';
import { insertLast, renameMember } from '../language/edits';
import { proposal } from './finding';
import type { PolicyType } from './policy-type';
import { claimLimit, issuerOfProvider } from './token-holders';
import { federatedKind } from './trust';
import { code } from './words';

const TRUST: readonly PolicyType[] = ['trust'];
const GITHUB = 'token.actions.githubusercontent.com';

/** The host of an OIDC provider, with its path: what its condition keys begin with. */
function issuerOf({ kind, text }: PrincipalEntry): string | undefined {
  if (kind !== 'Federated' || federatedKind(text) !== 'web identity') return undefined;
  return issuerOfProvider(text);
}

const isGithub = (issuer: string): boolean => issuer === GITHUB || issuer.startsWith(`${GITHUB}/`);

function claims(statement: Statement, issuer: string): readonly ConditionEntry[] {
  const prefix = `${issuer}:`.toLowerCase();
  return statement.conditions.filter((entry) => entry.key.toLowerCase().startsWith(prefix));
}

function* trustedIssuers(statements: readonly Statement[]) {
  for (const statement of statements) {
    if (statement.effect !== 'Allow') continue;
    for (const entry of statement.principals) {
      const issuer = entry.not ? undefined : issuerOf(entry);
      if (issuer !== undefined) yield { statement, entry, issuer };
    }
  }
}

function template(text: string, statement: Statement, operator: string, key: string, value: string) {
  const title = `Add ${key}${value.includes('@') ? ' with numbers' : ''}`;
  if (statement.condition) {
    const block = statement.conditions.find((entry) => entry.block.name === operator)?.block;
    return block
      ? [proposal(title, insertLast(text, block.node, key, value))]
      : [proposal(title, insertLast(text, statement.condition.node, operator, { [key]: value }))];
  }
  return [proposal(title, insertLast(text, statement.node, 'Condition', { [operator]: { [key]: value } }))];
}

/**
 * GitHub Docs, "OpenID Connect reference": the subject with names only, and the immutable one with the numbers of owner and
 * repository, which repositories have that were made or renamed since 15 July 2026.
 */
const SUBJECTS = [
  'repo:ORG/REPO:ref:refs/heads/BRANCH',
  'repo:ORG@ORG_ID/REPO@REPO_ID:ref:refs/heads/BRANCH',
] as const;

/** `repo:org/name:…` with the organization and the name spelt out, and something behind that is not only a wildcard. */
const NARROW_SUBJECT = /^repo:[^*?/]+\/[^*?:]+:[^*?]/;

export const identityProviderChecks = [
  security(
    'missing-condition-key-for-oidc-principal',
    function* (policy) {
      for (const { statement, entry, issuer } of trustedIssuers(policy.statements)) {
        if (claims(statement, issuer).length > 0) continue;
        yield {
          at: entry,
          message: `Everybody who can get a token from ${code(issuer)}, also for other applications, can assume the role. Demand at least the audience, ${code(`${issuer}:aud`)}.`,
          fixes: template(policy.text, statement, 'StringEquals', `${issuer}:aud`, 'YOUR-CLIENT-ID'),
        };
      }
    },
    TRUST,
  ),

  security(
    'missing-github-repo-condition-key',
    function* (policy) {
      for (const { statement, entry, issuer } of trustedIssuers(policy.statements)) {
        if (!isGithub(issuer)) continue;
        const subject = claims(statement, issuer).some(({ key }) =>
          /:(sub|repository|repository_id|job_workflow_ref)$/i.test(key),
        );
        if (subject) continue;
        yield {
          at: entry,
          message: `Workflows of every repository on GitHub can assume the role: the audience is the same for all. Demand the repository and the branch in ${code(`${issuer}:sub`)}.`,
          fixes: SUBJECTS.flatMap((subject) =>
            template(policy.text, statement, 'StringEquals', `${issuer}:sub`, subject),
          ),
        };
      }
    },
    TRUST,
  ),

  warning(
    'specific-github-repo-and-branch-recommended',
    function* (policy) {
      for (const { statement, issuer } of trustedIssuers(policy.statements)) {
        if (!isGithub(issuer)) continue;
        for (const entry of claims(statement, issuer)) {
          if (!/:sub$/i.test(entry.key) || entry.operator?.family !== 'string') continue;
          for (const value of entry.values) {
            if (value.text === undefined || NARROW_SUBJECT.test(value.text)) continue;
            const all = claimLimit(entry.key, [value.text], entry.operator.comparison) === undefined;
            yield {
              at: value,
              message: `${code(value.text)} admits workflows of ${all ? 'every repository on GitHub' : 'more than one repository or branch'}. Name both, as in \`repo:ORG/REPO:ref:refs/heads/main\`, or with their numbers, as in \`repo:ORG@ORG_ID/REPO@REPO_ID:ref:refs/heads/main\`.`,
            };
          }
        }
      }
    },
    TRUST,
  ),

  security(
    'foranyvalue-with-audience-claim-type',
    function* (policy) {
      for (const entry of policy.statements.flatMap((statement) => statement.conditions)) {
        if (!/:aud$/i.test(entry.key) || entry.operator?.set !== 'any') continue;
        yield {
          at: entry,
          message: `${code(entry.key)} has one value. \`ForAnyValue:\` is for keys with several, and invites conditions that mean something else. Drop it.`,
          fixes: [
            proposal(
              'Drop ForAnyValue',
              renameMember(entry.block, entry.block.name.replace(/^ForAnyValue:/i, '')),
            ),
          ],
        };
      }
    },
    TRUST,
  ),

  suggestion(
    'confirm-audience-claim-type',
    function* (policy) {
      for (const entry of policy.statements.flatMap((statement) => statement.conditions)) {
        if (!/:aud$/i.test(entry.key) || entry.operator?.set !== 'all') continue;
        yield {
          at: entry,
          message: `${code(entry.key)} has one value, and \`ForAllValues:\` is also true without any. Drop the prefix unless the provider really sends several.`,
          fixes: [
            proposal(
              'Drop ForAllValues',
              renameMember(entry.block, entry.block.name.replace(/^ForAllValues:/i, '')),
            ),
          ],
        };
      }
    },
    TRUST,
  ),
];
