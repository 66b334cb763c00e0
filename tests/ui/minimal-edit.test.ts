import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minimalEdit } from '../../src/ui/editor/minimalEdit';

function apply(text: string, edit: ReturnType<typeof minimalEdit>): string {
  if (!edit) return text;
  return text.slice(0, edit.offset) + edit.text + text.slice(edit.offset + edit.length);
}

describe('the smallest edit between two texts', () => {
  it('is none for equal texts', () => {
    expect(minimalEdit('abc', 'abc')).toBeUndefined();
  });

  it('touches only what differs', () => {
    expect(minimalEdit('"s3:Get"', '"s3:Put"')).toEqual({ offset: 4, length: 2, text: 'Pu' });
  });

  it('does not count a repeated letter twice', () => {
    expect(minimalEdit('aa', 'aaa')).toEqual({ offset: 2, length: 0, text: 'a' });
    expect(minimalEdit('aaa', 'aa')).toEqual({ offset: 2, length: 1, text: '' });
  });

  it('always leads from the one text to the other', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '"') });
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(apply(before, minimalEdit(before, after))).toBe(after);
      }),
    );
  });
});
