import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  NO_PARTS,
  PARTS_OF,
  principalFields,
  readPrincipal,
  tidyPath,
  type PrincipalForm,
  type PrincipalParts,
} from '../../src/features/request/principalParts';

const word = fc.stringMatching(/^[A-Za-z][\w+=,.@-]{0,12}$/);
const account = fc.stringMatching(/^\d{12}$/);
const path = fc.array(word, { maxLength: 3 }).map((words) => tidyPath(words.join('/')));

const anyParts: fc.Arbitrary<PrincipalParts> = fc.record({
  form: fc.constantFrom(...(Object.keys(PARTS_OF) as PrincipalForm[])),
  partition: fc.constantFrom('aws', 'aws-cn', 'aws-us-gov'),
  account,
  path,
  name: word,
  role: word,
  session: word,
  parent: fc.tuple(account, word).map(([id, name]) => `arn:aws:iam::${id}:user/${name}`),
  provider: word,
  service: fc.stringMatching(/^[a-z]{2,9}$/).map((name) => `${name}.amazonaws.com`),
});

describe('building a principal from parts', () => {
  it('reads back every part that the form has', () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        const read = readPrincipal(principalFields(parts));
        const names = PARTS_OF[parts.form];
        expect(read.form).toBe(parts.form);
        expect(names.map((name) => read[name])).toEqual(names.map((name) => parts[name]));
      }),
    );
  });

  it.each([
    [
      'user',
      { path: 'team/ci', name: 'alice' },
      { principal: 'arn:aws:iam::111122223333:user/team/ci/alice' },
    ],
    [
      'roleSession',
      { path: '/jobs/', role: 'Nightly', session: 'run-1' },
      {
        principal: 'arn:aws:sts::111122223333:assumed-role/Nightly/run-1',
        role: 'arn:aws:iam::111122223333:role/jobs/Nightly',
      },
    ],
    // Without a path the session's ARN says it all.
    [
      'roleSession',
      { role: 'Nightly', session: 'run-1' },
      { principal: 'arn:aws:sts::111122223333:assumed-role/Nightly/run-1' },
    ],
    ['root', {}, { principal: 'arn:aws:iam::111122223333:root' }],
    [
      'federatedUser',
      { name: 'bob', parent: 'arn:aws:iam::111122223333:user/broker' },
      {
        principal: 'arn:aws:sts::111122223333:federated-user/bob',
        user: 'arn:aws:iam::111122223333:user/broker',
      },
    ],
    ['anonymous', {}, { principal: '*' }],
  ] as const)('%s %j', (form, parts, expected) => {
    expect(principalFields({ ...NO_PARTS, account: '111122223333', form, ...parts })).toEqual(expected);
  });

  it('takes a web identity provider without an account for one that is built into IAM', () => {
    expect(readPrincipal({ principal: 'accounts.google.com' })).toMatchObject({
      form: 'oidcProvider',
      account: '',
      provider: 'accounts.google.com',
    });
  });

  it('offers an empty user form for text that is no principal', () => {
    expect(readPrincipal({ principal: 'alice' })).toEqual(NO_PARTS);
  });
});
