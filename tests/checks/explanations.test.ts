/** What resting on a word of a policy explains. */
import { beforeAll, describe as group, expect, it } from 'vitest';
import type { Catalog } from '../../src/catalog/service-reference';
import { describe } from '../../src/checks/assist/describe';
import { noCase, type CaseFacts } from '../../src/checks/assist/describe/case-facts';
import { loadCatalog } from '../support/catalog';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await loadCatalog();
});

const FACTS: CaseFacts = {
  ...noCase('resource'),
  callerAccount: '111122223333',
  resourceAccount: '444455556666',
  organization: 'o-abcdefghij',
  requestValue: (key) =>
    key === 'aws:SourceIp' ? '203.0.113.7' : key === 'aws:MultiFactorAuthPresent' ? null : undefined,
  lacks: (key) => key === 'aws:SourceVpce',
};

/** What is said at `|` inside a statement, in one line. */
function said(inside: string, facts: CaseFacts = FACTS): string {
  const marked = `{"Statement": [{${inside}}]}`;
  const found = describe(marked.replace('|', ''), marked.indexOf('|'), facts, catalog);
  return found?.markdown.replaceAll(/\s+/g, ' ') ?? '';
}

group('actions', () => {
  it('of a wildcard are counted by access level, and named', () => {
    expect(said('"Action": "sqs:Li|st*"')).toMatch(
      /^Covers \*\*4 actions\*\* of Amazon SQS \(.*Read.*\): `sqs:ListDeadLetterSourceQueues`/,
    );
  });
  it('that do not exist are called so', () => {
    expect(said('"Action": "sqs:Nothing|"')).toContain('Amazon SQS has no action `Nothing`');
    expect(said('"Action": "sqs:Nothing|*"')).toContain('covers no action of Amazon SQS');
    expect(said('"Action": "noservice:Get|"')).toContain('knows no service `noservice`');
  });
  it('say so when the reference is missing', () => {
    const text = '{"Statement": [{"Action": "s3:GetObject"}]}';
    expect(describe(text, 30, FACTS)?.markdown).toMatch(/^AWS’s service reference is not here/);
  });
});

group('ARNs', () => {
  const arn = 'arn:aws:sqs:eu-west-1:444455556666:orders';
  it('are told part by part, with whose account it is and what works on it', () => {
    const words = said(`"Action": ["sqs:SendMessage", "sqs:ListQueues"], "Resource": "${arn}|"`);
    expect(words).toContain('- Partition: `aws`, the commercial Regions');
    expect(words).toContain('- Service: `sqs`, Amazon SQS');
    expect(words).toContain('- Region: `eu-west-1`, a Region of this partition');
    expect(words).toContain('- Account: `444455556666`, the resource’s account in this case');
    expect(words).toContain('Stands for: queue.');
    expect(words).toContain('these work on it: `sqs:SendMessage`');
  });
  it('of no kind that exists, or that no action works on, say so', () => {
    const without = said('"Resource": "arn:aws:sqs:::|orders"');
    expect(without).toContain('Region: missing: the ARNs of this kind name the Region');
    expect(without).toContain('No kind of resource of this service');
    expect(said('"Resource": "arn:aws:s3:::b|"')).toContain('Region: none, as in all ARNs of this kind');
    expect(said(`"Action": "s3:GetObject", "Resource": "${arn}|"`)).toContain(
      'None of the statement’s actions',
    );
  });
  it('with wildcards and variables say what fills them', () => {
    expect(said('"Resource": "arn:aws:sqs:*:*|:x"')).toContain('- Account: `*`, any that fits');
    expect(said('"Resource": "arn:aws:s3:::b/${aws:user|name}/*"')).toContain(
      'A variable: the request’s `aws:username`',
    );
  });
  it('in place of everything depend on the policy', () => {
    expect(said('"Resource": "*|"', noCase('key'))).toContain('The key that the policy belongs to');
    expect(said('"NotResource": "*|"')).toContain('nothing is left');
  });
});

group('principals', () => {
  const aws = (text: string, facts = FACTS): string => said(`"Principal": {"AWS": "${text}|"}`, facts);
  it('tell an account from a role and a user', () => {
    expect(aws('arn:aws:iam::111122223333:root')).toContain(
      'The **account** `111122223333` (the caller’s account in this case)',
    );
    expect(aws('999988887777')).toContain('another account than');
    expect(aws('arn:aws:iam::111122223333:role/path/App')).toContain('**The role** `App`');
    expect(aws('arn:aws:iam::111122223333:user/alice')).toContain('no identity-based policy is needed');
    expect(aws('arn:aws:sts::111122223333:assumed-role/App/s1')).toContain('**One session** `s1`');
  });
  it('say what the account means to a key and to a role', () => {
    expect(aws('111122223333', noCase('key'))).toContain('lets the account’s own identity-based policies');
    expect(aws('111122223333', noCase('trust'))).toContain('allowed `sts:AssumeRole`');
  });
  it('know unique ids, services, providers and everyone', () => {
    expect(aws('AROAEXAMPLEID12345')).toContain('unique ID of **a role**');
    expect(aws('AIDAEXAMPLEID12345')).toContain('unique ID of **a user**');
    expect(said('"Principal": {"Service": "lambda.amazonaws.com|"}')).toContain(
      '**The AWS service** `lambda`',
    );
    expect(said('"Principal": {"Federated": "arn:aws:iam::111122223333:saml-provider/X|"}')).toContain(
      'SAML provider',
    );
    expect(said('"Principal": "*|"')).toContain('**Everyone**');
  });
});

group('conditions', () => {
  const at = (operator: string, key: string, value = ''): string =>
    said(`"Condition": {"${operator}": {"${key}": "${value}"}}`);
  it('say what an operator does when the key is absent', () => {
    expect(at('StringNotEquals|', 'x')).toContain('True also when the request has no such key');
    expect(at('StringEquals|', 'x')).toContain('False when the request has no such key');
    expect(at('StringEqualsIfExists|', 'x')).toContain('True when the request has no such key');
    expect(at('ForAllValues:StringEquals|', 'x')).toContain('True also when the request has no such key');
    expect(at('ForAnyValue:StringNotEquals|', 'x')).toContain('False when the request has no such key');
  });
  it('tell a key’s type and what this request has', () => {
    expect(at('IpAddress', 'aws:SourceIp|')).toContain('In this request: `203.0.113.7`');
    expect(at('Bool', 'aws:MultiFactorAuthPresent|')).toContain('In this request: not known');
    expect(at('StringEquals', 'aws:SourceVpce|')).toContain('This request does not have it');
    expect(at('StringEquals', 'aws:TagKeys|')).toContain('several values');
  });
  it('tell what an address range holds', () => {
    expect(at('IpAddress', 'aws:SourceIp', '203.0.113.128/25|')).toContain(
      '128 addresses, from `203.0.113.128` to `203.0.113.255`. Public.',
    );
    expect(at('IpAddress', 'aws:SourceIp', '10.1.2.3|')).toContain('One address, `10.1.2.3`. Private');
    expect(at('IpAddress', 'aws:SourceIp', '2001:db8::/32|')).toContain('from `2001:db8::` to');
    expect(at('IpAddress', 'aws:SourceIp', 'office|')).toContain('never matches');
  });
  it('read dates, times, accounts, organizations', () => {
    expect(at('DateLessThan', 'aws:CurrentTime', '2026-03-01T12:00:00+02:00|')).toContain(
      '`2026-03-01T10:00:00.000Z`',
    );
    expect(at('NumericLessThan', 'aws:MultiFactorAuthAge', '3600|')).toContain('3,600 seconds: 60 minutes');
    expect(at('StringEquals', 'aws:SourceAccount', '444455556666|')).toContain('the resource’s account');
    expect(at('StringEquals', 'aws:PrincipalOrgID', 'o-zzzzzzzzzz|')).toContain('Another organization');
  });
});

group('elements', () => {
  it('warn of what the negations mean under their effect', () => {
    expect(said('"Effect": "Allow", "NotAction|": "iam:*"')).toContain('those that AWS adds later too');
    expect(said('"Effect": "Deny", "NotAction|": "iam:*"')).toContain('only the listed actions are spared');
    expect(said('"Effect": "Allow", "NotPrincipal|": {"AWS": "111122223333"}')).toContain(
      'lets in the whole world',
    );
    expect(said('"Effect": "Deny", "NotPrincipal|": {"AWS": "111122223333"}')).toContain('names it in full');
    expect(said('"Effect": "Deny", "NotResource|": "*"')).toContain('only the listed resources are spared');
  });
  it('are all explained, each with AWS’s page', () => {
    for (const name of ['Sid', 'Effect', 'Principal', 'Action', 'Resource', 'Condition'])
      expect(said(`"${name}|": "x"`)).toContain(`reference_policies_elements_${name.toLowerCase()}.html`);
    expect(said('"Effect": "Deny|"')).toContain('No Allow anywhere');
  });
});
