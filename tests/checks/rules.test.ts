import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalog } from '../../src/catalog/service-reference';
import type { CheckId } from '../../src/checks/check-ids';
import { checkPolicy } from '../../src/checks/check-policy';
import type { CheckOptions } from '../../src/checks/check-policy';
import { applyEdits } from '../../src/language/edits';
import type { PolicyType } from '../../src/checks/policy-type';
import { loadCatalog } from '../support/catalog';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await loadCatalog();
});

const OWN = '111122223333';
const document = (statements: readonly object[], more: object = {}): object => ({
  Version: '2012-10-17',
  ...more,
  Statement: statements,
});
const find = (type: PolicyType, policy: object, options?: CheckOptions) =>
  checkPolicy(JSON.stringify(policy, null, 2), type, catalog, options);

const read = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' };
const when = (Condition: object, more: object = {}): object => ({ ...read, Condition, ...more });
const trust = (more: object): object => ({ Effect: 'Allow', Action: 'sts:AssumeRole', ...more });
const github = { Federated: `arn:aws:iam::${OWN}:oidc-provider/token.actions.githubusercontent.com` };
const workflow = (Condition: object): object =>
  trust({ Principal: github, Action: 'sts:AssumeRoleWithWebIdentity', Condition });
const rcp = (Condition: object): object => ({
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: '*',
  Condition,
});
const topic = (more: object): object => ({
  Effect: 'Allow',
  Principal: { Service: 's3.amazonaws.com' },
  Action: 'sns:Publish',
  Resource: `arn:aws:sns:us-east-1:${OWN}:alerts`,
  ...more,
});

type Row = readonly [id: CheckId, type: PolicyType, statements: readonly object[], path: string];
const C = 'Statement[0].Condition';

const FOUND: readonly Row[] = [
  [
    'invalid-condition-data-type',
    'identity',
    [when({ StringEquals: { 'aws:PrincipalTag/a': ['5', 5] } })],
    `${C}.StringEquals["aws:PrincipalTag/a"]`,
  ],
  [
    'variable-usage-too-permissive',
    'identity',
    [when({ StringLike: { 'aws:ResourceAccount': '${aws:PrincipalTag/account}' } })],
    `${C}.StringLike["aws:ResourceAccount"]`,
  ],
  [
    'invalid-kms-key-value',
    'identity',
    [
      {
        ...read,
        Action: 's3:PutObject',
        Condition: { StringEquals: { 's3:x-amz-server-side-encryption-aws-kms-key-id': 'alias/app' } },
      },
    ],
    `${C}.StringEquals["s3:x-amz-server-side-encryption-aws-kms-key-id"]`,
  ],
  [
    'missing-action-for-condition-key',
    'trust',
    [trust({ Principal: { AWS: OWN }, Condition: { StringEquals: { 'aws:RequestTag/team': 'red' } } })],
    `${C}.StringEquals["aws:RequestTag/team"]`,
  ],
  [
    'unsupported-condition-key-for-service-principal',
    'resource',
    [topic({ Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } })],
    `${C}.StringEquals["aws:PrincipalOrgID"]`,
  ],
  [
    'recommended-condition-key-for-service-principal',
    'resource',
    [topic({ Condition: { StringEquals: { 'aws:PrincipalAccount': OWN } } })],
    `${C}.StringEquals["aws:PrincipalAccount"]`,
  ],
  [
    'unique-sids-recommended',
    'resource',
    [topic({ Sid: 'a' }), topic({ Sid: 'a', Action: 'sns:Subscribe' })],
    'Statement[1].Sid',
  ],
  [
    'deprecated-global-condition-key',
    'resource',
    [topic({ Condition: { StringEquals: { 'aws:SourceOwner': OWN } } })],
    `${C}.StringEquals["aws:SourceOwner"]`,
  ],
  [
    'type-mismatch-string',
    'identity',
    [when({ BinaryEquals: { 'aws:PrincipalTag/a': 'no base64!' } })],
    `${C}.BinaryEquals["aws:PrincipalTag/a"]`,
  ],
  [
    'invalid-date-value',
    'identity',
    [when({ DateLessThan: { 'aws:CurrentTime': '1735689600' } })],
    `${C}.DateLessThan["aws:CurrentTime"]`,
  ],
  [
    'rcp-missing-related-service-principal-condition-key',
    'rcp',
    [rcp({ StringNotEquals: { 'aws:SourceOrgID': 'o-a1b2c3d4e5' } })],
    `${C}.StringNotEquals["aws:SourceOrgID"]`,
  ],
  [
    'rcp-missing-service-condition-key-null-check',
    'rcp',
    [rcp({ StringNotEquals: { 'aws:SourceOrgID': 'o-a1b2c3d4e5' } })],
    `${C}.StringNotEquals["aws:SourceOrgID"]`,
  ],
  [
    'use-condition-key-only-with-supported-services',
    'scp',
    [
      {
        Effect: 'Deny',
        Action: '*',
        Resource: '*',
        Condition: { StringNotEquals: { 'aws:VpceOrgID': 'o-a1b2c3d4e5' } },
      },
    ],
    `${C}.StringNotEquals["aws:VpceOrgID"]`,
  ],
  [
    'create-slr-with-star-in-resource-and-not-action',
    'identity',
    [{ Effect: 'Allow', NotAction: 's3:*', Resource: '*' }],
    'Statement[0].NotAction',
  ],
  [
    'create-slr-with-not-resource',
    'identity',
    [{ Effect: 'Allow', Action: 'iam:CreateServiceLinkedRole', NotResource: `arn:aws:iam::${OWN}:role/x` }],
    'Statement[0].NotResource',
  ],
  [
    'create-slr-with-star-in-action-and-not-resource',
    'identity',
    [{ Effect: 'Allow', Action: 'iam:*', NotResource: `arn:aws:iam::${OWN}:role/x` }],
    'Statement[0].NotResource',
  ],
  [
    'create-slr-with-not-action-and-not-resource',
    'identity',
    [{ Effect: 'Allow', NotAction: 's3:*', NotResource: `arn:aws:iam::${OWN}:role/x` }],
    'Statement[0].NotAction',
  ],
  [
    'deny-with-unsupported-tag-condition-key-for-service',
    'identity',
    [
      {
        Effect: 'Deny',
        Action: ['ec2:StopInstances', 's3:ListAllMyBuckets'],
        Resource: '*',
        Condition: { StringEquals: { 'aws:ResourceTag/env': 'prod' } },
      },
    ],
    `${C}.StringEquals["aws:ResourceTag/env"]`,
  ],
  [
    'deny-notaction-with-unsupported-tag-condition-key-for-service',
    'identity',
    [
      {
        Effect: 'Deny',
        NotAction: 'iam:*',
        Resource: '*',
        Condition: { StringEquals: { 'aws:ResourceTag/env': 'prod' } },
      },
    ],
    `${C}.StringEquals["aws:ResourceTag/env"]`,
  ],
  [
    'allow-with-unsupported-tag-condition-key-for-service',
    'identity',
    [
      {
        Effect: 'Allow',
        Action: ['ec2:StopInstances', 's3:ListAllMyBuckets'],
        Resource: '*',
        Condition: { StringEquals: { 'aws:ResourceTag/env': 'prod' } },
      },
    ],
    `${C}.StringEquals["aws:ResourceTag/env"]`,
  ],
  [
    'allow-notaction-with-unsupported-tag-condition-key-for-service',
    'identity',
    [
      {
        Effect: 'Allow',
        NotAction: 'iam:*',
        Resource: '*',
        Condition: { StringEquals: { 'aws:ResourceTag/env': 'prod' } },
      },
    ],
    `${C}.StringEquals["aws:ResourceTag/env"]`,
  ],
  [
    'foranyvalue-with-audience-claim-type',
    'trust',
    [
      workflow({
        'ForAnyValue:StringEquals': { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' },
      }),
    ],
    `${C}["ForAnyValue:StringEquals"]["token.actions.githubusercontent.com:aud"]`,
  ],
  [
    'confirm-audience-claim-type',
    'trust',
    [
      workflow({
        'ForAllValues:StringEquals': { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' },
      }),
    ],
    `${C}["ForAllValues:StringEquals"]["token.actions.githubusercontent.com:aud"]`,
  ],
  [
    'empty-array-condition-forallvalues',
    'identity',
    [when({ 'ForAllValues:StringEquals': { 'aws:TagKeys': [] } })],
    `${C}["ForAllValues:StringEquals"]["aws:TagKeys"]`,
  ],
  [
    'empty-array-condition-foranyvalue',
    'identity',
    [when({ 'ForAnyValue:StringEquals': { 'aws:TagKeys': [] } })],
    `${C}["ForAnyValue:StringEquals"]["aws:TagKeys"]`,
  ],
  [
    'empty-array-condition-ifexists',
    'identity',
    [when({ StringEqualsIfExists: { 'aws:PrincipalTag/a': [] } })],
    `${C}.StringEqualsIfExists["aws:PrincipalTag/a"]`,
  ],
  [
    'equivalent-to-null-true',
    'identity',
    [when({ StringNotLike: { 'aws:PrincipalTag/a': '*' } })],
    `${C}.StringNotLike["aws:PrincipalTag/a"]`,
  ],
  [
    'redundant-key-due-to-wildcard-in-condition',
    'identity',
    [when({ StringLikeIfExists: { 'aws:PrincipalTag/a': '*' } })],
    `${C}.StringLikeIfExists["aws:PrincipalTag/a"]`,
  ],
  [
    'redundant-statement-due-to-wildcard-in-condition',
    'identity',
    [when({ StringNotLikeIfExists: { 'aws:PrincipalAccount': '*' } })],
    `${C}.StringNotLikeIfExists["aws:PrincipalAccount"]`,
  ],
  [
    'infrastructure-modification',
    'identity',
    [{ ...read, Action: 'sqs:DeleteQueue', Resource: '*' }],
    'Statement[0]',
  ],
  [
    'permissions-management-actions',
    'identity',
    [{ ...read, Action: 'sqs:AddPermission', Resource: `arn:aws:sqs:*:${OWN}:q` }],
    'Statement[0].Action',
  ],
  [
    'resource-policy-privilege-escalation',
    'identity',
    [{ ...read, Action: ['s3:GetObject', 's3:PutBucketPolicy'], Resource: '*' }],
    'Statement[0].Action[1]',
  ],
  [
    'resource-star',
    'identity',
    [{ ...read, Action: 'sqs:GetQueueAttributes', Resource: '*' }],
    'Statement[0].Resource',
  ],
  [
    'resource-effectively-star',
    'identity',
    [{ ...read, Action: 'sqs:SendMessage', Resource: ['arn:aws:sqs:*:*:*'] }],
    'Statement[0].Resource[0]',
  ],
  [
    'string-operator-with-arn-key',
    'identity',
    [when({ StringEquals: { 'aws:PrincipalArn': `arn:aws:iam::${OWN}:role/a` } })],
    `${C}.StringEquals["aws:PrincipalArn"]`,
  ],
  [
    'allow-with-not-resource',
    'identity',
    [{ Effect: 'Allow', Action: 's3:GetObject', NotResource: 'arn:aws:s3:::b/*' }],
    'Statement[0].NotResource',
  ],
  [
    'allow-with-not-action',
    'identity',
    [{ Effect: 'Allow', NotAction: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' }],
    'Statement[0].NotAction',
  ],
  ['full-admin', 'identity', [{ Effect: 'Allow', Action: '*', Resource: '*' }], 'Statement[0]'],
  ['assumable-by-any-principal', 'trust', [trust({ Principal: { AWS: '*' } })], 'Statement[0].Principal.AWS'],
  [
    'assumable-by-compute',
    'trust',
    [trust({ Principal: { Service: ['lambda.amazonaws.com'] } })],
    'Statement[0].Principal.Service[0]',
  ],
  [
    'statement-never-matches',
    'identity',
    [when({ StringEquals: { 'aws:PrincipalTag/a': 'x' }, StringNotEquals: { 'aws:PrincipalTag/a': 'x' } })],
    'Statement[0]',
  ],
  [
    'statement-never-matches',
    'identity',
    [read, { ...read, Effect: 'Deny', Action: 's3:*' }],
    'Statement[0]',
  ],
  ['data-type-mismatch', 'identity', [{ ...read, Action: [7] }], 'Statement[0].Action[0]'],
  ['data-type-mismatch', 'identity', [{ ...read, Condition: [] }], 'Statement[0].Condition'],
  ['invalid-effect', 'identity', [{ ...read, Effect: 'Permit' }], 'Statement[0].Effect'],
  [
    'invalid-service',
    'identity',
    [when({ StringEquals: { 's33:prefix': 'a' } })],
    `${C}.StringEquals["s33:prefix"]`,
  ],
  ['invalid-action', 'identity', [{ ...read, Action: 's3:Fetch*' }], 'Statement[0].Action'],
  [
    'invalid-principal-format',
    'resource',
    [{ ...read, Principal: { AWS: 'alice' } }],
    'Statement[0].Principal.AWS',
  ],
  [
    'invalid-service-principal-format',
    'identity',
    [
      {
        ...read,
        Action: 'iam:PassRole',
        Resource: '*',
        Condition: { StringEquals: { 'iam:PassedToService': 'EC2.amazonaws.com' } },
      },
    ],
    `${C}.StringEquals["iam:PassedToService"]`,
  ],
  [
    'rcp-syntax-error-action',
    'rcp',
    [{ Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' }],
    'Statement[0].Action',
  ],
  ['wildcard-in-service-name', 'identity', [{ ...read, Action: 's3*:GetObject' }], 'Statement[0].Action'],
  [
    'type-mismatch',
    'identity',
    [when({ NumericEquals: { 'aws:SourceIp': '1' } })],
    `${C}.NumericEquals["aws:SourceIp"]`,
  ],
  [
    'unsupported-action-for-condition-key',
    'identity',
    [
      {
        ...read,
        Action: ['sqs:SendMessage', 's3:GetObject'],
        Condition: { StringEquals: { 'kms:KeySpec': 'RSA_2048' } },
      },
    ],
    'Statement[0].Action[1]',
  ],
  [
    'unsupported-action-in-policy',
    'resource',
    [{ ...read, Principal: '*', Action: ['s3:GetObject', 's3:ListAllMyBuckets'] }],
    'Statement[0].Action[1]',
  ],
  [
    'wildcard-without-like-operator',
    'identity',
    [when({ StringEquals: { 'aws:PrincipalTag/a': ['x', 'y*'] } })],
    `${C}.StringEquals["aws:PrincipalTag/a"][1]`,
  ],
  ['mismatched-action-for-principal', 'trust', [trust({ Principal: github })], 'Statement[0].Action'],
  [
    'bad-pattern-for-mfa',
    'identity',
    [when({ Bool: { 'aws:MultiFactorAuthPresent': 'false' } }, { Effect: 'Deny' })],
    `${C}.Bool["aws:MultiFactorAuthPresent"]`,
  ],
];

describe('finds', () => {
  it.each(FOUND)('%s', (id, type, statements, path) => {
    const policy = document(statements);
    const found = find(type, policy).filter((finding) => finding.id === id);
    expect(found.map((finding) => finding.path)).toContain(path);
    const text = JSON.stringify(policy, null, 2);
    for (const finding of found) {
      for (const { title, edits } of finding.fixes) {
        const mended = checkPolicy(applyEdits(text, edits), type, catalog);
        const left = mended.filter((one) => one.id === id && one.path === finding.path);
        expect(left, title).toEqual([]);
      }
    }
  });

  it('old-version', () => {
    expect(find('identity', document([read], { Version: '2008-10-17' })).map(({ id }) => id)).toEqual([
      'old-version',
    ]);
  });

  it('assumable-cross-account, when the account of the role is known', () => {
    const policy = document([trust({ Principal: { AWS: [OWN, '444455556666'] } })]);
    const paths = (options?: CheckOptions) =>
      find('trust', policy, options).flatMap(({ id, path }) =>
        id === 'assumable-cross-account' ? [path] : [],
      );
    expect(paths()).toEqual([]);
    expect(paths({ account: OWN })).toEqual(['Statement[0].Principal.AWS[1]']);
  });

  it('policies that are too large', () => {
    const filler = Array.from({ length: 400 }, (_, at) => `arn:aws:s3:::a-bucket-with-a-long-name-${at}/*`);
    const ids = (type: PolicyType) =>
      find(type, document([{ ...read, Resource: filler, Principal: '*' }])).map(({ id }) => id);
    expect(ids('rcp')).toContain('policy-size-exceeds-rcp-quota');
    expect(ids('scp')).toContain('policy-size-exceeds-scp-quota');
    expect(ids('trust')).toContain('policy-size-exceeds-role-trust-policy-quota');
    expect(ids('resource')).toContain('policy-size-exceeds-resource-policy-quota');
    expect(ids('identity')).toContain('policy-size-exceeds-identity-policy-quota');
  });
});

const SILENT: readonly Row[] = [
  [
    'redundant-statement-due-to-wildcard-in-condition',
    'identity',
    [when({ StringNotLikeIfExists: { 'aws:PrincipalTag/a': '*' } })],
    'a key that may be absent',
  ],
  [
    'invalid-service-condition-key',
    'trust',
    [
      workflow({
        StringEquals: { 'token.actions.githubusercontent.com:sub': 'repo:a/b:ref:refs/heads/main' },
      }),
    ],
    'a claim',
  ],
  [
    'specific-github-repo-and-branch-recommended',
    'trust',
    [workflow({ StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:a/b:ref:refs/heads/*' } })],
    'a repository and its branches',
  ],
  [
    'invalid-service-condition-key',
    'identity',
    [
      when(
        { StringEquals: { 'secretsmanager:ResourceTag/x': 'y' } },
        { Action: 'secretsmanager:GetSecretValue', Resource: '*' },
      ),
    ],
    'a tag',
  ],
  ['missing-qualifier', 'identity', [when({ Null: { 'aws:TagKeys': 'false' } })], 'a test of presence'],
  ['unsupported-sid', 'resource', [topic({ Sid: 'With spaces' })], 'a type of policy that takes them'],
  [
    'invalid-condition-multiple-boolean',
    'identity',
    [when({ 'ForAnyValue:Bool': { 'aws:SecureTransport': ['true', 'false'] } })],
    'a set',
  ],
  [
    'privilege-escalation',
    'identity',
    [
      { Effect: 'Allow', Action: 'iam:CreateAccessKey', Resource: '*' },
      { Effect: 'Deny', Action: 'iam:*', Resource: '*' },
    ],
    'what is denied everywhere',
  ],
  [
    'privilege-escalation',
    'scp',
    [{ Effect: 'Allow', Action: 'iam:CreateAccessKey', Resource: '*' }],
    'a policy that grants nothing',
  ],
  [
    'resource-mismatch',
    'identity',
    [
      {
        ...read,
        Action: ['s3:GetObject', 's3:ListBucket'],
        Resource: ['arn:aws:s3:::b', 'arn:aws:s3:::b/*'],
      },
    ],
    'a resource for each action',
  ],
  [
    'resource-mismatch',
    'identity',
    [{ ...read, Action: 's3:*', Resource: 'arn:aws:s3:::b/*' }],
    'a pattern of which one action fits',
  ],
  [
    'missing-arn-account',
    'identity',
    [{ ...read, Action: 'ssm:GetDocument', Resource: 'arn:aws:ssm:*::document/AWS-RunShellScript' }],
    'a resource of AWS',
  ],
  [
    'invalid-arn-region',
    'identity',
    [{ ...read, Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:us-*-1:*:q' }],
    'a pattern of Regions',
  ],
  [
    'variable-unsupported-in-version',
    'identity',
    [{ ...read, Resource: 'arn:aws:s3:::b/${aws:username}/*' }],
    'the current version',
  ],
  [
    'statement-never-matches',
    'identity',
    [
      when({
        StringEquals: { 'aws:PrincipalTag/a': ['x', 'y'] },
        StringNotEquals: { 'aws:PrincipalTag/a': 'x' },
      }),
    ],
    'a value that is left',
  ],
  [
    'restrict-access-to-service-principal',
    'resource',
    [topic({ Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::b' } } })],
    'a source',
  ],
  [
    'unsupported-action-in-policy',
    'key',
    [{ Effect: 'Allow', Principal: { AWS: OWN }, Action: 'kms:*', Resource: '*' }],
    'the actions of the key',
  ],
  [
    'invalid-principal-format',
    'resource',
    [
      { ...read, Principal: '*' },
      { ...read, Principal: { AWS: `arn:aws:sts::${OWN}:assumed-role/A/s` } },
    ],
    'forms that exist',
  ],
  [
    'private-ip-address',
    'identity',
    [
      when({
        IpAddress: { 'aws:VpcSourceIp': '10.0.0.0/8' },
        StringEquals: { 'aws:SourceVpc': 'vpc-12345678' },
      }),
    ],
    'the key for private addresses',
  ],
];

describe('is silent about', () => {
  it.each(SILENT)('%s (%s)', (id, type, statements, _why) => {
    expect(find(type, document(statements)).filter((finding) => finding.id === id)).toEqual([]);
  });
});

describe('privilege escalation', () => {
  const escalation = (...statements: readonly object[]) =>
    find('identity', document(statements)).filter(({ id }) => id === 'privilege-escalation');

  it('needs all actions of a path, from any statements', () => {
    const pass = { Effect: 'Allow', Action: 'iam:PassRole', Resource: '*' };
    const run = { Effect: 'Allow', Action: 'ec2:RunInstances', Resource: '*' };
    expect(escalation(run)).toEqual([]);
    const [found, ...more] = escalation(pass, run);
    expect(more).toEqual([]);
    expect(found?.path).toBe('Statement[1].Action');
    expect(found?.related?.map(({ path }) => path)).toEqual(['Statement[0].Action']);
  });

  it('tells the paths that one wildcard opens together', () => {
    const found = escalation({ Effect: 'Allow', Action: ['s3:*', 'iam:*'], Resource: '*' });
    expect(found.map(({ path }) => path)).toEqual(['Statement[0].Action[1]']);
    expect(found[0]?.message).toMatch(/known ways/);
  });

  it('leaves out paths that add nothing', () => {
    const keys = { Effect: 'Allow', Action: ['iam:CreateAccessKey', 'iam:DeleteAccessKey'], Resource: '*' };
    expect(escalation(keys)).toHaveLength(1);
  });

  it('says when the policy limits it', () => {
    const [found] = escalation({
      Effect: 'Allow',
      Action: 'iam:CreateAccessKey',
      Resource: `arn:aws:iam::${OWN}:user/me`,
    });
    expect(found?.message).toMatch(/limits this to the resources that it names/);
  });

  it('is not repeated for an administrator', () => {
    expect(escalation({ Effect: 'Allow', Action: '*', Resource: '*' })).toEqual([]);
  });
});

describe('a group as a principal', () => {
  it('is an error: AWS refuses to save it', () => {
    const document = {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:group/Developers' },
          Action: 's3:GetObject',
          Resource: '*',
        },
      ],
    };
    const found = checkPolicy(JSON.stringify(document), 'resource', catalog).filter(
      ({ id }) => id === 'invalid-principal-format',
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ severity: 'error' });
    expect(found[0]!.message).toContain('is a group');
  });
});
