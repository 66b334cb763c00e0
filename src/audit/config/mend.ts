/** What mends a finding of a Config rule: the command, with the names that are known. AWS CLI Command Reference, `iam`. */
import type { Account } from '../../intake/account/read';
import { INLINE_LISTS } from '../../intake/account/read';
import { shellWord } from '../../intake/ask/shell';
import { listAt, textAt } from '../../intake/evidence/values';

interface Mend {
  readonly mend?: string;
}

type Mender = (name: string, account: Account) => string | undefined;

const inlineOf = (name: string, { principals, groups }: Account): string | undefined => {
  const holder =
    principals.find((one) => one.name === name && listAt(one.detail, INLINE_LISTS[one.kind]).length > 0) ??
    (groups.has(name) ? { kind: 'group' as const, detail: groups.get(name)! } : undefined);
  const policy = holder && textAt(listAt(holder.detail, INLINE_LISTS[holder.kind])[0], 'PolicyName');
  return holder === undefined || policy === undefined
    ? undefined
    : `aws iam delete-${holder.kind}-policy --${holder.kind}-name ${shellWord(name)} --policy-name ${shellWord(policy)}`;
};

const MENDERS: Readonly<Record<string, Mender>> = {
  'iam-user-no-policies-check': (name, account) => {
    const user = account.principals.find((one) => one.kind === 'user' && one.name === name);
    const arn = textAt(listAt(user?.detail, 'AttachedManagedPolicies')[0], 'PolicyArn');
    return arn === undefined
      ? inlineOf(name, account)
      : `aws iam detach-user-policy --user-name ${shellWord(name)} --policy-arn ${shellWord(arn)}`;
  },
  'iam-user-group-membership-check': (name) =>
    `aws iam add-user-to-group --user-name ${shellWord(name)} --group-name GROUP`,
  'iam-group-has-users-check': (name) => `aws iam delete-group --group-name ${shellWord(name)}`,
  'iam-no-inline-policy-check': inlineOf,
  'iam-policy-blacklisted-check': (name, { principals, groups }) => {
    const kind =
      principals.find((one) => one.name === name)?.kind ?? (groups.has(name) ? 'group' : undefined);
    return kind === undefined
      ? undefined
      : `aws iam detach-${kind}-policy --${kind}-name ${shellWord(name)} --policy-arn arn:aws:iam::aws:policy/AdministratorAccess`;
  },
  'access-keys-rotated': (name) => `aws iam create-access-key --user-name ${shellWord(name)}`,
  'iam-user-mfa-enabled': (name) =>
    `aws iam enable-mfa-device --user-name ${shellWord(name)} --serial-number SERIAL --authentication-code1 CODE --authentication-code2 CODE`,
  'mfa-enabled-for-iam-console-access': (name) =>
    `aws iam enable-mfa-device --user-name ${shellWord(name)} --serial-number SERIAL --authentication-code1 CODE --authentication-code2 CODE`,
  'iam-user-unused-credentials-check': (name) => `aws iam list-access-keys --user-name ${shellWord(name)}`,
  'iam-root-access-key-check': () => 'aws iam delete-access-key --access-key-id OLD_KEY_ID',
};

export function mendFor(rule: string, name: string, account: Account): Mend {
  const mend = MENDERS[rule]?.(name, account);
  return mend === undefined ? {} : { mend };
}
