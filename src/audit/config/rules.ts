/** The IAM rules of AWS Config that a report, an account or one policy decides, and no others. */
import type { Account } from '../../intake/account/read';
import type { CredentialReport } from '../../intake/report/credential-types';
import { accountRules } from './account-rules';
import { policyRules, type PolicyKind } from './policy-rules';
import { reportRules } from './report-rules';
import type { ConfigParameters, ConfigRule } from './types';

export interface ConfigInput {
  readonly report?: CredentialReport;
  readonly account?: Account;
  readonly policy?: { readonly document: unknown; readonly kind: PolicyKind };
  /** Of all rules together, by name; a rule without its required ones is left out. */
  readonly parameters?: ConfigParameters;
  /** ISO 8601; needed with a report. */
  readonly now?: string;
}

export interface ConfigResult {
  readonly rules: readonly ConfigRule[];
}

/**
 * What AWS Config's managed rules on IAM would say, as far as the input decides it.
 * AWS Config Developer Guide: "List of AWS Config Managed Rules".
 */
export function configRules({ report, account, policy, parameters = {}, now }: ConfigInput): ConfigResult {
  return {
    rules: [
      ...(report !== undefined && now !== undefined ? reportRules(report, now, parameters) : []),
      ...(account === undefined ? [] : accountRules(account, parameters)),
      ...(policy === undefined
        ? []
        : Object.entries(policyRules(policy.document, policy.kind, parameters)).map(([rule, status]) => ({
            rule,
            status,
          }))),
    ],
  };
}
