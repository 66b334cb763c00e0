/**
 * Config's rules that the credential report decides.
 * AWS Config Developer Guide: "access-keys-rotated", "iam-root-access-key-check", "iam-user-mfa-enabled",
 * "iam-user-unused-credentials-check", "mfa-enabled-for-iam-console-access", "root-account-mfa-enabled".
 */
import type { CredentialReport, CredentialRow } from '../../intake/report/credential-types';
import { wholeDays } from '../days';
import { judged, ruleBy, type ConfigParameters, type ConfigRule } from './types';

const number = (text: string | undefined, otherwise: number): number => {
  const value = Number(text);
  return text === undefined || text.trim() === '' || Number.isNaN(value) ? otherwise : value;
};

export function reportRules(
  { root, users }: CredentialReport,
  now: string,
  parameters: ConfigParameters = {},
): readonly ConfigRule[] {
  const age = number(parameters.maxAccessKeyAge, 90);
  const unused = number(parameters.maxCredentialUsageAge, 90);
  const each = (rule: string, compliant: (row: CredentialRow) => boolean): ConfigRule =>
    ruleBy(rule, Object.fromEntries(users.map((row) => [row.user, judged(compliant(row))])));
  const over = (time: string | undefined, days: number): boolean =>
    time !== undefined && wholeDays(time, now) > days;
  return [
    each('access-keys-rotated', ({ keys }) => !keys.some(({ active, made }) => active && over(made, age))),
    each('iam-user-mfa-enabled', ({ mfa }) => mfa),
    each('mfa-enabled-for-iam-console-access', ({ password, mfa }) => !password || mfa),
    each(
      'iam-user-unused-credentials-check',
      (row) =>
        !(row.password && over(row.passwordLastUsed ?? row.passwordChanged ?? row.created, unused)) &&
        !row.keys.some(({ active, lastUsed, made }) => active && over(lastUsed ?? made, unused)),
    ),
    ...(root === undefined
      ? []
      : [
          { rule: 'iam-root-access-key-check', status: judged(root.keys.length === 0) },
          // A member account without root credentials has nothing to protect; Security Hub passes it.
          { rule: 'root-account-mfa-enabled', status: judged(!root.password || root.mfa) },
        ]),
  ];
}
