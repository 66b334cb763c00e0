/** Tests of MFA that do not do what they seem to. IAM User Guide: "aws:MultiFactorAuthPresent". */
import { warning } from './check';
import { usesOf } from './operators';
import { isKey } from './key-facts';

export const mfaChecks = [
  warning('bad-pattern-for-mfa', function* (policy) {
    for (const { entry, operator, statement } of usesOf(policy)) {
      if (!isKey(entry.key, 'aws:MultiFactorAuthPresent')) continue;
      const isFalse = entry.values.some(({ text }) => text?.toLowerCase() === 'false');
      if (!isFalse) continue;
      if (statement.effect === 'Allow' && operator.family === 'bool') {
        yield {
          at: entry,
          message:
            'This allows exactly the sessions without MFA. To demand MFA in an Allow, write `"Bool": {"aws:MultiFactorAuthPresent": "true"}`.',
        };
      } else if (statement.effect === 'Allow' && operator.family === 'null') {
        yield {
          at: entry,
          message:
            'This asks only whether the request says anything about MFA, and temporary credentials without MFA say so too. Write `"Bool": {"aws:MultiFactorAuthPresent": "true"}`.',
        };
      } else if (statement.effect === 'Deny' && operator.family === 'bool' && !operator.ifExists) {
        yield {
          at: entry,
          message:
            'Requests with long-term access keys lack the key, so this Deny does not stop them. Write `BoolIfExists` to deny everything without MFA.',
        };
      }
    }
  }),
];
