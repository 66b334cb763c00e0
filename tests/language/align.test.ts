import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align } from '../../src/language/align';
import type { Alignment } from '../../src/language/align';
import { globMatches, globOf, joinGlobs, literalGlob } from '../../src/language/glob';
import type { Glob } from '../../src/language/glob';
import { within } from '../support/soon';

function laid(pattern: string, text: string): Alignment {
  return align(globOf(pattern), text)!;
}

/** What each wildcard took, and what is wanted and found where it stops. */
function told({ pattern, text, taken, stop }: Alignment) {
  const runs = taken.flatMap(({ wild, from, to }) => (wild === 0 ? [] : [text.slice(from, to)]));
  return { runs, ...(stop && { at: stop.text + 1, wanted: pattern[stop.pattern], found: text[stop.text] }) };
}

describe('a pattern laid over a text', () => {
  it('stops at the first character that differs', () => {
    expect(told(laid('arn:aws:s3:::reports/2026/*', 'arn:aws:s3:::reports-archive/2026/q1.csv'))).toEqual({
      runs: [],
      at: 21,
      wanted: '/',
      found: '-',
    });
  });

  it('tells what each wildcard took before it stops', () => {
    expect(told(laid('arn:aws:s3:::*/2026/q?.pdf', 'arn:aws:s3:::reports-archive/2026/q1.csv'))).toEqual({
      runs: ['reports-archive', '1'],
      at: 38,
      wanted: 'p',
      found: 'c',
    });
  });

  it('tells what they took of a text that it covers', () => {
    expect(told(laid('a*b?*', 'axxbcdef'))).toEqual({ runs: ['xx', 'c', 'def'] });
    expect(told(laid('*', ''))).toEqual({ runs: [''] });
  });

  it('shows the attempt that comes furthest in the pattern, the first runs short', () => {
    expect(told(laid('*/b/*/c', 'x/b/y/b/z/d'))).toEqual({
      runs: ['x', 'y'],
      at: 7,
      wanted: 'c',
      found: 'b',
    });
  });

  it('tells which of the two ends', () => {
    expect(told(laid('abc', 'ab'))).toEqual({ runs: [], at: 3, wanted: 'c', found: undefined });
    expect(told(laid('ab', 'abc'))).toEqual({ runs: [], at: 3, wanted: undefined, found: 'c' });
  });

  it('takes a surrogate pair as one character', () => {
    expect(told(laid('a?b', 'a😀b'))).toEqual({ runs: ['😀'] });
  });

  it('takes a star that a variable brought for what it is', () => {
    const glob = joinGlobs([globOf('team/'), literalGlob('*'), globOf('/*')]);
    expect(align(glob, 'team/red/x')).toMatchObject({ matches: false, stop: { pattern: 5, text: 5 } });
    expect(align(glob, 'team/*/x')).toMatchObject({ matches: true });
  });

  it('compares without regard to capitals where asked', () => {
    expect(align(globOf('S3:Get*'), 's3:getobject', { anyCapitals: true })?.matches).toBe(true);
    expect(laid('S3:Get*', 's3:getobject').matches).toBe(false);
  });
});

const letters = fc.constantFrom('a', 'b', '/', ':', '😀');
const signs = fc.constantFrom('a', 'b', '/', ':', '😀', '*', '*', '?');
const textOf = (of: fc.Arbitrary<string>) => fc.array(of, { maxLength: 12 }).map((list) => list.join(''));
const anyGlob: fc.Arbitrary<Glob> = fc
  .array(fc.tuple(textOf(signs), fc.boolean()), { minLength: 1, maxLength: 3 })
  .map((parts) => joinGlobs(parts.map(([text, literal]) => (literal ? literalGlob(text) : globOf(text)))));

describe('on any pair', () => {
  const runs = Number(process.env.RUNS ?? 3000);

  it('it says what the matcher says', () => {
    fc.assert(
      fc.property(anyGlob, textOf(letters), (glob, text) => {
        expect(align(glob, text)?.matches).toBe(globMatches(glob, text));
      }),
      { numRuns: runs },
    );
  });

  it('what was taken lies end to end, each literal over its like, and what is next does not agree', () => {
    fc.assert(
      fc.property(anyGlob, textOf(letters), (glob, text) => {
        const { taken, stop, matches } = align(glob, text)!;
        let at = 0;
        taken.forEach((one, index) => {
          expect([one.sign, one.from]).toEqual([index, at]);
          if (one.wild === 0) expect(text.slice(one.from, one.to)).toBe(glob.text[one.sign]);
          at = one.to;
        });
        const end = stop ?? { pattern: glob.text.length, text: text.length };
        expect([taken.length, at]).toEqual([end.pattern, end.text]);
        if (matches || glob.text[end.pattern] === undefined) return;
        expect(glob.wild?.[end.pattern] ?? 0).not.toBe(1);
        if ((glob.wild?.[end.pattern] ?? 0) === 0) expect(text[end.text]).not.toBe(glob.text[end.pattern]);
      }),
      { numRuns: runs },
    );
  });
});

describe('bounds', () => {
  it('lays 2,000 characters over 2,000 quickly, whatever they are', async () => {
    const glob = globOf('*a'.repeat(1000));
    const text = 'a'.repeat(1999) + 'b';
    // Under 5 ms each where the loop takes 50: ten of them in one.
    const tenTimes = (run: () => unknown) => (): void => {
      for (let time = 0; time < 10; time += 1) run();
    };
    align(glob, text);
    await within(
      1,
      tenTimes(() => align(glob, text)),
    );
    await within(
      1,
      tenTimes(() => align(globOf('*?'.repeat(1000)), '😀'.repeat(1000))),
    );
  });

  it('does not begin with what would take too much room', () => {
    expect(align(globOf('a*'.repeat(20_000)), 'a'.repeat(40_000))).toBeUndefined();
  });
});
