import { describe, expect, it } from 'vitest';
import type { Layer } from '../../src/case/scenario';
import { awsMessage, shortAwsMessage } from '../../src/explain/aws-message';
import { markdown } from '../../src/explain/rich';
import { ALICE, evaluation, scenario, SESSION, step } from './support';

const QUEUE = { action: 'sqs:SendMessage', resource: 'arn:aws:sqs:eu-west-1:111122223333:orders' };
const START = `User: ${ALICE} is not authorized to perform: sqs:SendMessage on resource: ${QUEUE.resource}`;

function implicit(layer: Layer, fields = {}) {
  return awsMessage(scenario(QUEUE), evaluation({ missing: [layer], ...fields }));
}

function explicit(layer: Layer) {
  const decidedBy = [{ layer, policy: 'P', statement: 0 }];
  return awsMessage(scenario(QUEUE), evaluation({ decision: 'ExplicitlyDenied', decidedBy }));
}

describe('the sentence AWS would print', () => {
  it.each([
    ['identity', 'identity-based policy'],
    ['resource', 'resource-based policy'],
    ['boundary', 'permissions boundary'],
    ['session', 'session policy'],
    ['scp', 'service control policy'],
    ['endpoint', 'VPC endpoint policy'],
  ] as const)('names %s when its Allow is missing', (layer, name) => {
    expect(implicit(layer)).toBe(`${START} because no ${name} allows the sqs:SendMessage action`);
  });

  it.each([
    ['identity', 'an identity-based policy'],
    ['resource', 'a resource-based policy'],
    ['boundary', 'a permissions boundary'],
    ['session', 'a session policy'],
    ['scp', 'a service control policy'],
    ['rcp', 'a resource control policy'],
    ['endpoint', 'a VPC endpoint policy'],
  ] as const)('names %s when it denies', (layer, name) => {
    expect(explicit(layer)).toBe(`${START} with an explicit deny in ${name}`);
  });

  it('calls the policy of a role its trust policy', () => {
    const assume = scenario({ action: 'sts:AssumeRole', resource: 'arn:aws:iam::111122223333:role/App' });
    expect(awsMessage(assume, evaluation({ missing: ['resource'] }))).toMatch(
      /on resource: arn:aws:iam::111122223333:role\/App because no role trust policy allows the sts:AssumeRole action$/,
    );
    const decidedBy = [{ layer: 'resource', policy: 'Trust', statement: 0 }] as const;
    expect(awsMessage(assume, evaluation({ decision: 'ExplicitlyDenied', decidedBy }))).toMatch(
      /with an explicit deny in the role trust policy$/,
    );
  });

  it('quotes the ARN for S3, and leaves `*` out', () => {
    expect(awsMessage(scenario(), evaluation({ missing: ['identity'] }))).toBe(
      `User: ${ALICE} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::example-bucket/photo.jpg" because no identity-based policy allows the s3:GetObject action`,
    );
    const listing = scenario({ action: 's3:ListAllMyBuckets', resource: '*' });
    expect(awsMessage(listing, evaluation({ missing: ['identity'] }))).toBe(
      `User: ${ALICE} is not authorized to perform: s3:ListAllMyBuckets because no identity-based policy allows the s3:ListAllMyBuckets action`,
    );
  });

  it('keeps S3’s reasons from outsiders', () => {
    const across = { missing: ['resource'] as const, crossAccount: true, resourceAccount: '444455556666' };
    expect(awsMessage(scenario(), evaluation(across))).toBe('Access Denied');
    const context = (['aws:PrincipalOrgID', 'aws:ResourceOrgID'] as const).map(
      (key) => ({ key, value: 'o-a1b2c3d4e5', origin: 'given', read: false }) as const,
    );
    expect(awsMessage(scenario(), evaluation({ ...across, context }))).toMatch(
      /because no resource-based policy/,
    );
    const anonymous = evaluation({ missing: ['resource'], principal: { kind: 'anonymous', name: '*' } });
    expect(awsMessage(scenario({ principal: '*' }), anonymous)).toBe('Access Denied');
  });

  it('has KMS’s own words where the key policy denies', () => {
    const key = scenario({ action: 'kms:Decrypt', resource: 'arn:aws:kms:eu-west-1:111122223333:key/1' });
    expect(awsMessage(key, evaluation({ missing: ['resource'] }))).toBe(
      `User: ${ALICE} is not authorized to perform: kms:Decrypt on this resource because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access`,
    );
    expect(awsMessage(key, evaluation({ missing: ['identity'] }))).toMatch(
      /because no identity-based policy/,
    );
  });

  it('tells web identity callers nothing', () => {
    const principal = { kind: 'federatedCaller', name: 'accounts.google.com' } as const;
    const assume = scenario({ action: 'sts:AssumeRoleWithWebIdentity', principal: 'accounts.google.com' });
    expect(awsMessage(assume, evaluation({ missing: ['resource'], principal }))).toBe(
      'Not authorized to perform sts:AssumeRoleWithWebIdentity',
    );
  });

  it('reports a blocked public bucket as an explicit deny', () => {
    const blocked = (rule: string) =>
      awsMessage(
        scenario(),
        evaluation({
          missing: ['resource'],
          steps: [step('resource', { kind: 'noAllow' }, { notes: [rule] })],
        }),
      );
    expect(blocked('s3-restrict-public-buckets')).toMatch(
      /with an explicit deny in a resource-based policy$/,
    );
    expect(blocked('s3-ignore-public-acls')).toMatch(/because no resource-based policy allows/);
    expect(blocked('s3-block-public-acls')).toMatch(
      /because public ACLs are prevented by the BlockPublicAcls/,
    );
  });

  it('is silent when nothing is denied', () => {
    expect(awsMessage(scenario(), evaluation({ decision: 'Allowed' }))).toBeUndefined();
    expect(awsMessage(scenario(), evaluation({ decision: 'Undetermined' }))).toBeUndefined();
  });

  it('folds long names and keeps the reason bold', () => {
    const upload = scenario({
      principal: SESSION,
      action: 's3:PutObject',
      resource: 'arn:aws:s3:::example-reports/2026/11/summary.csv',
    });
    expect(markdown(shortAwsMessage(upload, evaluation({ missing: ['boundary'] }))!)).toBe(
      '…/nightly-42 is not authorized to perform: s3:PutObject on resource: "…/summary.csv" **because no permissions boundary allows the s3:PutObject action**',
    );
    const launch = scenario({
      action: 'ec2:RunInstances',
      resource: 'arn:aws:ec2:eu-north-1:111122223333:instance/*',
    });
    expect(markdown(shortAwsMessage(launch, evaluation({ missing: ['identity'] }))!)).toMatch(
      /on resource: …:instance\/\* /,
    );
  });
});
