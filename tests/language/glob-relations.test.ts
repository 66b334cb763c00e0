import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { globMatches, globOf } from '../../src/language/glob';
import { globCovers, globsMeet } from '../../src/language/glob-relations';

describe('globCovers', () => {
  it.each([
    ['*', '', true],
    ['*', '*', true],
    ['iam:Get*', 'iam:GetRole', true],
    ['iam:Get*', 'iam:Get*Report', true],
    ['iam:Get*', 'iam:*CredentialReport', false],
    ['a?c', 'abc', true],
    ['a?c', 'a*c', false],
    ['a?c', 'a?c', true],
    ['a*c', 'a?c', true],
    ['abc', 'a?c', false],
    ['a*b*c', 'a*c', false],
  ])('%s covers %s: %s', (wide, narrow, expected) => {
    expect(globCovers(wide, narrow)).toBe(expected);
  });
});

describe('globsMeet', () => {
  it.each([
    ['*', '', true],
    ['table/*', 'tables/Orders', false],
    ['table/*', 'table/Orders', true],
    ['*/object/*', 'accesspoint/a/*', true],
    ['a*c', 'a?b', false],
    ['a*b', '*c', false],
    ['?', '', false],
    ['a?c', '*b*', true],
    ['*ab*ab*', 'xabab', true],
    ['*ab*ab*', 'xabxa', false],
    ['*a?b*', 'aa?b', true],
    ['*', 'a*b', true],
    ['*a*', 'b*b', true],
    ['a*a', 'a', false],
    ['a*', '*', true],
    ['', '**', true],
  ])('%s and %s: %s', (one, other, expected) => {
    expect(globsMeet(one, other)).toBe(expected);
    expect(globsMeet(other, one)).toBe(expected);
  });
});

describe('both, against what matches', () => {
  const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 6 });
  const text = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 6 });

  it('whatever the covered pattern matches, the covering one matches', () => {
    fc.assert(
      fc.property(pattern, pattern, text, (wide, narrow, value) => {
        fc.pre(globCovers(wide, narrow) && globMatches(globOf(narrow), value));
        expect(globMatches(globOf(wide), value)).toBe(true);
      }),
    );
  });

  it('patterns that match one text meet', () => {
    fc.assert(
      fc.property(pattern, pattern, text, (one, other, value) => {
        fc.pre(globMatches(globOf(one), value) && globMatches(globOf(other), value));
        expect(globsMeet(one, other)).toBe(true);
      }),
    );
  });
});
