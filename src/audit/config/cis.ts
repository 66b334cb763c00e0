/**
 * Recommendations of the CIS AWS Foundations Benchmark that an account's authorization details decide, and those of its IAM section
 * that neither they nor a credential report can tell. Numbers: as in `audit/credentials/sources.ts`.
 */
import { INLINE_LISTS, type Account } from '../../intake/account/read';
import { defaultDocument } from '../../intake/account/policies';
import { listAt, textAt, type JsonObject } from '../../intake/evidence/values';
import type { CisNumbers } from '../credentials/sources';
import { policyRules } from './policy-rules';

export interface CisCheck {
  readonly cis: CisNumbers;
  readonly say: string;
  /** Whom it finds: names of users, groups, roles or policies; for the support role: nobody has it. */
  readonly found: readonly string[];
  readonly passed: boolean;
  /** What mends the first of them. */
  readonly mend?: string;
}

interface Holder {
  readonly kind: 'user' | 'group' | 'role';
  readonly name: string;
  readonly detail: JsonObject;
}

const attachedTo = ({ detail }: Holder): readonly string[] =>
  listAt(detail, 'AttachedManagedPolicies').flatMap((entry) => textAt(entry, 'PolicyArn') ?? []);

const isAws = (arn: string, name: string): boolean =>
  new RegExp(`^arn:[^:]+:iam::aws:policy/${name}$`).test(arn);

export function cisChecks(account: Account): readonly CisCheck[] {
  const holders: readonly Holder[] = [
    ...account.principals,
    ...[...account.groups].map(([name, detail]) => ({ kind: 'group' as const, name, detail })),
  ];
  const direct = holders.filter(
    (holder) =>
      holder.kind === 'user' &&
      (attachedTo(holder).length > 0 || listAt(holder.detail, INLINE_LISTS.user).length > 0),
  );
  const attached = new Set(holders.flatMap(attachedTo));
  const wide = [...attached].filter((arn) => isWide(account, arn));
  const shell = holders.filter((holder) =>
    attachedTo(holder).some((arn) => isAws(arn, 'AWSCloudShellFullAccess')),
  );
  const support = [...attached].some((arn) => isAws(arn, 'AWSSupportAccess'));
  const [firstDirect] = direct;
  const [firstShell] = shell;
  return [
    {
      cis: ['1.15', '1.15', '1.14', '2.14', '2.13'],
      say: 'Users get permissions only through groups',
      found: direct.map(({ name }) => name),
      passed: direct.length === 0,
      ...(firstDirect !== undefined && {
        mend: `aws iam list-attached-user-policies --user-name ${firstDirect.name}`,
      }),
    },
    {
      cis: ['1.16', '1.16', '1.15', '2.15', '2.14'],
      say: 'No attached policy allows everything on everything',
      found: wide.map((arn) => arn.slice(arn.lastIndexOf('/') + 1)),
      passed: wide.length === 0,
      ...(wide[0] !== undefined && { mend: `aws iam list-entities-for-policy --policy-arn ${wide[0]}` }),
    },
    {
      cis: ['1.17', '1.17', '1.16', '2.16', '2.15'],
      say: 'Somebody can deal with AWS Support: AWSSupportAccess is attached',
      found: [],
      passed: support,
      ...(!support && {
        mend: 'aws iam attach-role-policy --role-name ROLE --policy-arn arn:aws:iam::aws:policy/AWSSupportAccess',
      }),
    },
    {
      cis: ['1.22', '1.22', '1.21', '2.21', '2.20'],
      say: 'AWSCloudShellFullAccess is attached to nobody',
      found: shell.map(({ name }) => name),
      passed: shell.length === 0,
      ...(firstShell !== undefined && {
        mend: `aws iam detach-${firstShell.kind}-policy --${firstShell.kind}-name ${firstShell.name} --policy-arn arn:aws:iam::aws:policy/AWSCloudShellFullAccess`,
      }),
    },
  ];
}

/** AWS's own AdministratorAccess counts too: the recommendation looks at whatever is attached. */
function isWide(account: Account, arn: string): boolean {
  const document = defaultDocument(account.managed.get(arn));
  return (
    document !== undefined &&
    policyRules(document, 'customer managed')['iam-policy-no-statements-with-admin-access'] ===
      'NON_COMPLIANT'
  );
}

/** What needs another answer of AWS, with the command that gives it. */
export const CIS_NOT_TOLD: readonly {
  readonly cis: CisNumbers;
  readonly say: string;
  readonly command: string;
}[] = [
  {
    cis: ['1.6', '1.6', '1.5', '2.5', '2.6'],
    say: 'The root user’s MFA is a hardware device',
    command: 'aws iam list-virtual-mfa-devices',
  },
  {
    cis: ['1.8', '1.8', '1.7', '2.7', '2.8'],
    say: 'Passwords have at least 14 characters',
    command: 'aws iam get-account-password-policy',
  },
  {
    cis: ['1.9', '1.9', '1.8', '2.8', '2.9'],
    say: 'The last 24 passwords cannot be used again',
    command: 'aws iam get-account-password-policy',
  },
  {
    cis: ['1.18', '1.18', '1.17', '2.17', '2.16'],
    say: 'Instances that call AWS have a role',
    command: 'aws ec2 describe-instances',
  },
  {
    cis: ['1.19', '1.19', '1.18', '2.18', '2.17'],
    say: 'No server certificate in IAM is expired',
    command: 'aws iam list-server-certificates',
  },
  {
    cis: ['1.20', '1.20', '1.19', '2.19', '2.18'],
    say: 'An access analyzer is active in every Region',
    command: 'aws accessanalyzer list-analyzers --type ACCOUNT',
  },
  {
    cis: ['1.21', '1.21', '1.20', '2.20', '2.19'],
    say: 'Users of several accounts are managed in one place',
    command: 'aws iam list-saml-providers',
  },
];
