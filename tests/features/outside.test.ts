import { describe, expect, it } from 'vitest';
import { outsideRows } from '../../src/features/outside/outsideRows';

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

describe('who outside can get in', () => {
  const rows = outsideRows(policy, { ownerAccount: '111122223333' });

  it('parts the public from accounts and services, and leaves the owner out', () => {
    expect(rows?.map(({ kind, who }) => [kind, who])).toEqual([
      ['public', 'Anybody, also without signing in'],
      ['accounts', 'arn:aws:iam::444455556666:role/App'],
      ['services', 'cloudtrail.amazonaws.com'],
    ]);
  });

  it('says nothing of a text that is not readable', () => {
    expect(outsideRows('{"Statement": [', {})).toBeUndefined();
  });

  it('tells conditions that narrow from those that do not, and leads to the statement', () => {
    expect(rows?.[1]).toMatchObject({
      actions: ['s3:PutObject'],
      narrowedBy: ['StringEquals aws:SourceAccount 111122223333'],
      others: ['StringEquals s3:x-amz-acl private'],
      path: 'Statement[1]',
    });
  });
});
