/** What was read already is blank to the next reader, and names before a value are found from their end. */
import { describe, expect, it } from 'vitest';
import { withoutParts } from '../../../src/intake/code/blank';
import { declaredBefore } from '../../../src/intake/code/program/changing';

describe('a text without what was read', () => {
  const text = 'ab\ncd\n\nef';

  it.each([
    [[{ start: 1, end: 4 }], 'a \n d\n\nef'],
    [[{ start: 0, end: 3 }], '  \ncd\n\nef'],
    [[{ start: 3, end: 99 }], 'ab\n  \n\n  '],
    [
      [
        { start: 4, end: 5 },
        { start: 0, end: 4 },
        { start: 1, end: 2 },
      ],
      '  \n  \n\nef',
    ],
    [[{ start: 20, end: 30 }], text],
    [[], text],
  ])('%j', (parts, expected) => {
    expect(withoutParts(text, parts)).toBe(expected);
  });
});

describe('the name that a value is given', () => {
  it.each([
    ['const policy = ', 'policy'],
    ['const policy: PolicyDocument = ', 'policy'],
    ['let a = 1;\nconst b: { x: string } = ', undefined],
    ['policy = (', 'policy'],
    ['f(a, policy: Json = ', 'policy'],
    ['$p =', '$p'],
    ['a == ', undefined],
    ['return ', undefined],
    ['x.y = ', 'y'],
    ['', undefined],
  ])('%s', (before, name) => {
    expect(declaredBefore(`${before}{}`, before.length)).toBe(name);
  });
});
