/**
 * What the checks of credentials are called elsewhere. CIS numbers: prowler's compliance files for AWS (read August 2026), v3.0.0 and
 * v5.0.0 agree with the Security Hub User Guide, "CIS AWS Foundations Benchmark". Controls: Security Hub User Guide,
 * "Security Hub controls for IAM". Rules: AWS Config Developer Guide, a page for each.
 */
import type { CredentialFindingId } from './types';

/** The versions of the CIS AWS Foundations Benchmark, in the order of the numbers of a check. */
export const CIS_VERSIONS = ['v3.0.0', 'v4.0.1', 'v5.0.0', 'v6.0.0', 'v7.0.0'] as const;

/** A number for each version; null where that version has no such recommendation. */
export type CisNumbers = readonly [string, string, string, string, string | null];

export interface CheckSource {
  readonly cis?: CisNumbers;
  readonly config?: string;
  readonly securityHub?: string;
}

/** Passwords and keys are one recommendation. */
const UNUSED: CheckSource = {
  cis: ['1.12', '1.12', '1.11', '2.11', '2.11'],
  config: 'iam-user-unused-credentials-check',
  securityHub: 'IAM.22',
};

export const CREDENTIAL_SOURCES: Readonly<Record<CredentialFindingId, CheckSource>> = {
  'root-access-key': {
    cis: ['1.4', '1.4', '1.3', '2.3', '2.4'],
    config: 'iam-root-access-key-check',
    securityHub: 'IAM.4',
  },
  'root-mfa': {
    cis: ['1.5', '1.5', '1.4', '2.4', '2.5'],
    config: 'root-account-mfa-enabled',
    securityHub: 'IAM.9',
  },
  'root-used': { cis: ['1.7', '1.7', '1.6', '2.6', '2.7'] },
  'user-console-mfa': {
    cis: ['1.10', '1.10', '1.9', '2.9', '2.10'],
    config: 'mfa-enabled-for-iam-console-access',
    securityHub: 'IAM.5',
  },
  'password-unused': UNUSED,
  'key-unused': UNUSED,
  'key-old': {
    cis: ['1.14', '1.14', '1.13', '2.13', '2.12'],
    config: 'access-keys-rotated',
    securityHub: 'IAM.3',
  },
  'two-active-keys': { cis: ['1.13', '1.13', '1.12', '2.12', null] },
  'key-at-setup': { cis: ['1.11', '1.11', '1.10', '2.10', null] },
  'key-inactive': {},
  'signing-certificate': {},
  'no-credentials': {},
};

/** The names in one line: the number of CIS v5.0.0, the rule and the control. */
export function sourceWords({ cis, config, securityHub }: CheckSource): string {
  return [cis === undefined ? undefined : `CIS v5.0.0 ${cis[2]}`, config, securityHub]
    .filter((one) => one !== undefined)
    .join(' · ');
}
