import { expect, it } from 'vitest';
import { evaluate } from '../../src/engine/evaluate';
import { describePrincipal } from '../../src/explain/principal';
import { scenario } from './support';

it.each([
  ['arn:aws:iam::111122223333:user/alice', 'IAM user'],
  ['arn:aws:sts::111122223333:assumed-role/ReportWriter/nightly-42', 'session of role ReportWriter'],
  ['arn:aws:iam::111122223333:role/path/ReportWriter', 'role, session not named'],
  ['arn:aws:iam::111122223333:root', 'root user'],
  ['arn:aws:sts::111122223333:federated-user/bob', 'federated user'],
  ['arn:aws:iam::111122223333:saml-provider/Staff', 'identity provider'],
  ['lambda.amazonaws.com', 'AWS service'],
  ['*', 'anonymous'],
  ['alice', ''],
])('%s is understood as "%s"', (principal, expected) => {
  expect(describePrincipal(evaluate(scenario({ principal })).principal)).toBe(expected);
});
