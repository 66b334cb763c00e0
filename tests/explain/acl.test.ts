import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/engine/evaluate';
import type { Scenario } from '../../src/case/scenario';
import { explain } from '../../src/explain/headline';
import { markdown } from '../../src/explain/rich';

function sentence(principal: string, grantee: string, policies: Scenario['policies']): string {
  const scenario: Scenario = {
    schema: 2,
    request: {
      principal,
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::example-site/index.html',
      resourceAccount: '111122223333',
    },
    policies,
    s3: { objectOwnership: 'BucketOwnerPreferred', acl: [{ grantee, permission: 'READ' }] },
  };
  return markdown(explain(scenario, evaluate(scenario)).sentence);
}

describe('an allow that comes from an S3 ACL', () => {
  it('names the ACL where no statement grants', () => {
    expect(sentence('*', 'AllUsers', {})).toBe('An S3 ACL lets this caller use `s3:GetObject`');
  });

  it('names the identity policy beside it for a user of another account', () => {
    const Statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
    const identity = [{ name: 'Read', document: { Version: '2012-10-17', Statement } }];
    expect(sentence('arn:aws:iam::444455556666:user/paul', 'AuthenticatedUsers', { identity })).toBe(
      'An S3 ACL and an identity policy allow `s3:GetObject` together',
    );
  });
});
