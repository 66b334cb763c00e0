import { describe, expect, it } from 'vitest';
import type { LinkedRequest, Scenario } from '../../../src/case/scenario';
import { writeBack } from '../../../src/call/write-back';
import { viewOf } from '../../../src/call/view';

const KEY = 'arn:aws:kms:eu-west-1:444455556666:key/k';
const OBJECT = 'arn:aws:s3:::bucket/key';

const MAIN: Scenario = {
  schema: 2,
  request: {
    principal: 'arn:aws:iam::111122223333:user/alice',
    action: 's3:GetObject',
    resource: OBJECT,
    resourceAccount: '444455556666',
    context: {
      'aws:SourceIp': '203.0.113.7',
      'aws:SourceVpce': 'vpce-1',
      'aws:VpcSourceIp': '10.0.0.1',
      'aws:PrincipalTag/team': 'data',
      'aws:MultiFactorAuthPresent': 'true',
      'aws:ResourceTag/team': 'data',
      'aws:RequestTag/cost': '1',
      's3:ExistingObjectTag/x': 'y',
      's3:TlsVersion': '1.3',
      's3:x-amz-acl': 'private',
      'lambda:SourceFunctionArn': 'arn:aws:lambda:eu-west-1:111122223333:function:f',
    },
  },
  policies: {
    identity: [{ name: 'Mine', text: '{}' }],
    resource: { name: 'Bucket', text: '{}' },
    scp: [{ target: 'Root', policies: [] }],
    rcp: [{ target: 'Root', policies: [] }],
    endpoint: { name: 'Endpoint', text: '{}' },
  },
};

const seen = (linked: Omit<LinkedRequest, 'name'>, main: Scenario = MAIN): Scenario =>
  viewOf({ ...main, linked: [{ name: 'Other', ...linked }] }, 1);
const keys = (scenario: Scenario) => Object.keys(scenario.request.context ?? {}).sort();

describe('what a linked request takes over', () => {
  it('is all of the first one where nothing differs', () => {
    expect(seen({ request: {} })).toEqual(MAIN);
  });

  it('is, for a service that asks on the caller’s behalf, neither its network nor the keys of the first service', () => {
    const view = seen({ request: { action: 'kms:Decrypt', resource: KEY }, through: 's3.amazonaws.com' });
    expect(view.request.context).toEqual({
      'aws:SourceIp': '203.0.113.7',
      'aws:PrincipalTag/team': 'data',
      'aws:MultiFactorAuthPresent': 'true',
      'lambda:SourceFunctionArn': 'arn:aws:lambda:eu-west-1:111122223333:function:f',
      'aws:ViaAWSService': 'true',
      'aws:CalledVia': null,
      'kms:CallerAccount': '111122223333',
      'kms:ViaService': 's3.eu-west-1.amazonaws.com',
      'kms:EncryptionContext:aws:s3:arn': OBJECT,
      'kms:EncryptionContextKeys': ['aws:s3:arn'],
    });
    expect(view.request).not.toHaveProperty('resourceAccount');
  });

  it('follows the object and the key’s Region', () => {
    const view = seen(
      {
        request: { action: 'kms:Decrypt', resource: KEY.replace('eu-west-1', 'us-east-2') },
        through: 's3.amazonaws.com',
      },
      { ...MAIN, request: { ...MAIN.request, resource: `${OBJECT}/2` } },
    );
    expect(view.request.context).toMatchObject({
      'kms:ViaService': 's3.us-east-2.amazonaws.com',
      'kms:EncryptionContext:aws:s3:arn': `${OBJECT}/2`,
    });
  });

  it('follows the key that is filled in, whatever else is edited with it', () => {
    const linked = {
      name: 'Decrypt',
      request: { action: 'kms:Decrypt', resource: 'arn:aws:kms:us-east-1:444455556666:key/' },
      through: 's3.amazonaws.com',
    };
    const call: Scenario = { ...MAIN, linked: [linked] };
    const view = viewOf(call, 1);
    expect(view.request.context).toMatchObject({ 'kms:ViaService': 's3.us-east-1.amazonaws.com' });
    const filled = writeBack(call, 1, { ...view, request: { ...view.request, resource: KEY } });
    expect(filled.linked![0]!.request).toEqual({ action: 'kms:Decrypt', resource: KEY });
    expect(viewOf(filled, 1).request.context).toMatchObject({
      'kms:ViaService': 's3.eu-west-1.amazonaws.com',
    });
  });

  it('does not claim by which Region’s S3 while the key is not named', () => {
    const view = seen({ request: { action: 'kms:Decrypt', resource: '' }, through: 's3.amazonaws.com' });
    expect(view.request.context).toMatchObject({ 'kms:ViaService': null });
  });

  it('is nothing of the principal for another one', () => {
    const view = seen({ request: { principal: 'arn:aws:sts::444455556666:assumed-role/App/one' } });
    expect(keys(view)).not.toContain('aws:PrincipalTag/team');
    expect(keys(view)).not.toContain('aws:MultiFactorAuthPresent');
    expect(keys(view)).toContain('aws:SourceIp');
  });

  it('is nothing of the resource for another one, and of the call what every resource sees', () => {
    const view = seen({ request: { resource: 'arn:aws:s3:::other/key' } });
    expect(keys(view)).toEqual([
      'aws:MultiFactorAuthPresent',
      'aws:PrincipalTag/team',
      'aws:RequestTag/cost',
      'aws:SourceIp',
      'aws:SourceVpce',
      'aws:VpcSourceIp',
      'lambda:SourceFunctionArn',
      's3:TlsVersion',
    ]);
    expect(view.request).not.toHaveProperty('resourceAccount');
  });

  it('keeps EC2’s keys and tags to what they speak of', () => {
    const launch: Scenario = {
      schema: 2,
      request: {
        principal: 'arn:aws:iam::111122223333:user/alice',
        action: 'ec2:RunInstances',
        resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
        context: { 'ec2:InstanceType': 't3.micro', 'ec2:Region': 'eu-west-1', 'aws:RequestTag/team': 'web' },
      },
      policies: {},
    };
    const of = (resource: string) => keys(seen({ request: { resource } }, launch));
    expect(of('arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-1')).toEqual(['ec2:Region']);
    expect(of('arn:aws:ec2:eu-west-1:111122223333:volume/*')).toEqual(['aws:RequestTag/team', 'ec2:Region']);
    const pass = seen(
      { request: { action: 'iam:PassRole', resource: 'arn:aws:iam::111122223333:role/R' } },
      launch,
    );
    expect(keys(pass)).toEqual([]);
  });
});

describe('the layers of a linked request', () => {
  const layers = (linked: Omit<LinkedRequest, 'name'>) => Object.keys(seen(linked).policies).sort();

  it('are never the policy of another bucket, and no endpoint of another service', () => {
    expect(layers({ request: { resource: 'arn:aws:s3:::other/key' } })).toEqual([
      'endpoint',
      'identity',
      'scp',
    ]);
    expect(layers({ request: { resource: 'arn:aws:s3:::bucket/other', action: 's3:PutObject' } })).toEqual([
      'endpoint',
      'identity',
      'rcp',
      'resource',
      'scp',
    ]);
    expect(
      layers({ request: { action: 'kms:Decrypt', resource: KEY }, through: 's3.amazonaws.com' }),
    ).toEqual(['identity', 'rcp', 'scp']);
  });

  it('are not those of another principal; SCPs are its account’s', () => {
    expect(layers({ request: { principal: 'arn:aws:iam::111122223333:user/bob' } })).not.toContain(
      'identity',
    );
    expect(layers({ request: { principal: 'arn:aws:iam::111122223333:user/bob' } })).toContain('scp');
    expect(layers({ request: { principal: 'arn:aws:iam::444455556666:user/bob' } })).not.toContain('scp');
  });

  it('are not a trust policy where a role is passed', () => {
    const role = 'arn:aws:iam::111122223333:role/R';
    const main: Scenario = {
      ...MAIN,
      request: { ...MAIN.request, action: 'sts:AssumeRole', resource: role },
    };
    expect(seen({ request: { action: 'iam:PassRole' } }, main).policies).not.toHaveProperty('resource');
    expect(seen({ request: { action: 'sts:TagSession' } }, main).policies.resource).toBe(
      MAIN.policies.resource,
    );
  });

  it('are their own where they have some, and gone where they say null', () => {
    const own = { name: 'Own', text: '{}' };
    expect(seen({ request: {}, policies: { resource: own } }).policies.resource).toBe(own);
    expect(seen({ request: {}, policies: { resource: null } }).policies).not.toHaveProperty('resource');
  });
});

describe('what is edited in the view of a linked request', () => {
  const call: Scenario = { ...MAIN, linked: [{ name: 'Other', request: { action: 's3:GetObjectTagging' } }] };

  it('is of the whole case where it is the organization', () => {
    const view = viewOf(call, 1);
    const organization = { id: 'o-a1b2c3d4e5' };
    const after = writeBack(call, 1, { ...view, organization });
    expect(after.organization).toEqual(organization);
    const without = writeBack(after, 1, view);
    expect(Object.hasOwn(without, 'organization')).toBe(false);
    expect(without).toEqual(call);
  });
});
