import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { globMatches, globOf } from '../../src/language/glob';

/** The same by regular expression, which counts a surrogate pair as one character. */
function asExpression(pattern: string): RegExp {
  const escaped = pattern.replaceAll(/[.+^${}()|[\]\\/]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'su');
}

describe('a pattern covers a text', () => {
  it('as a regular expression of the same meaning does', () => {
    const unit = fc.constantFrom('a', 'b', '*', '?', '\u{10000}', '\u{10FFFF}', '/');
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\u{10000}', '\u{10FFFF}', '/'), maxLength: 8 });
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 8 }), text, (pattern, actual) => {
        expect(globMatches(globOf(pattern), actual)).toBe(asExpression(pattern).test(actual));
      }),
      { numRuns: 2000, seed: 20261125 },
    );
  });

  it.each<[string, string, boolean]>([
    ['?', '\u{1F600}', true],
    ['??', '\u{1F600}', false],
    ['?', '\u{10000}', true],
    ['?', '\u{10FFFF}', true],
    // Half of a pair stands for itself.
    ['?', '\uD83D', true],
    ['??', '\uD83Da', true],
    ['?', '\uD83Da', false],
    ['??', '\uDE00\uD83D', true],
    ['??', '\uDBFF\uDBFF', true],
    ['??', '\uD800\uE000', true],
    ['??', '\uDC00\uDC00', true],
    ['a?', 'a', false],
    ['?', '', false],
    ['*', '', true],
    ['**', 'ab', true],
    ['a**', 'a', true],
  ])('%s and %s: %s', (pattern, actual, matches) => {
    expect(globMatches(globOf(pattern), actual)).toBe(matches);
  });
});
