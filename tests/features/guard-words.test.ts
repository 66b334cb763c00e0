import { describe, expect, it } from 'vitest';
import { guardWords, readGuard } from '../../src/features/compare/guardWords';

describe('guards as sentences', () => {
  it.each([
    ['never s3:DeleteBucket', { kind: 'never', action: 's3:DeleteBucket' }],
    ['iam:PassRole on *', { kind: 'never', action: 'iam:PassRole', resource: '*' }],
    [
      'Never s3:* on arn:aws:s3:::b/* by arn:aws:iam::*:user/*',
      { kind: 'never', action: 's3:*', resource: 'arn:aws:s3:::b/*', by: 'arn:aws:iam::*:user/*' },
    ],
    [
      'Never iam:PassRole except on arn:aws:iam::*:role/app/* unless iam:PassedToService is lambda.amazonaws.com',
      {
        kind: 'never',
        action: 'iam:PassRole',
        exceptResource: 'arn:aws:iam::*:role/app/*',
        unless: { StringLike: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
      },
    ],
    [
      'never ec2:RunInstances unless aws:RequestTag/Owner is there',
      { kind: 'never', action: 'ec2:RunInstances', unless: { Null: { 'aws:RequestTag/Owner': 'false' } } },
    ],
    [
      'Never sts:AssumeRole except by 111122223333, ec2.amazonaws.com, arn:aws:iam::111122223333:oidc-provider/own',
      {
        kind: 'never',
        action: 'sts:AssumeRole',
        exceptPrincipal: {
          AWS: ['111122223333'],
          Service: ['ec2.amazonaws.com'],
          Federated: ['arn:aws:iam::111122223333:oidc-provider/own'],
        },
      },
    ],
    ['never any action on arn:aws:s3:::b', { kind: 'never', resource: 'arn:aws:s3:::b' }],
    ['Nobody outside o-a1b2c3d4e5', { kind: 'never', by: 'outside:o-a1b2c3d4e5' }],
    ['nobody outside 111122223333.', { kind: 'never', by: 'outside:111122223333' }],
  ])('%s', (sentence, guard) => {
    expect(readGuard(sentence)).toEqual(guard);
    expect(readGuard(guardWords(guard as never))).toEqual(guard);
  });

  it.each(['delete nothing', 'never', 's3', 'nobody outside here'])('%s is none', (sentence) => {
    expect(readGuard(sentence)).toBeUndefined();
  });
});
