import { describe, expect, it } from 'vitest';
import { positionAt } from '../../src/language/place';

describe('positionAt', () => {
  it.each([
    ['', 0, 1, 1],
    ['abc', 2, 1, 3],
    ['a\nb', 1, 1, 2],
    ['a\nb', 2, 2, 1],
    ['a\n\nb', 2, 2, 1],
    ['a\n\nb', 3, 3, 1],
    ['a\n', 2, 2, 1],
  ])('%j at %i is line %i, column %i', (text, offset, line, column) => {
    expect(positionAt(text, offset)).toEqual({ line, column });
  });

  it('tells texts apart, however many are asked about', () => {
    const texts = Array.from({ length: 40 }, (_, count) => '\n'.repeat(count));
    for (const round of [1, 2])
      expect(
        texts.map((text) => positionAt(text, text.length).line),
        `round ${round}`,
      ).toEqual(texts.map((_, count) => count + 1));
  });
});
