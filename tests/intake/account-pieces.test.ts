import { describe, expect, it } from 'vitest';
import { AccountPieces } from '../../src/intake/account/pieces';

const ANSWER = {
  UserDetailList: [
    { UserName: 'a"}{', Note: '\\', List: [[], {}], Deep: { a: [1, { b: 'é' }] } },
    { UserName: '' },
  ],
  IsTruncated: false,
  RoleDetailList: [],
  Odd: { one: { two: 3 }, four: [5], six: 7 },
  Policies: [{ Arn: 'x' }, 'text', 8, null, ['y', {}]],
  Marker: 'm {[',
};

function inParts(text: string, size: number): unknown {
  const pieces = new AccountPieces();
  for (let at = 0; at < text.length; at += size) pieces.add(text.slice(at, at + size));
  return pieces.end();
}

describe('a large answer read in parts', () => {
  it('is what it is when read as a whole, wherever the parts end', () => {
    for (const text of [JSON.stringify(ANSWER), JSON.stringify(ANSWER, null, 2)])
      for (let size = 1; size <= 40; size += 1) expect(inParts(text, size)).toEqual(ANSWER);
  });

  it('is no answer where it ends in the middle, is a list, or holds what is no JSON', () => {
    const text = JSON.stringify(ANSWER);
    expect(() => inParts(text.slice(0, -40), 16)).toThrow(SyntaxError);
    expect(() => inParts(`${text}}`, 16)).toThrow(SyntaxError);
    expect(() => inParts(`[${text}]`, 16)).toThrow(SyntaxError);
    expect(() => inParts('{"UserDetailList":[{nothing}]}', 5)).toThrow(SyntaxError);
  });
});
