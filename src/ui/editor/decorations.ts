import type * as Monaco from 'monaco-editor/editor';
import type { GlyphKind } from '../Glyph';
import type { Bracket, EditorMarks, Hit, LineMark } from './marks';

type Decoration = Monaco.editor.IModelDeltaDecoration;

const lineRange = (from: number, to: number): Decoration['range'] => ({
  startLineNumber: from,
  startColumn: 1,
  endLineNumber: to,
  endColumn: 1,
});

/** The strongest first: where two brackets begin in one line, one glyph is shown. */
const STRENGTH: readonly GlyphKind[] = [
  'explicit',
  'allow',
  'unknown',
  'implicit',
  'pass',
  'miss',
  'none',
  'empty',
];
const LOUDEST: readonly LineMark['mark'][] = ['no', 'unknown', 'yes'];

/** The margin and the fills of a set of marks, as Monaco's decorations. */
export function decorationsOf(marks: EditorMarks): Decoration[] {
  return [
    ...onePerLine(
      marks.brackets,
      (bracket) => bracket.from,
      (a, b) => rank(STRENGTH, a.tone, b.tone),
    ).flatMap(ofBracket),
    ...marks.brackets.filter((bracket) => bracket.tinted).flatMap((bracket) => ofTint(bracket, marks.hits)),
    ...onePerLine(
      marks.lines,
      (line) => line.line,
      (a, b) => rank(LOUDEST, a.mark, b.mark),
    ).map(ofLine),
    ...marks.hits.map(ofHit),
    ...marks.problems
      .filter(({ severity }) => severity === 'error')
      .map(({ range, message }) => sign(range.startLine, 'ed-sign ed-problem', message)),
  ];
}

function rank<Value>(order: readonly Value[], a: Value, b: Value): number {
  return order.indexOf(a) - order.indexOf(b);
}

/** For each line the entry that sorts first; titles of the others are added to its own. */
function onePerLine<Entry extends { readonly title: string }>(
  entries: readonly Entry[],
  lineOf: (entry: Entry) => number,
  compare: (a: Entry, b: Entry) => number,
): Entry[] {
  const byLine = new Map<number, Entry[]>();
  for (const entry of entries) byLine.set(lineOf(entry), [...(byLine.get(lineOf(entry)) ?? []), entry]);
  return [...byLine.values()].map((list) => ({
    ...list.toSorted(compare)[0]!,
    title: list.map((entry) => entry.title).join(' · '),
  }));
}

function ofBracket({ from, to, tone, title }: Bracket): Decoration[] {
  const head: Decoration = {
    range: lineRange(from, from),
    options: {
      glyphMarginClassName: `ed-glyph ed-${tone} k-${tone}`,
      glyphMarginHoverMessage: { value: title },
    },
  };
  if (to === from) return [head];
  const body: Decoration = {
    range: lineRange(from + 1, to),
    options: { glyphMarginClassName: `ed-bar k-${tone}` },
  };
  const foot: Decoration = { range: lineRange(to, to), options: { glyphMarginClassName: 'ed-bar-end' } };
  return [head, body, foot];
}

/** The light fill leaves out the lines that are filled fully. */
function ofTint({ from, to, tone }: Bracket, hits: EditorMarks['hits']): Decoration[] {
  const name = `ed-tint k-${tone}`;
  const stops = [...hits.map(({ line }) => line), to + 1]
    .filter((line) => line >= from && line <= to + 1)
    .toSorted((a, b) => a - b);
  return stops.flatMap((stop, index) => {
    const start = index === 0 ? from : stops[index - 1]! + 1;
    if (start > stop - 1) return [];
    return [
      {
        range: lineRange(start, stop - 1),
        options: { isWholeLine: true, className: name, marginClassName: name },
      },
    ];
  });
}

function ofHit({ line, tone, long = false }: Hit): Decoration {
  return {
    range: lineRange(line, line),
    options: {
      isWholeLine: true,
      className: `${long ? '' : 'ed-hit '}ed-edge k-${tone}`,
      ...(!long && { marginClassName: `ed-hit k-${tone}` }),
      zIndex: 1,
    },
  };
}

function ofLine({ line, mark, title, tone }: LineMark): Decoration {
  return sign(line, `ed-sign ed-${mark} ${tone ? `k-${tone}` : 'ed-plain-tone'}`, title);
}

function sign(line: number, firstLineDecorationClassName: string, title: string): Decoration {
  return {
    range: lineRange(line, line),
    options: { firstLineDecorationClassName, linesDecorationsTooltip: title },
  };
}
