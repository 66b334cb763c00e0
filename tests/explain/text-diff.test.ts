import { describe, expect, it } from 'vitest';
import { textDiff } from '../../src/explain/text-diff';

const shown = (before: string, after: string, around?: number): string[] =>
  textDiff(before, after, around).map(
    ({ kind, text }) => `${{ same: ' ', minus: '-', plus: '+', gap: '~' }[kind]}${text}`,
  );

describe('the difference of two texts', () => {
  it('shows the changed lines and their neighbours', () => {
    expect(shown('a\nb\nc\nd\ne', 'a\nb\nX\nd\ne')).toEqual([' b', '-c', '+X', ' d']);
  });

  it('marks what is left out between two changes, and nothing at the ends', () => {
    expect(shown('1\n2\n3\n4\n5\n6\n7', '1\nB\n3\n4\n5\nF\n7')).toEqual([
      ' 1',
      '-2',
      '+B',
      ' 3',
      '~',
      ' 5',
      '-6',
      '+F',
      ' 7',
    ]);
  });

  it('keeps lines that both have, wherever they moved together', () => {
    expect(shown('a\nx\nb\ny\nc', 'a\nb\nz\nc', 0)).toEqual(['-x', '~', '-y', '+z']);
  });

  it('is empty for equal texts, and takes line ends for equal', () => {
    expect(shown('a\nb', 'a\nb')).toEqual([]);
    expect(shown('a\r\nb', 'a\nB', 0)).toEqual(['-b', '+B']);
  });

  it('shows a new text as added', () => {
    expect(shown('', 'a\nb')).toEqual(['+a', '+b']);
  });

  it('replaces long texts as a whole rather than taking for ever', () => {
    const many = (prefix: string): string =>
      Array.from({ length: 3000 }, (_, at) => `${prefix}${at}`).join('\n');
    expect(textDiff(many('a'), many('b'))).toHaveLength(6000);
  });

  it('compares line by line up to a thousand changes, moved lines too, and replaces from there on', () => {
    const longer = (count: number): string =>
      ['a', ...Array.from({ length: count }, (_, at) => `new ${at}`), 'b'].join('\n');
    expect(textDiff('a\nb', longer(1000)).map(({ kind }) => kind)).not.toContain('minus');
    expect(textDiff('a\nb', longer(1001)).filter(({ kind }) => kind === 'minus')).toHaveLength(2);
    expect(shown('a\nb\nb', 'b\nb\na', 0)).toEqual(['-a', '~', '+a']);
  });

  it('takes little work for many changed lines, and does not look for an order of more than 700 moved ones', () => {
    const numbers = Array.from({ length: 800 }, (_, at) => at);
    const turned = (count: number): readonly [string, string] => [
      numbers.slice(0, count).join('\n'),
      numbers.slice(0, count).reverse().join('\n'),
    ];
    // Of a list that is turned round one line stays.
    expect(textDiff(...turned(350)).filter(({ kind }) => kind === 'same')).toHaveLength(1);
    expect(textDiff(...turned(352)).filter(({ kind }) => kind === 'same')).toHaveLength(0);
    // A thousand changed lines among others that stay: no line that stays is told as changed.
    const [before, after] = ['old', 'new'].map((word) =>
      numbers
        .slice(0, 500)
        .flatMap((at) => [`same ${at}`, `${word} ${at}`])
        .join('\n'),
    ) as [string, string];
    const found = textDiff(before, after);
    expect(found.filter(({ kind }) => kind === 'same').map(({ text }) => text)).toEqual(
      numbers.slice(0, 500).map((at) => `same ${at}`),
    );
    expect(found.slice(0, 4).map(({ kind, line }) => [kind, line])).toEqual([
      ['same', 1],
      ['minus', 2],
      ['plus', 2],
      ['same', 3],
    ]);
  });
});
