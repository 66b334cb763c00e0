import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/case/scenario';
import { toCdk } from '../../src/export/code/cdk';
import { toCloudFormation } from '../../src/export/code/cloudformation';
import { cloudFormationReader } from '../../src/intake/code/cloudformation/read';
import { managedPolicies } from '../support/real-policies';

const REQUEST = {
  principal: 'arn:aws:iam::111122223333:user/alice',
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::reports/a.csv',
};

function caseOf(document: object, placeholders: Scenario['placeholders'] = {}): Scenario {
  return {
    schema: 2,
    request: REQUEST,
    policies: { identity: [{ name: 'Read reports', document }] },
    placeholders,
  };
}

function policyOn(resource: unknown, more: object = {}): object {
  return {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: resource, ...more }],
  };
}

describe('policies as CloudFormation', () => {
  it('restore each placeholder to its reference, and keep policy variables', () => {
    const document = policyOn([
      '${Bucket.Arn}',
      '${Bucket.Arn}/${aws:username}/*',
      'arn:${AWS::Partition}:s3:::${Bucket}/*',
      '${ImportValue(net-x)}/*',
      '${var.env}',
      'arn:aws:s3:::b/${aws:username}',
    ]);
    const names = ['Bucket.Arn', 'AWS::Partition', 'Bucket', 'ImportValue(net-x)'];
    const yaml = toCloudFormation(
      caseOf(document, { ...Object.fromEntries(names.map((name) => [name, null])), 'var.env': 'prod' }),
    );
    expect(yaml).toBe(`AWSTemplateFormatVersion: '2010-09-09'
Parameters:
  VarEnv:
    Type: String
    Description: var.env
    Default: prod
Resources:
  ReadReports:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      ManagedPolicyName: Read-reports
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: s3:GetObject
            Resource:
              - !GetAtt Bucket.Arn
              - !Sub \${Bucket.Arn}/\${!aws:username}/*
              - !Sub arn:\${AWS::Partition}:s3:::\${Bucket}/*
              - !Sub
                - \${NetX}/*
                - NetX: !ImportValue net-x
              - !Ref VarEnv
              - arn:aws:s3:::b/\${aws:username}
`);
  });

  it.each([
    ['s3:GetObject', 'arn:aws:s3:::reports/a', 'AWS::S3::BucketPolicy', /Bucket: reports/],
    [
      'sqs:SendMessage',
      'arn:aws:sqs:eu-west-1:111122223333:jobs',
      'AWS::SQS::QueuePolicy',
      /https:\/\/sqs\.eu-west-1\.amazonaws\.com\/111122223333\/jobs/,
    ],
    ['kms:Decrypt', 'arn:aws:kms:eu-west-1:111122223333:key/1', 'AWS::KMS::Key', /KeyPolicy:/],
    [
      'sts:AssumeRole',
      'arn:aws:iam::111122223333:role/team/app',
      'AWS::IAM::Role',
      /RoleName: app[^]*AssumeRolePolicyDocument:/,
    ],
  ])('put the policy of %s on its resource', (action, resource, type, words) => {
    const document = policyOn('*', { Principal: '*' });
    const yaml = toCloudFormation({
      schema: 2,
      request: { ...REQUEST, action, resource },
      policies: { resource: { name: 'P', document } },
    })!;
    expect(yaml).toContain(`Type: ${type}`);
    expect(yaml).toMatch(words);
  });

  it('say what is left out', () => {
    const yaml = toCloudFormation({
      ...caseOf(policyOn('*')),
      policies: {
        identity: [
          { name: 'A', document: policyOn('*') },
          { name: 'B', text: '{' },
        ],
      },
    });
    expect(yaml).toMatch(/^# B is left out: its text is not there, or cannot be read\.\n/);
    expect(toCloudFormation({ schema: 2, request: REQUEST, policies: {} })).toBeUndefined();
  });
});

/** References of CloudFormation, as they stand in a document. */
const REFERENCES = ['Bucket.Arn', 'AWS::AccountId', 'Role', 'ImportValue(net-bucket)'] as const;

/** The document with a reference in the place of some letters of some texts, or at their end. */
function withReferences(document: object, picks: readonly number[]): { document: object; used: Set<string> } {
  let count = 0;
  const used = new Set<string>();
  const text = (value: string): string => {
    count += 1;
    if (!picks.includes(count % 17) || value === '2012-10-17' || value === 'Allow' || value === 'Deny')
      return value;
    const name = REFERENCES[count % REFERENCES.length]!;
    used.add(name);
    return count % 3 === 0 ? `\${${name}}` : `${value}\${${name}}`;
  };
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return text(value);
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, walk(item)]));
  };
  return { document: walk(document) as object, used };
}

describe('a policy written as CloudFormation', () => {
  const policies = [
    policyOn('arn:aws:s3:::b/${aws:username}', {
      Condition: {
        NumericLessThan: { 's3:max-keys': 10 },
        Bool: { 'aws:SecureTransport': false },
        StringLike: {
          's3:prefix': [
            'yes',
            '1e3',
            '012',
            '# x',
            'a: b',
            "it's",
            '- x',
            '',
            ' ',
            '!Ref',
            '*',
            '&a',
            '{',
            '%',
          ],
        },
      },
    }),
    ...managedPolicies(),
  ];

  it('comes back the same, with the same placeholders', () => {
    fc.assert(
      fc.property(fc.constantFrom(...policies), fc.array(fc.nat(16), { maxLength: 5 }), (policy, picks) => {
        const { document, used } = withReferences(policy, picks);
        const placeholders = Object.fromEntries([...used].map((name) => [name, null]));
        const yaml = toCloudFormation(caseOf(document, placeholders))!;
        const read = cloudFormationReader.read(yaml)!;
        expect(read.policies[0]?.notRead).toEqual([]);
        expect(read.policies[0]!.document).toEqual(document);
        expect(new Set(read.policies[0]!.placeholders)).toEqual(used);
      }),
      { numRuns: Number(process.env['RUNS'] ?? 60), seed: 7 },
    );
  });
});

describe('policies as CDK', () => {
  it('restore references, and name what has none', () => {
    const document = policyOn([
      '${bucket.bucketArn}/*',
      'arn:${AWS::Partition}:s3:::x',
      '${Bucket.Arn}',
      '${var.env}',
      "it's ${aws:username}",
    ]);
    const names = ['bucket.bucketArn', 'AWS::Partition', 'Bucket.Arn', 'var.env'];
    expect(toCdk(caseOf(document, Object.fromEntries(names.map((name) => [name, null])))))
      .toBe(`import { Aws, Fn } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';

declare const varEnv: string; // var.env

// Read reports: for a \`ManagedPolicy\` or \`Policy\`, as \`document\`
const readReports = iam.PolicyDocument.fromJson({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Action: 's3:GetObject',
      Resource: [
        \`\${bucket.bucketArn}/*\`,
        \`arn:\${Aws.PARTITION}:s3:::x\`,
        Fn.getAtt('Bucket', 'Arn').toString(),
        varEnv,
        'it\\'s \${aws:username}',
      ],
    },
  ],
});
`);
  });
});
