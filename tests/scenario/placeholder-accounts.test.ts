import { describe, expect, it } from 'vitest';
import { accountRepair, withAccounts } from '../../src/case/placeholder-accounts';
import { policyText, type Scenario } from '../../src/case/scenario';
import { evaluate } from '../../src/engine/evaluate';

const caseOf = (principal: string, resource: string, policy: object): Scenario => ({
  schema: 2,
  request: { principal, action: 'sqs:SendMessage', resource },
  policies: {
    identity: [
      { name: 'P', document: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...policy }] } },
    ],
  },
});
const repaired = (scenario: Scenario): Scenario => {
  const repair = accountRepair(scenario);
  return repair ? withAccounts(scenario, repair) : scenario;
};
const allows = (resource: string) => ({ Action: 'sqs:SendMessage', Resource: resource });

describe('accounts that only stand for one', () => {
  it.each([
    ['<account-id>'],
    ['ACCOUNT'],
    ['ACCOUNT_ID'],
    ['your-account-id'],
    ['<AWS-account-ID>'],
    ['XXXXXXXXXXXX'],
    ['123456789'],
    ['1111-2222-3333'],
  ])('%s becomes the account of the caller everywhere', (name) => {
    const scenario = caseOf(
      'arn:aws:iam::111122223333:user/alice',
      `arn:aws:sqs:eu-west-1:${name}:jobs`,
      allows(`arn:aws:sqs:eu-west-1:${name}:jobs`),
    );
    expect(accountRepair(scenario)?.kind).toBe('standIn');
    const after = repaired(scenario);
    // A number that is no account may be another's; every other word means the caller's own.
    if (name !== '123456789') expect(evaluate(after).decision).toBe('Allowed');
    expect(JSON.stringify(after)).not.toContain(name);
  });

  it('keeps two numbers that are too short two accounts, and mends what stands alone too', () => {
    const scenario = caseOf('arn:aws:iam::123456789:user/bob', 'arn:aws:sqs:eu-west-1:987654321:jobs', {
      ...allows('arn:aws:sqs:*:987654321:*'),
      Condition: { StringEquals: { 'aws:ResourceAccount': '987654321' } },
    });
    const after = repaired(scenario);
    expect(after.request).toMatchObject({
      principal: 'arn:aws:iam::111122223333:user/bob',
      resource: 'arn:aws:sqs:eu-west-1:444455556666:jobs',
    });
    const [policy] = after.policies.identity as readonly { readonly name: string }[];
    expect(policyText(policy!)).toMatch(/"aws:ResourceAccount": ?"444455556666"/);
  });

  it('offers one account where request and policies use two of AWS’s examples', () => {
    const scenario = caseOf(
      'arn:aws:iam::111122223333:user/alice',
      'arn:aws:sqs:eu-west-1:111122223333:jobs',
      allows('arn:aws:sqs:eu-west-1:123456789012:jobs'),
    );
    expect(accountRepair(scenario)?.kind).toBe('mixed');
    expect(evaluate(repaired(scenario)).decision).toBe('Allowed');
  });

  it('leaves alone accounts that are some, two that are meant to differ, wildcards, variables and AWS’s own', () => {
    for (const resource of [
      'arn:aws:sqs:eu-west-1:111122223333:jobs',
      'arn:aws:sqs:eu-west-1:444455556666:jobs',
      'arn:aws:sqs:*:*:jobs',
      'arn:aws:sqs:*:${aws:PrincipalAccount}:jobs',
      'arn:aws:s3:::reports/*',
      'arn:aws:iam::aws:policy/ReadOnlyAccess',
    ]) {
      const scenario = caseOf('arn:aws:iam::111122223333:user/a', resource, allows(resource));
      expect(accountRepair(scenario), resource).toBeUndefined();
    }
  });
});
