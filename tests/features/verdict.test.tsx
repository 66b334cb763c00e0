// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { excerpt } from '../../src/features/verdict/excerpt';
import { jsonTokens } from '../../src/ui/jsonTokens';
import { LiveVerdict, SPOKEN_AFTER_MS } from '../../src/features/verdict/LiveVerdict';

describe('reading the verdict out', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
  });
  const wait = (ms: number): void => act(() => void vi.advanceTimersByTime(ms));
  const spoken = (): string | null => screen.getByRole('status').textContent;

  it('stays silent about what stands there at first', () => {
    render(<LiveVerdict sentence="Denied. No policy." />);
    wait(5 * SPOKEN_AFTER_MS);
    expect(spoken()).toBe('');
  });

  it('speaks once the verdict has stood still', () => {
    const { rerender } = render(<LiveVerdict sentence="" />);
    rerender(<LiveVerdict sentence="Denied." />);
    wait(SPOKEN_AFTER_MS - 1);
    expect(spoken()).toBe('');
    wait(1);
    expect(spoken()).toBe('Denied.');
  });

  it('leaves out what was typed over', () => {
    const { rerender } = render(<LiveVerdict sentence="" />);
    for (const sentence of ['Undetermined.', 'Denied.', 'Allowed.']) {
      rerender(<LiveVerdict sentence={sentence} />);
      wait(SPOKEN_AFTER_MS / 2);
      expect(spoken()).toBe('');
    }
    wait(SPOKEN_AFTER_MS);
    expect(spoken()).toBe('Allowed.');
  });

  it('says nothing when the verdict comes back to what was said', () => {
    const { rerender } = render(<LiveVerdict sentence="" />);
    rerender(<LiveVerdict sentence="Denied." />);
    wait(SPOKEN_AFTER_MS);
    rerender(<LiveVerdict sentence="Allowed." />);
    rerender(<LiveVerdict sentence="Denied." />);
    wait(2 * SPOKEN_AFTER_MS);
    expect(spoken()).toBe('Denied.');
  });
});

describe('a quoted line', () => {
  it('tells keys from strings', () => {
    expect(jsonTokens('"Action": ["s3:Get\\"x"]')).toEqual([
      { text: '"Action"', kind: 'key' },
      { text: ': [', kind: 'mark' },
      { text: '"s3:Get\\"x"', kind: 'string' },
      { text: ']', kind: 'mark' },
    ]);
  });

  it('loses nothing of a line that is cut off', () => {
    for (const line of ['"Action": ["s3:Ge…', '…', '', '"'])
      expect(
        jsonTokens(line)
          .map((token) => token.text)
          .join(''),
      ).toBe(line);
  });
});

describe('an excerpt of a policy', () => {
  const text = Array.from({ length: 40 }, (_, index) => `  ${index + 1}`).join('\n');

  it('shows the statement of a line, moved to the left as a whole', () => {
    const statement = { from: 2, to: 4 };
    expect(excerpt('a\n  b\n    c\n  d\ne', 3, statement)).toEqual({ from: 2, lines: ['b', '  c', 'd'] });
  });

  it('shows the neighbours of a line in a long statement', () => {
    expect(excerpt(text, 20, { from: 2, to: 39 })).toEqual({
      from: 17,
      lines: ['17', '18', '19', '20', '21', '22'],
    });
  });

  it('stops at the ends of the text', () => {
    expect(excerpt('a\nb', 1)).toEqual({ from: 1, lines: ['a', 'b'] });
  });
});
