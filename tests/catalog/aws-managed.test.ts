import { describe, expect, it } from 'vitest';
import { isAwsManaged } from '../../src/catalog/aws-managed';

describe('a policy that AWS manages', () => {
  it.each([
    'arn:aws:iam::aws:policy/job-function/Billing',
    'AdministratorAccess',
    'AmazonS3ReadOnlyAccess',
    'AWSCompromisedKeyQuarantineV3',
    'CloudWatchFullAccessV2',
    'IAMUserChangePassword',
    'AutoScalingServiceRolePolicy',
    'FullAWSAccess',
  ])('%s', (name) => {
    expect(isAwsManaged(name)).toBe(true);
  });

  it.each([
    'arn:aws:iam::111122223333:policy/AdministratorAccess',
    'AmazonianReads',
    'AWS',
    'CloudWatchTeam',
    'DeveloperBoundary',
    'ReadOnly',
    'S3Access',
  ])('is not %s', (name) => {
    expect(isAwsManaged(name)).toBe(false);
  });
});
