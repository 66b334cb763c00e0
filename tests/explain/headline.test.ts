import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/engine/evaluate';
import type { Policies, Scenario } from '../../src/case/scenario';
import { explain } from '../../src/explain/headline';
import { markdown } from '../../src/explain/rich';
import type { Quote } from '../../src/explain/types';
import { CROSS, DENIED, EMPTY, EXPLICIT, FULL_ACCESS, ONE } from './states';
import { policy, scenario } from './support';

function headline(scenario: Scenario) {
  const said = explain(scenario, evaluate(scenario));
  return {
    ...said,
    text: `${said.lead} ${markdown(said.sentence)}`,
    noteText: said.note && markdown(said.note),
    asideText: said.aside && markdown(said.aside.text),
    quoted: said.quotes.map(quoted),
  };
}

function quoted({ lead, code, policy, line }: Quote): string {
  return [lead, code, `${policy}, line ${line}`].filter((part) => part !== '').join(' | ');
}

describe('the states of the main screen', () => {
  it('a boundary without the Allow', () => {
    const said = headline(DENIED);
    expect(said.text).toBe('Denied. The permissions boundary has no Allow for `s3:PutObject`');
    expect(said.chip).toBe('Implicit deny');
    expect(said.tone).toBe('implicit');
    expect(said.quoted).toEqual([
      'Closest | "Action": ["s3:GetObject", "s3:ListBucket"] | DeveloperBoundary, line 7',
    ]);
    expect(said.noteText).toBe('The identity policy allows it, but a boundary caps it.');
    expect(said.aside?.title).toBe('AWS would print');
    expect(said.asideText).toBe(
      '…/nightly-42 is not authorized to perform: s3:PutObject on resource: "…/summary.csv" **because no permissions boundary allows the s3:PutObject action**',
    );
    expect(said.aside?.copy).toBe(
      'User: arn:aws:sts::111122223333:assumed-role/ReportWriter/nightly-42 is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::example-reports/2026/11/summary.csv" because no permissions boundary allows the s3:PutObject action',
    );
  });

  it('an SCP that denies the Region', () => {
    const said = headline(EXPLICIT);
    expect(said.text).toBe('Denied. An SCP on OU Workloads denies `ec2:RunInstances` outside two Regions');
    expect(said.chip).toBe('Explicit deny');
    expect(said.quoted).toEqual([
      'Denied by | "Sid": "DenyOutsideApprovedRegions" | ApprovedRegions, line 5',
    ]);
    expect(said.noteText).toBe('No Allow overrides a Deny. The rest would let it through.');
    expect(said.asideText).toBe(
      '…/ci-8841 is not authorized to perform: ec2:RunInstances on resource: …:instance/* **with an explicit deny in a service control policy**',
    );
  });

  it('two accounts that both allow', () => {
    const said = headline(CROSS);
    expect(said.text).toBe('Allowed. Both accounts allow `s3:GetObject`');
    expect(said.quoted).toEqual([
      'In 444455556666 | "Sid": "AnalyticsRead" | LakeBucketPolicy, line 5',
      'In 111122223333 | "Sid": "ReadCurated" | LakeReadAccess, line 5',
    ]);
    expect(said.aside?.title).toBe('Why both');
    expect(said.asideText).toBe(
      '**Both are needed.** Across accounts neither the bucket policy nor the identity policy is enough alone. Remove either statement and the request is denied.',
    );
  });

  it('one policy that names the bucket', () => {
    const said = headline(ONE);
    expect(said.text).toBe('Denied. No identity policy allows `s3:GetObject` on this object');
    expect(said.quoted).toEqual(['Closest | "Resource": "arn:aws:s3:::example-bucket" | BucketRead, line 8']);
    expect(said.noteText).toBe('The bucket, not its objects. The request is for example-bucket/photo.jpg.');
  });

  it('nothing asked', () => {
    const said = headline(EMPTY);
    expect(said.tone).toBe('empty');
    expect(said.text.trim()).toBe('What was asked, and which policies apply?');
    expect(said.quotes).toEqual([]);
  });
});

describe('what a Deny denies', () => {
  const deny = (Condition: object, more: object = {}) =>
    headline(
      scenario(
        {
          context: {
            'aws:SourceIp': '203.0.113.7',
            'aws:PrincipalOrgID': 'o-1',
            'aws:SourceVpce': 'vpce-9',
            'aws:SourceVpc': 'vpc-9',
          },
        },
        {
          scp: [
            {
              target: 'Root',
              policies: [
                FULL_ACCESS,
                {
                  name: 'Guard',
                  document: policy({
                    Sid: 'Guard',
                    Effect: 'Deny',
                    Action: 's3:*',
                    Resource: '*',
                    Condition,
                    ...more,
                  }),
                },
              ],
            },
          ],
        },
      ),
    ).text;
  const start = 'Denied. An SCP on the root denies';

  it.each([
    [{ NotIpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }, '`s3:GetObject` from outside `10.0.0.0/8`'],
    [
      { NotIpAddress: { 'aws:SourceIp': ['10.0.0.0/8', '192.168.0.0/16'] } },
      '`s3:GetObject` from outside two address ranges',
    ],
    [{ StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } }, '`s3:GetObject` except through `vpce-1`'],
    [{ StringNotEquals: { 'aws:SourceVpc': ['vpc-1', 'vpc-2'] } }, '`s3:GetObject` except inside two VPCs'],
    [{ StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-2' } }, '`s3:GetObject` to callers outside `o-2`'],
    [{ BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } }, '`s3:GetObject` without MFA'],
    [
      { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/Admin' } },
      '`s3:GetObject` to all but `arn:aws:iam::*:role/Admin`',
    ],
    [
      {
        StringNotEquals: { 'aws:PrincipalOrgID': 'o-2' },
        BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
      },
      '`s3:GetObject` to callers outside `o-2`, save AWS services',
    ],
    [
      {
        StringNotEquals: { 'aws:PrincipalOrgID': 'o-2' },
        ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/Admin' },
      },
      '`s3:GetObject` to callers outside `o-2`, save `arn:aws:iam::*:role/Admin`',
    ],
    [{ StringEquals: { 'aws:username': 'alice' } }, '`s3:GetObject` when `aws:username` is `alice`'],
    [{ StringNotLike: { 'aws:username': 'b*' } }, '`s3:GetObject` unless `aws:username` matches `b*`'],
    [{ Null: { 'aws:PrincipalTag/team': 'true' } }, '`s3:GetObject` when `aws:PrincipalTag/team` is absent'],
    [{ StringNotEquals: { 'aws:username': ['a', 'b', 'c'] } }, '`s3:GetObject`'],
    [
      { StringNotEquals: { 'aws:username': 'bob' }, StringEquals: { 'aws:PrincipalOrgID': 'o-1' } },
      '`s3:GetObject`',
    ],
  ])('%j', (condition, what) => {
    expect(deny(condition)).toBe(`${start} ${what}`);
  });

  it('is everything where action and resource are', () => {
    expect(deny({ NotIpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }, { Action: '*' })).toBe(
      `${start} everything from outside \`10.0.0.0/8\``,
    );
  });
});

describe('denials and allows of every kind of caller', () => {
  const allow = (fields: object = {}) => ({ Effect: 'Allow', Action: '*', Resource: '*', ...fields });
  const bucket = (Principal: unknown) => ({
    resource: { name: 'B', document: policy(allow({ Principal })) },
  });
  const SESSION_OF_APP = 'arn:aws:sts::111122223333:assumed-role/App/s1';

  it.each([
    [
      'arn:aws:iam::111122223333:root',
      {},
      'Allowed. The root user needs no Allow in its own account, and nothing denies `s3:GetObject`',
    ],
    ['*', bucket('*'), 'Allowed. The bucket policy lets everyone use `s3:GetObject`, signed in or not'],
    ['*', {}, 'Denied. No bucket policy allows `s3:GetObject`'],
    [
      'cloudtrail.amazonaws.com',
      bucket({ Service: 'cloudtrail.amazonaws.com' }),
      'Allowed. The bucket policy allows `cloudtrail.amazonaws.com` to use `s3:GetObject`',
    ],
    [
      SESSION_OF_APP,
      bucket({ AWS: 'arn:aws:iam::111122223333:role/App' }),
      'Allowed. The bucket policy alone allows `s3:GetObject`: it names the role',
    ],
    [
      SESSION_OF_APP,
      bucket({ AWS: SESSION_OF_APP }),
      'Allowed. The bucket policy alone allows `s3:GetObject`: it names the session directly',
    ],
    [
      'arn:aws:sts::111122223333:federated-user/bob',
      { identity: [{ name: 'P', document: policy(allow()) }] },
      'Denied. No session policy was passed, so the session may not use `s3:GetObject`',
    ],
    [
      'arn:aws:iam::111122223333:user/alice',
      { ...bucket({ AWS: '111122223333' }), identity: [{ name: 'P', document: policy(allow()) }] },
      'Allowed. An identity policy allows `s3:GetObject`, and nothing denies it',
    ],
    [
      'arn:aws:iam::111122223333:user/alice',
      {
        ...bucket({ AWS: 'arn:aws:iam::111122223333:user/alice' }),
        identity: [{ name: 'P', document: policy(allow()) }],
      },
      'Allowed. The bucket policy and an identity policy each allow `s3:GetObject`; either is enough',
    ],
  ] as const)('%s', (principal, policies, text) => {
    expect(headline(scenario({ principal }, policies as Policies)).text).toBe(text);
  });

  it('a service that refuses whatever the policies say', () => {
    const assume = { action: 'sts:GetSessionToken', resource: '*', principal: SESSION_OF_APP };
    expect(headline(scenario(assume)).text).toBe(
      'Denied. STS refuses `sts:GetSessionToken` to a role session',
    );
  });

  it('an action that needs no permission', () => {
    const said = headline(scenario({ action: 'sts:GetCallerIdentity', resource: '*' }));
    expect(said.text).toBe('Allowed. `sts:GetCallerIdentity` needs no permission');
  });

  it('a boundary whose silence does not matter', () => {
    const said = headline(
      scenario(
        {},
        {
          ...bucket({ AWS: 'arn:aws:iam::111122223333:user/alice' }),
          boundary: { name: 'Edge', document: policy(allow({ Action: 'ec2:*' })) },
        },
      ),
    );
    expect(said.text).toBe(
      'Allowed. The bucket policy alone allows `s3:GetObject`: it names the user directly',
    );
    expect(said.noteText).toBe(
      'No Allow is needed from the permissions boundary or the identity policy in the same account. A Deny there would still count.',
    );
  });

  it('a set that holds because it is empty', () => {
    const said = headline(
      scenario(
        {},
        {
          identity: [
            {
              name: 'P',
              document: policy(
                allow({ Condition: { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a'] } } }),
              ),
            },
          ],
        },
      ),
    );
    expect(said.noteText).toBe(
      '`aws:TagKeys` is absent from the request, and that makes `ForAllValues:StringEquals` true.',
    );
  });

  it('names every layer whose Allow is missing', () => {
    const other = { name: 'Edge', document: policy(allow({ Action: 'ec2:*' })) };
    expect(headline(scenario({}, { boundary: other })).text).toBe(
      'Denied. Neither an identity policy nor the permissions boundary allows `s3:GetObject`',
    );
    expect(
      headline(
        scenario(
          {},
          {
            boundary: other,
            endpoint: { ...other, document: policy(allow({ Principal: '*', Action: 'ec2:*' })) },
          },
        ),
      ).text,
    ).toBe(
      'Denied. No Allow for `s3:GetObject` in the VPC endpoint policy, an identity policy or the permissions boundary',
    );
  });

  it('quotes a bucket policy that all but grants', () => {
    const said = headline(scenario({}, bucket({ AWS: 'arn:aws:iam::111122223333:user/bob' })));
    expect(said.text).toBe('Denied. Neither an identity policy nor the bucket policy allows `s3:GetObject`');
    expect(said.quoted).toEqual([
      'Closest | "Principal": {"AWS": "arn:aws:iam::111122223333:user/bob"} | B, line 8',
    ]);
  });
});
