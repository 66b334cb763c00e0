import { describe, expect, it } from 'vitest';
import { arnPieces } from '../../src/features/request/arnPieces';
import { withPrincipal } from '../../src/features/request/behind';
import { setOrganization } from '../../src/features/request/organization';
import { partProblem } from '../../src/features/request/partProblem';
import { tidyPasted } from '../../src/features/request/tidy';
import { resourceUnderstood } from '../../src/features/request/understood';
import { emptyScenario } from '../../src/formats/schema';

describe('pasting into a field', () => {
  it.each([
    ['  arn:aws:s3:::bucket/key \n', 'arn:aws:s3:::bucket/key'],
    ['"arn:aws:s3:::bucket/key",', 'arn:aws:s3:::bucket/key'],
    ["'s3:GetObject'", 's3:GetObject'],
    ['arn:aws:sts::111122223333:\n  assumed-role/App/one', 'arn:aws:sts::111122223333:assumed-role/App/one'],
    ['"Resource": "arn:aws:s3:::bucket/*",', 'arn:aws:s3:::bucket/*'],
    // A quote or a blank inside a key is part of it.
    ['arn:aws:s3:::bucket/it\'s "here" now', 'arn:aws:s3:::bucket/it\'s "here" now'],
  ])('%j', (pasted, kept) => {
    expect(tidyPasted(pasted)).toBe(kept);
  });
});

describe('showing an ARN', () => {
  it('sets the prefix back, and the account and resource forth', () => {
    expect(arnPieces('arn:aws:iam::111122223333:user/alice')).toEqual([
      { text: 'arn:aws:iam::', tone: 'prefix' },
      { text: '111122223333', tone: 'main' },
      { text: ':', tone: 'joint' },
      { text: 'user/alice', tone: 'main' },
    ]);
    expect(arnPieces('arn:aws:s3:::bucket/a:b')).toEqual([
      { text: 'arn:aws:s3:::', tone: 'prefix' },
      { text: 'bucket/a:b', tone: 'main' },
    ]);
  });

  it.each(['*', 'lambda.amazonaws.com', 'arn:aws:s3', 'x'])('leaves %s whole', (text) => {
    expect(arnPieces(text)).toEqual([{ text, tone: 'main' }]);
  });

  it('never loses a character', () => {
    for (const text of ['', 'arn:::::', 'arn:aws:sqs:eu-west-1:111122223333:q', ':', 'arn:a:b:c:d:e:f'])
      expect(
        arnPieces(text)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
  });
});

describe('the form of a part', () => {
  it.each([
    ['account', '111122223333'],
    ['account', ''],
    ['organization', 'o-a1b2c3d4e5'],
    ['name', 'anything at all'],
    ['constructor', 'x'],
  ])('%s may be %j', (part, value) => {
    expect(partProblem(part, value)).toBeUndefined();
  });

  it.each([
    ['account', '1111-2222-3333', /Twelve digits/],
    ['managementAccount', '11112222333', /Twelve digits/],
    ['organization', 'r-a1b2', /`o-`/],
  ])('%s may not be %j', (part, value, message) => {
    expect(partProblem(part, value)).toMatch(message);
  });
});

describe('the role behind a session', () => {
  const before = {
    principal: 'arn:aws:sts::111122223333:assumed-role/App/one',
    role: 'arn:aws:iam::111122223333:role/team/App',
    action: '',
    resource: '',
  };

  it('stays while only the session name changes', () => {
    const principal = 'arn:aws:sts::111122223333:assumed-role/App/two';
    expect(withPrincipal(before, principal)).toEqual({ principal, role: before.role });
  });

  it.each([
    'arn:aws:sts::111122223333:assumed-role/Other/one',
    'arn:aws:sts::444455556666:assumed-role/App/one',
    'arn:aws:iam::111122223333:user/alice',
    '',
  ])('goes when the principal becomes %j', (principal) => {
    expect(withPrincipal(before, principal)).toEqual({ principal });
  });

  it('keeps the user behind a federated user of the same account', () => {
    const user = 'arn:aws:iam::111122223333:user/broker';
    const principal = 'arn:aws:sts::111122223333:federated-user/bob';
    expect(withPrincipal({ ...before, user }, principal)).toEqual({ principal, user });
    const foreign = 'arn:aws:sts::444455556666:federated-user/bob';
    expect(withPrincipal({ ...before, user }, foreign)).toEqual({ principal: foreign });
  });
});

describe('what a resource is', () => {
  it.each([
    ['arn:aws:s3:::bucket/key', 'object'],
    ['arn:aws:s3:::bucket', 'bucket'],
    ['arn:aws:ec2:eu-north-1:111122223333:instance/*', 'instance'],
    ['arn:aws:ec2:eu-west-1:111122223333:network-interface/eni-1', 'network interface'],
    ['arn:aws:sqs:eu-west-1:111122223333:jobs', 'queue'],
    ['*', 'no single resource'],
    ['arn:aws:s3', ''],
    ['', ''],
  ])('%s: %s', (resource, words) => {
    expect(resourceUnderstood(resource)).toBe(words);
  });
});

describe('the organization', () => {
  it('keeps only fields that are filled in, and goes when none is', () => {
    const given = setOrganization(emptyScenario(), { id: 'o-a1b2c3d4e5', managementAccount: '' });
    expect(given.organization).toEqual({ id: 'o-a1b2c3d4e5' });
    expect(setOrganization(given, { id: '' })).not.toHaveProperty('organization');
  });
});
