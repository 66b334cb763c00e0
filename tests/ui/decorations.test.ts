import { describe, expect, it } from 'vitest';
import { decorationsOf } from '../../src/ui/editor/decorations';
import type { Bracket, EditorMarks } from '../../src/ui/editor/marks';

const NO_MARKS: EditorMarks = { brackets: [], lines: [], hits: [], notes: [], problems: [] };

const bracket = (change: Partial<Bracket>): Bracket => ({
  from: 4,
  to: 9,
  tone: 'miss',
  title: 'ReadArtifacts: No match',
  tinted: false,
  ...change,
});

function decorate(marks: Partial<EditorMarks>) {
  return decorationsOf({ ...NO_MARKS, ...marks }).map(({ range, options }) => ({
    from: range.startLineNumber,
    to: range.endLineNumber,
    ...options,
  }));
}

describe('the margin of the editor', () => {
  it('puts the glyph at the first line of a statement and a bar beside the rest', () => {
    const [head, body, foot] = decorate({ brackets: [bracket({})] });
    expect(head).toMatchObject({ from: 4, to: 4, glyphMarginClassName: 'ed-glyph ed-miss k-miss' });
    expect(body).toMatchObject({ from: 5, to: 9, glyphMarginClassName: 'ed-bar k-miss' });
    expect(foot).toMatchObject({ from: 9, to: 9, glyphMarginClassName: 'ed-bar-end' });
  });

  it('shows the strongest of several statements in one line, and names them all', () => {
    const marks = decorate({
      brackets: [
        bracket({ from: 1, to: 1 }),
        bracket({ from: 1, to: 1, tone: 'explicit', title: 'Shut: Denies' }),
      ],
    });
    expect(marks).toHaveLength(1);
    expect(marks[0]).toMatchObject({
      glyphMarginClassName: 'ed-glyph ed-explicit k-explicit',
      glyphMarginHoverMessage: { value: 'ReadArtifacts: No match · Shut: Denies' },
    });
  });

  it('tints a deciding statement around its deciding line', () => {
    const tints = decorate({
      brackets: [bracket({ tone: 'allow', tinted: true })],
      hits: [{ line: 5, tone: 'allow' }],
    }).filter((mark) => mark.className?.includes('ed-tint'));
    expect(tints.map(({ from, to }) => [from, to])).toEqual([
      [4, 4],
      [6, 9],
    ]);
  });

  it('fills the deciding line, and of one that holds a whole policy colours the edge alone', () => {
    const [short] = decorate({ hits: [{ line: 5, tone: 'allow' }] });
    expect(short).toMatchObject({ className: 'ed-hit ed-edge k-allow', marginClassName: 'ed-hit k-allow' });
    const [long] = decorate({ hits: [{ line: 1, tone: 'allow', long: true }] });
    expect(long?.className).toBe('ed-edge k-allow');
    expect(long?.marginClassName).toBeUndefined();
  });

  it('prefers the mark that differs where several elements share a line', () => {
    const [mark] = decorate({
      lines: [
        { line: 2, mark: 'yes', title: 'Resource matches' },
        { line: 2, mark: 'no', title: 'Action differs' },
      ],
    });
    expect(mark?.firstLineDecorationClassName).toBe('ed-sign ed-no ed-plain-tone');
    expect(mark?.linesDecorationsTooltip).toBe('Resource matches · Action differs');
  });

  it('marks an error with a triangle', () => {
    const range = { startLine: 7, startColumn: 1, endLine: 7, endColumn: 5 };
    const [mark] = decorate({ problems: [{ range, message: 'A comma is missing.', severity: 'error' }] });
    expect(mark).toMatchObject({ from: 7, firstLineDecorationClassName: 'ed-sign ed-problem' });
  });
});
