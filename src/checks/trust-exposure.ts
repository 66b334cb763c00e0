/** Who can assume a role. IAM User Guide: "The confused deputy problem", "Access to AWS accounts owned by third parties". */
import { parseArn } from '../language/arn';
import { security, suggestion, warning } from './check';
import type { PrincipalEntry, Statement } from './document';
import { isKey } from './key-facts';
import type { PolicyType } from './policy-type';
import { shortServiceName } from './service-principals';
import { code } from './words';

const TRUST: readonly PolicyType[] = ['trust'];

/** Services that run code of the account's users with the role. */
const COMPUTE: ReadonlySet<string> = new Set(['ec2', 'lambda', 'ecs-tasks', 'eks', 'pods.eks']);

const isEveryone = ({ kind, text, not }: PrincipalEntry): boolean =>
  text === '*' && !not && (kind === 'AWS' || kind === '*');

/** The account of an AWS principal. */
function accountOf({ kind, text }: PrincipalEntry): string | undefined {
  if (kind !== 'AWS') return undefined;
  return /^\d{12}$/.test(text) ? text : parseArn(text)?.account;
}

const guarded = (statement: Statement, keys: readonly string[]): boolean =>
  statement.conditions.some(({ key }) => keys.some((known) => isKey(key, known)));

function* trusted(statements: readonly Statement[]) {
  for (const statement of statements) {
    if (statement.effect !== 'Allow') continue;
    for (const entry of statement.principals) if (!entry.not) yield { statement, entry };
  }
}

export const trustExposureChecks = [
  security(
    'assumable-by-any-principal',
    function* (policy) {
      for (const { statement, entry } of trusted(policy.statements)) {
        if (!isEveryone(entry)) continue;
        const conditional = statement.conditions.length > 0;
        yield {
          at: entry,
          ...(conditional && { severity: 'warning' as const }),
          message: conditional
            ? 'Any principal of any AWS account can assume the role if the condition holds. Name those who may, and keep the condition as a second lock.'
            : 'Any principal of any AWS account can assume the role. Name those who may.',
        };
      }
    },
    TRUST,
  ),

  warning(
    'assumable-cross-account',
    function* (policy) {
      if (policy.account === undefined) return;
      for (const { statement, entry } of trusted(policy.statements)) {
        const account = accountOf(entry);
        if (account === undefined || !/^\d{12}$/.test(account) || account === policy.account) continue;
        const locked = guarded(statement, ['sts:ExternalId', 'aws:PrincipalOrgID', 'aws:PrincipalOrgPaths']);
        yield {
          at: entry,
          message: `The account ${code(account)} decides who of its users can assume the role.${locked ? '' : ' If it belongs to a service provider, demand an `sts:ExternalId`; if it is one of yours, demand `aws:PrincipalOrgID`.'}`,
        };
      }
    },
    TRUST,
  ),

  suggestion(
    'assumable-by-compute',
    function* (policy) {
      for (const { entry } of trusted(policy.statements)) {
        if (entry.kind !== 'Service' || !COMPUTE.has(shortServiceName(entry.text))) continue;
        yield {
          at: entry,
          message: `Whoever can run code on ${code(entry.text)} with this role acts with its permissions. Keep them to what that code needs, and limit who may pass the role.`,
        };
      }
    },
    TRUST,
  ),
];
