import { describe, expect, it } from 'vitest';
import { showDecorations } from '../../src/ui/editor/showDecorations';

type Model = Parameters<typeof showDecorations>[0];
type Decoration = Parameters<typeof showDecorations>[1][number];

const mark = (line: number, title: string): Decoration => ({
  range: { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: 1 },
  options: { linesDecorationsTooltip: title },
});

/** A text that keeps decorations, and says how many were taken away and put at each call. */
function fakeModel() {
  const shown = new Map<string, Decoration>();
  const calls: (readonly [gone: number, put: number])[] = [];
  let version = 1;
  let next = 0;
  const model = {
    getVersionId: () => version,
    deltaDecorations: (gone: readonly string[], put: readonly Decoration[]): string[] => {
      calls.push([gone.length, put.length]);
      for (const id of gone) if (!shown.delete(id)) throw new Error(`no decoration ${id}`);
      return put.map((decoration) => {
        next += 1;
        shown.set(`${next}`, decoration);
        return `${next}`;
      });
    },
  } as unknown as Model;
  const titles = (): string[] =>
    [...shown.values()].map(
      ({ range, options }) => `${range.startLineNumber} ${String(options.linesDecorationsTooltip)}`,
    );
  return { model, calls, titles: () => titles().toSorted(), edit: () => (version += 1) };
}

describe('showing decorations', () => {
  it('touches only those that differ', () => {
    const { model, calls, titles } = fakeModel();
    showDecorations(model, [mark(1, 'a'), mark(2, 'b'), mark(3, 'c')]);
    showDecorations(model, [mark(1, 'a'), mark(2, 'other'), mark(3, 'c')]);
    showDecorations(model, [mark(3, 'c')]);
    expect(calls).toEqual([
      [0, 3],
      [1, 1],
      [2, 0],
    ]);
    expect(titles()).toEqual(['3 c']);
  });

  it('keeps as many of a kind as are wanted', () => {
    const { model, titles } = fakeModel();
    showDecorations(model, [mark(1, 'a'), mark(1, 'a')]);
    showDecorations(model, [mark(1, 'a')]);
    expect(titles()).toEqual(['1 a']);
    showDecorations(model, [mark(1, 'a'), mark(1, 'a'), mark(2, 'b')]);
    expect(titles()).toEqual(['1 a', '1 a', '2 b']);
  });

  it('puts all of them anew after the text has changed, because they may have moved with it', () => {
    const { model, calls, titles, edit } = fakeModel();
    showDecorations(model, [mark(1, 'a'), mark(2, 'b')]);
    edit();
    showDecorations(model, [mark(1, 'a'), mark(2, 'b')]);
    expect(calls).toEqual([
      [0, 2],
      [2, 2],
    ]);
    expect(titles()).toEqual(['1 a', '2 b']);
  });

  it('keeps texts apart', () => {
    const one = fakeModel();
    const other = fakeModel();
    showDecorations(one.model, [mark(1, 'a')]);
    showDecorations(other.model, []);
    showDecorations(one.model, [mark(1, 'a')]);
    expect(one.titles()).toEqual(['1 a']);
    expect(other.titles()).toEqual([]);
  });
});
