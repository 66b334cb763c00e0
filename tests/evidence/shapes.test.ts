/** Shapes of messages and events beyond the collected pastes. */
import { describe, expect, it } from 'vitest';
import { readEvidence } from '../../src/index';

const alice = 'arn:aws:iam::111122223333:user/alice';

describe('messages', () => {
  it('reads the panel of the console, with the action whole or in two parts', () => {
    const lines = (action: string): string =>
      `Access denied\nYou don't have permission to iam:ListUsers.\nUser: ${alice}\n${action}\nOn resource(s): arn:aws:iam::111122223333:user/\nContext: no identity-based policy allows the action\n`;
    for (const action of ['Action: iam:ListUsers', 'Service: iam\nAction: ListUsers'])
      expect(readEvidence(lines(action))).toMatchObject({
        kind: 'denial',
        request: { principal: alice, action: 'iam:ListUsers', resource: 'arn:aws:iam::111122223333:user/' },
        layer: 'identity',
        denial: 'implicit',
      });
    const explicit = `User: ${alice} Action: s3:ListBucket On resource(s): arn:aws:s3:::b Context: an explicit deny in a service control policy`;
    expect(readEvidence(explicit)).toMatchObject({ layer: 'scp', denial: 'explicit' });
  });

  it.each([
    ['identity-based policy', 'identity'],
    ['resource-based policy', 'resource'],
    ['permissions boundary', 'boundary'],
    ['session policy', 'session'],
    ['service control policy', 'scp'],
    ['resource control policy', 'rcp'],
    ['VPC endpoint policy', 'endpoint'],
    ['role trust policy', 'trust'],
  ])('knows the %s', (name, layer) => {
    const message = `User: ${alice} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::b/my key"`;
    expect(readEvidence(`${message} because no ${name} allows the s3:GetObject action`)).toMatchObject({
      layer,
      denial: 'implicit',
      request: { resource: 'arn:aws:s3:::b/my key' },
    });
    const article = /^[aeiou]/.test(name) ? 'an' : 'a';
    for (const lead of [article, 'the'])
      expect(readEvidence(`${message} with an explicit deny in ${lead} ${name}`)).toMatchObject({
        layer,
        denial: 'explicit',
      });
  });

  it('takes the ARN of the policy behind an implicit denial too', () => {
    const arn = 'arn:aws:iam::111122223333:policy/team/Limit';
    const text = `User: ${alice} is not authorized to perform: a:B on resource: * because no permissions boundary allows the a:B action: ${arn}.`;
    expect(readEvidence(text).policyArn).toBe(arn);
  });

  it('accepts the misprint "a sessions policy"', () => {
    const text = `User: ${alice} is not authorized to perform: a:B with an explicit deny in a sessions policy`;
    expect(readEvidence(text).layer).toBe('session');
  });

  it.each([
    'An error occurred (403) when calling the HeadObject operation: Forbidden',
    'Access Denied',
    'AccessDeniedException: Access denied',
    '<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>',
  ])('knows %j as a denial that tells nothing', (text) => {
    const evidence = readEvidence(text);
    expect(evidence.kind).toBe('denial');
    expect(evidence.request).toBeUndefined();
    expect(evidence.denial).toBeUndefined();
  });

  it('knows an encoded message pasted alone', () => {
    const blob = 'aB3_-'.repeat(60);
    expect(readEvidence(`\n${blob}\n`)).toMatchObject({ kind: 'encodedMessage', encoded: blob });
  });
});

describe('CloudTrail', () => {
  const event = (fields: object): string =>
    JSON.stringify({
      eventVersion: '1.09',
      userIdentity: { type: 'IAMUser', arn: alice, userName: 'alice', accessKeyId: 'AKIAIOSFODNN7EXAMPLE' },
      awsRegion: 'eu-west-1',
      recipientAccountId: '111122223333',
      ...fields,
    });
  const request = (fields: object) => readEvidence(event(fields)).request;

  it.each([
    ['s3', 'ListObjectsV2', 's3:ListBucket'],
    ['s3', 'CompleteMultipartUpload', 's3:PutObject'],
    ['lambda', 'Invoke', 'lambda:InvokeFunction'],
    ['lambda', 'UpdateFunctionConfiguration20150331v2', 'lambda:UpdateFunctionConfiguration'],
    ['cloudfront', 'CreateDistribution2020_05_31', 'cloudfront:CreateDistribution'],
    ['monitoring', 'PutMetricData', 'cloudwatch:PutMetricData'],
    ['email', 'SendEmail', 'ses:SendEmail'],
    ['apigateway', 'CreateRestApi', 'apigateway:POST'],
    ['bedrock', 'Converse', 'bedrock:InvokeModel'],
  ])('authorizes the call of %s %s as %s', (service, eventName, action) => {
    expect(request({ eventSource: `${service}.amazonaws.com`, eventName })?.action).toBe(action);
  });

  it('tells an object’s version from the object', () => {
    const requestParameters = { bucketName: 'b', key: 'k', versionId: 'v1' };
    const made = request({ eventSource: 's3.amazonaws.com', eventName: 'GetObject', requestParameters });
    expect(made).toMatchObject({
      action: 's3:GetObjectVersion',
      resource: 'arn:aws:s3:::b/k',
      context: { 's3:VersionId': 'v1' },
    });
  });

  it('takes tags in every shape', () => {
    const made = (requestParameters: object) =>
      request({ eventSource: 'ec2.amazonaws.com', eventName: 'CreateTags', requestParameters })?.context;
    const wanted = { 'aws:RequestTag/team': 'red', 'aws:TagKeys': ['team'] };
    expect(made({ tags: [{ key: 'team', value: 'red' }] })).toMatchObject(wanted);
    expect(made({ tags: { team: 'red' } })).toMatchObject(wanted);
    expect(made({ tagSet: { items: [{ key: 'team', value: 'red' }] } })).toMatchObject(wanted);
    expect(
      made({
        tagSpecificationSet: { items: [{ resourceType: 'instance', tags: [{ key: 'team', value: 'red' }] }] },
      }),
    ).toMatchObject(wanted);
  });

  it('gives a session with a long-term key no temporary-credential keys', () => {
    const context = request({
      eventSource: 's3.amazonaws.com',
      eventName: 'ListBuckets',
      userIdentity: {
        type: 'IAMUser',
        arn: alice,
        accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
        sessionContext: { attributes: { mfaAuthenticated: 'false', creationDate: '2024-01-01T00:00:00Z' } },
      },
    })?.context;
    expect(Object.keys(context ?? {})).not.toContain('aws:MultiFactorAuthPresent');
  });

  it('takes an address as public or private', () => {
    const source = (sourceIPAddress: string, vpcEndpointId?: string) =>
      request({ eventSource: 's3.amazonaws.com', eventName: 'ListBuckets', sourceIPAddress, vpcEndpointId })
        ?.context;
    expect(source('8.8.8.8')).toMatchObject({ 'aws:SourceIp': '8.8.8.8' });
    expect(source('2600:1f18::1')).toMatchObject({ 'aws:SourceIp': '2600:1f18::1' });
    expect(source('10.1.2.3')).not.toHaveProperty('aws:SourceIp');
    expect(source('10.1.2.3', 'vpce-1')).toMatchObject({
      'aws:VpcSourceIp': '10.1.2.3',
      'aws:SourceVpce': 'vpce-1',
    });
  });

  it('reads enriched events', () => {
    const made = request({
      eventSource: 's3.amazonaws.com',
      eventName: 'ListBuckets',
      eventContext: {
        requestContext: { 'aws:SourceVpc': 'vpc-1' },
        tagContext: { principalTags: { team: 'red' } },
      },
    });
    expect(made?.context).toMatchObject({ 'aws:SourceVpc': 'vpc-1', 'aws:PrincipalTag/team': 'red' });
  });
});
