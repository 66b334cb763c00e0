import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { globMatches, globOf } from '../../src/language/glob';
import { globsMeet } from '../../src/language/glob-relations';
import { commonText } from '../../src/language/glob-witness';

describe('commonText', () => {
  it.each([
    ['arn:aws:s3:::b/*', 'arn:aws:s3:::b/public/*', 'arn:aws:s3:::b/public/'],
    ['a*c', '*b*', 'abc'],
    ['a?', '?b', 'ab'],
    ['*', '*', ''],
    ['abc', 'abd', undefined],
    ['a', 'a?', undefined],
  ])('of %s and %s is %s', (one, other, text) => {
    expect(commonText(one, other)).toBe(text);
  });

  it('is matched by both patterns, and is found exactly where they meet', () => {
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '/', '*', '?'), maxLength: 10 });
    fc.assert(
      fc.property(pattern, pattern, (one, other) => {
        const text = commonText(one, other);
        expect(text !== undefined).toBe(globsMeet(one, other));
        if (text === undefined) return;
        expect(globMatches(globOf(one), text)).toBe(true);
        expect(globMatches(globOf(other), text)).toBe(true);
      }),
    );
  });

  it('takes bounded time for hostile patterns', () => {
    expect(commonText('*a'.repeat(250), '*b'.repeat(250))).toBeUndefined();
    expect(commonText(`${'*a'.repeat(250)}*`, `${'*b'.repeat(250)}*`)).toHaveLength(500);
  });
});
