import { describe, expect, it } from 'vitest';
import { outsideRows, type Outside, type OutsideRow } from '../../src/features/outside/outsideRows';

const policy = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*' },
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::444455556666:role/App', Service: 'cloudtrail.amazonaws.com' },
      Action: 's3:PutObject',
      Resource: '*',
      Condition: { StringEquals: { 'aws:SourceAccount': '111122223333', 's3:x-amz-acl': 'private' } },
    },
    { Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: 's3:*', Resource: '*' },
  ],
});

function readable(outside: Outside): readonly OutsideRow[] {
  if (outside.kind === 'unreadable') throw new Error(outside.why);
  return outside.rows;
}

describe('who outside can get in', () => {
  const rows = readable(outsideRows(policy, { ownerAccount: '111122223333' }, 'resource'));

  it('parts the public from accounts and services, and leaves the owner out', () => {
    expect(rows.map(({ kind, who }) => [kind, who])).toEqual([
      ['public', 'Anybody, also without signing in, and any AWS service'],
      ['accounts', 'arn:aws:iam::444455556666:role/App'],
      ['services', 'cloudtrail.amazonaws.com'],
    ]);
  });

  it.each([
    ['{"Statement": [', /belongs here/],
    ['{}', /Statement/],
    [
      '{"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "*", "Efect": "x"}]}',
      /Efect/,
    ],
    ['[1, 2]', /./],
  ])('says nothing of who gets in by %s', (text, why) => {
    const outside = outsideRows(text, {}, 'resource');
    expect(outside).toMatchObject({ kind: 'unreadable', why: expect.stringMatching(why) as string });
  });

  it('reads a trust policy as one: it names no resource', () => {
    const statement = { Effect: 'Allow', Principal: { AWS: '444455556666' }, Action: 'sts:AssumeRole' };
    const text = JSON.stringify({ Version: '2012-10-17', Statement: statement });
    const rows = readable(outsideRows(text, { ownerAccount: '111122223333' }, 'trust'));
    expect(rows.map(({ kind, who }) => [kind, who])).toEqual([['accounts', 'Account 444455556666']]);
  });

  it('says whom a provider lets in, by which provider, and what its subjects leave out', () => {
    const GITHUB = 'token.actions.githubusercontent.com';
    const provider = `arn:aws:iam::111122223333:oidc-provider/${GITHUB}`;
    const rowOf = (sub: string): OutsideRow =>
      readable(
        outsideRows(
          JSON.stringify({
            Version: '2012-10-17',
            Statement: {
              Effect: 'Allow',
              Principal: { Federated: provider },
              Action: 'sts:AssumeRoleWithWebIdentity',
              Condition: { StringLike: { [`${GITHUB}:sub`]: sub } },
            },
          }),
          { ownerAccount: '111122223333' },
          'trust',
        ),
      )[0]!;
    expect(rowOf('repo:*')).toMatchObject({
      kind: 'federated',
      who: 'Any repository of GitHub',
      notes: [`Signed in by \`${provider}\`.`],
      narrowedBy: [],
      others: [`StringLike ${GITHUB}:sub repo:*`],
    });
    expect(rowOf('repo:acme/shop:*')).toMatchObject({
      who: 'Repository `acme/shop`',
      notes: [expect.any(String), expect.stringContaining('repo:acme@OWNER_ID/shop@REPOSITORY_ID:*')],
      narrowedBy: [`StringLike ${GITHUB}:sub repo:acme/shop:*`],
      others: [],
    });
  });

  it('tells conditions that narrow from those that do not, and leads to the statement', () => {
    expect(rows[1]).toMatchObject({
      actions: ['s3:PutObject'],
      narrowedBy: ['StringEquals aws:SourceAccount 111122223333'],
      others: ['StringEquals s3:x-amz-acl private'],
      path: 'Statement[1]',
    });
  });
});
