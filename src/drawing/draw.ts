/** The strokes that every drawing is made of. */
import type { Anchor, Box, Dot, Drawing, Ink, Mark, Run } from './marks';
import { runsWidth } from './measure';

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

export function text(x: number, y: number, runs: readonly Run[], anchor: Anchor = 'middle'): Mark {
  return { kind: 'text', x: round(x), y: round(y), anchor, runs };
}

export function glyph(
  kind: Extract<Mark, { kind: 'glyph' }>['glyph'],
  x: number,
  y: number,
  size: number,
  ink?: Ink,
): Mark {
  return { kind: 'glyph', glyph: kind, x: round(x), y: round(y), size, ...(ink && { ink }) };
}

export function dotMark({ x, y, hollow }: Dot): Mark {
  return hollow
    ? { kind: 'disc', x, y, r: 5, fill: 'surface', stroke: 'ink-2', strokeWidth: 2 }
    : { kind: 'disc', x, y, r: 5.5, fill: 'ink', stroke: 'surface', strokeWidth: 2 };
}

/** A level stretch; nothing where it has no length. */
export function across(from: number, to: number, y: number): string {
  return `M${round(from)} ${round(y)}H${round(to)}`;
}

/** From one height to another, level at both ends. */
export function bend(x1: number, y1: number, x2: number, y2: number): string {
  const pull = (x2 - x1) * 0.62;
  return `M${round(x1)} ${round(y1)}C${round(x1 + pull)} ${round(y1)} ${round(x2 - pull)} ${round(y2)} ${round(x2)} ${round(y2)}`;
}

/** The texts that a drawing has cut, whole, each once. */
export function wholeTexts({ marks }: Drawing): readonly string[] {
  return [...new Set(marks.flatMap((mark) => (mark.kind === 'text' ? (mark.whole ?? []) : [])))];
}

/** Where the ink of a text mark lies. Ascent and descent of IBM Plex, a little tight. */
export function textBox(mark: Extract<Mark, { kind: 'text' }>): Box {
  const width = runsWidth(mark.runs);
  const size = Math.max(...mark.runs.map((run) => run.size));
  const x = mark.anchor === 'start' ? mark.x : mark.anchor === 'end' ? mark.x - width : mark.x - width / 2;
  return { x, y: mark.y - size * 0.78, width, height: size };
}

export function shifted(mark: Mark, dx: number, dy: number): Mark {
  if (mark.kind !== 'line') return { ...mark, x: round(mark.x + dx), y: round(mark.y + dy) };
  return { ...mark, d: shiftedPath(mark.d, dx, dy) };
}

/** Moves an SVG path: only absolute coordinates move. */
function shiftedPath(d: string, dx: number, dy: number): string {
  return d.replace(/([MLC])([^A-Za-z]*)|([HV])\s*(-?[\d.]+)/g, (_, command, points, single, value) => {
    if (single !== undefined)
      return `${single as string}${round(Number(value) + (single === 'H' ? dx : dy))}`;
    const numbers = (points as string).match(/-?\d*\.?\d+/g) ?? [];
    return `${command as string}${numbers.map((one, at) => round(Number(one) + (at % 2 === 0 ? dx : dy))).join(' ')}`;
  });
}

/** A mark at another size and place: strokes, dashes and texts grow with it. */
export function scaled(mark: Mark, by: number, dx: number, dy: number): Mark {
  switch (mark.kind) {
    case 'line': {
      const d = mark.d.replace(/-?\d*\.?\d+/g, (number) => ` ${round(Number(number) * by)}`);
      const dash = mark.dash
        ?.split(' ')
        .map((one) => round(Number(one) * by))
        .join(' ');
      const phase = mark.phase === undefined ? {} : { phase: round(mark.phase * by) };
      const grown = {
        ...mark,
        d,
        width: round(mark.width * by),
        ...(dash !== undefined && { dash }),
        ...phase,
      };
      return shifted(grown, dx, dy);
    }
    case 'text': {
      const runs = mark.runs.map((run) => ({
        ...run,
        size: round(run.size * by),
        ...(run.gap !== undefined && { gap: round(run.gap * by) }),
      }));
      return shifted({ ...mark, x: mark.x * by, y: mark.y * by, runs }, dx, dy);
    }
    case 'box': {
      const { x, y, width, height, radius, strokeWidth = 1 } = mark;
      const grown = {
        width: width * by,
        height: height * by,
        radius: radius * by,
        strokeWidth: strokeWidth * by,
      };
      return shifted({ ...mark, x: x * by, y: y * by, ...grown }, dx, dy);
    }
    case 'glyph':
      return shifted({ ...mark, x: mark.x * by, y: mark.y * by, size: mark.size * by }, dx, dy);
    case 'disc': {
      const { strokeWidth } = mark;
      const grown = { ...mark, x: mark.x * by, y: mark.y * by, r: mark.r * by };
      return shifted(strokeWidth === undefined ? grown : { ...grown, strokeWidth: strokeWidth * by }, dx, dy);
    }
  }
}
