import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/engine/evaluate';
import type { ContextValue, Policies, Request, Scenario } from '../../src/case/scenario';
import { sweep } from '../../src/reasoning/sweep';

const USER = 'arn:aws:iam::111122223333:user/ann';
const BUCKET = 'arn:aws:s3:::data/k';
const POINT = 'arn:aws:s3:eu-west-1:111122223333:accesspoint/ap';

/** Allows everything where the key has this value. */
function wanting(key: string, value: string): Policies {
  const Condition = { StringEquals: { [key]: value } };
  const Statement = [{ Effect: 'Allow', Action: '*', Resource: '*', Condition }];
  return { identity: [{ name: 'Own', document: { Version: '2012-10-17', Statement } }] };
}

function asked(request: Partial<Request>, policies: Policies): Scenario {
  return {
    schema: 2,
    request: { principal: USER, action: 's3:GetObject', resource: BUCKET, ...request },
    policies,
  };
}

function valueOf(key: string, request: Partial<Request>): ContextValue | undefined {
  const { context } = evaluate(asked(request, wanting(key, 'x')));
  return context.find((entry) => entry.key.toLowerCase() === key.toLowerCase())?.value;
}

describe('keys of a service that follow from the request', () => {
  const key = 'arn:aws:kms:eu-west-1:444455556666:key/k';

  it('are the account of the caller for KMS', () => {
    expect(valueOf('kms:CallerAccount', { action: 'kms:Decrypt', resource: key })).toBe('111122223333');
    const session = 'arn:aws:sts::555566667777:assumed-role/App/one';
    expect(valueOf('kms:CallerAccount', { principal: session, action: 'kms:Decrypt', resource: key })).toBe(
      '555566667777',
    );
  });

  it('are not there for a service, for an alias itself, and for actions that have no such key', () => {
    const none = (request: Partial<Request>) => expect(valueOf('kms:CallerAccount', request)).toBeUndefined();
    none({ principal: 'cloudtrail.amazonaws.com', action: 'kms:Decrypt', resource: key });
    none({ action: 'kms:ListKeys', resource: '*' });
    none({ action: 'kms:CreateAlias', resource: 'arn:aws:kms:eu-west-1:111122223333:alias/app' });
    none({ action: 's3:GetObject' });
    expect(valueOf('kms:CallerAccount', { action: 'kms:CreateKey', resource: '*' })).toBe('111122223333');
  });

  it('are the owner of the bucket and the access point for S3', () => {
    expect(valueOf('s3:ResourceAccount', { resourceAccount: '444455556666' })).toBe('444455556666');
    expect(valueOf('s3:ResourceAccount', { action: 's3:ListAllMyBuckets', resource: '*' })).toBeUndefined();
    expect(valueOf('s3:DataAccessPointArn', { resource: `${POINT}/object/k` })).toBe(POINT);
    expect(valueOf('s3:DataAccessPointAccount', { resource: POINT, action: 's3:ListBucket' })).toBe(
      '111122223333',
    );
    expect(valueOf('s3:DataAccessPointArn', {})).toBeUndefined();
  });

  it('are the Region for EC2, as far as it is known', () => {
    const action = 'ec2:StartInstances';
    const resource = 'arn:aws:ec2:eu-west-1:111122223333:instance/i-1';
    expect(valueOf('ec2:Region', { action, resource })).toBe('eu-west-1');
    expect(valueOf('ec2:Region', { action: 'ec2:DescribeInstances', resource: '*' })).toBeNull();
    const context = { 'aws:RequestedRegion': 'us-east-1' };
    expect(valueOf('ec2:Region', { action: 'ec2:DescribeInstances', resource: '*', context })).toBe(
      'us-east-1',
    );
    expect(valueOf('ec2:Region', { action: 's3:GetObject' })).toBeUndefined();
  });

  it('give way to what is given', () => {
    const context = { 'KMS:CallerAccount': '999988887777' };
    expect(valueOf('kms:CallerAccount', { action: 'kms:Decrypt', resource: key, context })).toBe(
      '999988887777',
    );
  });

  it('are shown only where a policy reads them', () => {
    const { context } = evaluate(asked({}, {}));
    expect(context.map((entry) => entry.key).filter((name) => !name.startsWith('aws:'))).toEqual([]);
  });
});

describe('many actions at once', () => {
  it('are decided with the keys of each service, and without those of another', () => {
    const actions = ['kms:Decrypt', 'kms:ListKeys', 's3:GetObject', 'kms:Encrypt', 'ec2:RunInstances'];
    const inOneAccount = asked({ resource: '*' }, wanting('kms:CallerAccount', '111122223333'));
    const each = actions.map((action) => {
      const { request } = inOneAccount;
      return evaluate({ ...inOneAccount, request: { ...request, action } }).decision;
    });
    expect([...sweep(inOneAccount, actions)].flat()).toEqual(each);
    // A key has its own policy; without an account of the caller the statement does not apply.
    expect(each[1]).toBe('ImplicitlyDenied');
    const ofBuckets = asked({ resource: BUCKET }, wanting('s3:ResourceAccount', '111122223333'));
    expect([...sweep(ofBuckets, ['sqs:SendMessage', 's3:GetObject', 's3:PutObject'])].flat()).toEqual([
      'ImplicitlyDenied',
      'Allowed',
      'Allowed',
    ]);
  });
});
