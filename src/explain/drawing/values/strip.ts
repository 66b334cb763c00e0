/** A pattern laid over a text: both on one grid, the line between, and the bar where they part. */
import { across, round, text } from '../../../drawing/draw';
import type { Ink, Mark, Run } from '../../../drawing/marks';
import { fitText, textWidth } from '../../../drawing/measure';
import type { Attempt, Stretch } from '../../values/types';
import { folded, gridOf } from './columns';
import type { Column, Grid } from './columns';
import { failInks } from './inks';
import type { Sheet } from './inks';
import type { Tone } from '../../types';

const SMALL = { size: 11 } as const;
const CAPTION = { size: 11.5, weight: 600 } as const;
/** Columns are as wide as this at most, and at least. */
const CELL = { most: 11.6, least: 8.6 } as const;
/** A text is set as large as its column allows. */
const EM = 1.38;

/** One attempt, drawn from the top left. */
export function strip(attempt: Attempt, width: number, tone: Tone): Sheet {
  const { alignment } = attempt;
  const left = width < 420 ? 52 : 66;
  if (!alignment) return noted(attempt, left, width);
  const room = width - left - 8;
  const whole = gridOf(alignment);
  const fits = Math.floor(room / CELL.least);
  const grid = whole.columns.length > fits ? folded(whole, Math.floor(room / 9.6)) : whole;
  const cell = Math.min(CELL.most, Math.floor((room / grid.columns.length) * 10) / 10);
  return new Strip(attempt, grid, { left, cell, width, tone }).sheet();
}

function noted({ written, note = '' }: Attempt, left: number, width: number): Sheet {
  const style = { size: 14, mono: true } as const;
  return {
    height: 44,
    marks: [
      text(0, 16, [{ ...SMALL, text: 'Policy', ink: 'ink-3' }], 'start'),
      text(left, 16, [{ ...style, text: fitText(written, width - left - 8, style), ink: 'ink' }], 'start'),
      text(left, 36, [{ ...SMALL, text: note, ink: 'ink-3' }], 'start'),
    ],
  };
}

interface Layout {
  readonly left: number;
  readonly cell: number;
  readonly width: number;
  readonly tone: Tone;
}

class Strip {
  readonly #marks: Mark[] = [];
  readonly #top: number;
  readonly #size: number;
  /** Texts under the pattern's line: none may lie over another. */
  readonly #taken: { readonly from: number; readonly to: number; readonly row: number }[] = [];

  constructor(
    private readonly attempt: Attempt,
    private readonly grid: Grid,
    private readonly layout: Layout,
  ) {
    this.#top = this.named.length > 0 ? 18 : 2;
    this.#size = Math.min(16, round(layout.cell * EM));
  }

  private get named(): readonly Stretch[] {
    return this.attempt.parts.filter((part) => this.spanOf(part, 'textAt', 4) !== undefined);
  }

  private x(column: number): number {
    return this.layout.left + column * this.layout.cell;
  }

  /** The columns of a stretch of the text or of the pattern, where at least so many of them are shown. */
  private spanOf(
    { from, to }: Stretch,
    of: 'textAt' | 'patternAt',
    least: number,
  ): readonly [number, number] | undefined {
    const sign = of === 'textAt' ? 'text' : 'pattern';
    const inside = this.grid.columns.flatMap((column, at) =>
      column[of] >= from && column[of] < to && column[sign] !== '' && column.kind !== 'fold' ? [at] : [],
    );
    return inside.length < least ? undefined : [inside[0]!, inside.at(-1)! + 1];
  }

  sheet(): Sheet {
    const [yText, yLine, yPattern] = [this.#top + 13, this.#top + 26.5, this.#top + 49];
    this.label('Request', yText);
    this.label('Policy', yPattern);
    this.names();
    this.runs(yLine, yPattern);
    this.way(yLine);
    this.caption(yPattern);
    this.characters(yText, yPattern);
    this.variables(yPattern);
    const rows = Math.max(-1, ...this.#taken.map(({ row }) => row));
    return { marks: this.#marks, height: yPattern + 8 + (rows + 1) * 16 + (rows >= 0 ? 4 : 0) };
  }

  private label(word: string, y: number): void {
    this.#marks.push(text(0, y, [{ ...SMALL, text: word, ink: 'ink-3' }], 'start'));
  }

  private names(): void {
    for (const part of this.named) {
      const span = this.spanOf(part, 'textAt', 4);
      if (!span) continue;
      const [from, to] = [this.x(span[0]) + 1, this.x(span[1]) - 1];
      const name = fitText(part.name, to - from + 8, SMALL);
      const y = this.#top - 3;
      this.#marks.push(
        bracket(from, to, y, -3),
        text((from + to) / 2, y - 6, [{ ...SMALL, text: name, ink: 'ink-3' }]),
      );
    }
  }

  private runs(yLine: number, yPattern: number): void {
    for (const run of this.grid.runs) {
      const [from, to] = [this.x(run.from), this.x(run.to)];
      this.#marks.push({
        kind: 'box',
        x: round(from + 0.5),
        y: this.#top - 1,
        width: round(to - from - 1),
        height: 19,
        radius: 3,
        fill: 'sunken',
        stroke: 'edge',
        strokeWidth: 0.8,
      });
      const star = run.sign === '*';
      if (star) this.#marks.push(bracket(from + 1, to - 1, yLine + 5, 5));
      const middle = (from + to) / 2;
      const size = star ? 20 : this.#size;
      this.#marks.push(
        text(middle, yPattern + (star ? 5 : 0), [
          { text: run.sign, ink: 'ink', size, weight: 600, mono: true },
        ]),
      );
      if (!star) continue;
      const count = Array.from(run.text).length;
      this.under(middle, yPattern, count === 0 ? 'took none' : `took ${count}`, SMALL, 'ink-3');
    }
  }

  /** A text under the pattern, on the first row on which it meets no other. */
  private under(
    middle: number,
    yPattern: number,
    words: string,
    style: { readonly size: number; readonly weight?: number; readonly mono?: boolean },
    ink: Ink,
  ): void {
    const width = Math.min(textWidth(words, style), this.layout.width);
    const half = width / 2;
    const centre = Math.min(Math.max(middle, half + 1), this.layout.width - half - 1);
    let row = 0;
    const meets = (): boolean =>
      this.#taken.some(
        (one) => one.row === row && centre - half - 6 < one.to && one.from < centre + half + 6,
      );
    while (meets()) row += 1;
    this.#taken.push({ from: centre - half, to: centre + half, row });
    const shown = fitText(words, this.layout.width - 2, style);
    this.#marks.push(text(centre, yPattern + 19 + row * 16, [{ ...style, text: shown, ink }]));
  }

  private way(y: number): void {
    const { grid } = this;
    const start = this.layout.left;
    const end = this.x(grid.columns.length);
    const stop = grid.stop && this.x(grid.stop.column) + this.layout.cell / 2;
    const line = (from: number, to: number, ink: Ink, width: number, dash?: string): void => {
      if (to - from < 1) return;
      this.#marks.push({
        kind: 'line',
        d: across(from, to, y),
        ink,
        width,
        ...(dash !== undefined && { dash }),
      });
    };
    if (stop === undefined) {
      line(start, end, 'ink', 2.5);
      const run: Run = { ...SMALL, text: 'matches', ink: 'ink-3' };
      if (end + 56 < this.layout.width) this.#marks.push(text(end + 6, y + 4, [run], 'start'));
      return;
    }
    line(start, stop - (grid.stop!.column > 0 ? 9 : 6), 'ink', 2.5);
    line(stop + 8, end, 'edge', 1.5, '1.5 5');
    if (grid.stop!.column > 0) this.#marks.push({ kind: 'disc', x: round(stop - 12), y, r: 4, fill: 'ink' });
    const { ink } = failInks(this.layout.tone);
    const d = `M${round(stop)} ${y - 5.5}V${y + 5.5}`;
    this.#marks.push({ kind: 'line', d, ink, width: 5, round: true });
  }

  private characters(yText: number, yPattern: number): void {
    const { ink, soft, edge } = failInks(this.layout.tone);
    this.grid.columns.forEach((column, at) => {
      const x = this.x(at) + this.layout.cell / 2;
      if (column.kind === 'stop') {
        for (const y of [yText, yPattern]) {
          this.#marks.push({
            kind: 'box',
            x: round(this.x(at) - 1.5),
            y: y - 15,
            width: round(this.layout.cell + 3),
            height: 20,
            radius: 3,
            fill: soft,
            stroke: edge,
          });
        }
      }
      const own: Ink =
        column.kind === 'stop' ? ink : column.kind === 'rest' || column.kind === 'fold' ? 'ink-3' : 'ink';
      this.character(column.text, x, yText, own, column);
      this.character(column.pattern, x, yPattern, own, column);
      if (column.lone) this.under(x, yPattern, 'not reached', SMALL, 'ink-3');
    });
  }

  private character(sign: string, x: number, y: number, ink: Ink, { kind }: Column): void {
    if (sign === '') return;
    // A blank would not be seen.
    const shown = sign === ' ' ? '␣' : sign;
    const weight = kind === 'stop' ? 600 : 400;
    this.#marks.push(text(x, y, [{ text: shown, ink, size: this.#size, mono: true, weight }]));
  }

  private caption(yPattern: number): void {
    const { stop, before } = this.grid;
    if (stop) {
      const wanted = stop.wanted === undefined ? 'the pattern ends' : `“${stop.wanted}” wanted`;
      const found = stop.found === undefined ? 'the text ends' : `“${stop.found}” found`;
      const words = `character ${stop.character}: ${wanted}, ${found}`;
      const x = this.x(stop.column) + this.layout.cell / 2;
      this.under(x, yPattern, words, CAPTION, failInks(this.layout.tone).ink);
    }
    const gone = before.filter((run) => run.sign === '*');
    if (gone.length === 0) return;
    const words = `before: ${gone.map((run) => `${run.sign} took ${run.text === '' ? 'none' : run.text}`).join(', ')}`;
    this.under(this.layout.width / 2, yPattern, words, SMALL, 'ink-3');
  }

  /** Under the pattern: what stands there for a variable, and its name. */
  private variables(yPattern: number): void {
    for (const variable of this.attempt.variables) {
      const span = this.spanOf(variable, 'patternAt', 1);
      if (!span) continue;
      const [from, to] = [this.x(span[0]) + 1, this.x(span[1]) - 1];
      const row = Math.max(-1, ...this.#taken.map((one) => one.row)) + 1;
      const y = yPattern + 10 + row * 16;
      this.#marks.push(bracket(from, to, y - 3, 5));
      const style = { size: 11.5, mono: true } as const;
      this.#taken.push({ from: 0, to: this.layout.width, row });
      const width = Math.min(textWidth(variable.name, style), this.layout.width - 4);
      const centre = Math.min(Math.max((from + to) / 2, width / 2 + 1), this.layout.width - width / 2 - 1);
      const name = fitText(variable.name, this.layout.width - 4, style);
      this.#marks.push(text(centre, yPattern + 26 + row * 16, [{ ...style, text: name, ink: 'ink-2' }]));
      this.#taken.push({ from: 0, to: this.layout.width, row: row + 0.5 });
    }
  }
}

/** A level line with its ends bent by so much. */
function bracket(from: number, to: number, y: number, height: number): Mark {
  const d = `M${round(from)} ${round(y)}v${height}H${round(to)}v${-height}`;
  return { kind: 'line', d, ink: 'edge', width: 1 };
}
