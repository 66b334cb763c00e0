/** A chain down the page, a row for each station and gate: what the phone shows where wider screens have one line. */
import type { Chain } from '../../call/chain';
import { dotMark, glyph, round, text } from '../../drawing/draw';
import type { Drawing, Ink, Mark, Run } from '../../drawing/marks';
import { fitText, textWidth } from '../../drawing/measure';
import { chainParts, chainVerdict, type ChainPart } from './chain-parts';
import { barGlyph, barMark, TONE_INK } from './gate';
import { wayMark } from './lane';

const X = 26;
const WORDS = 76;
const ROW = 48;
const NAME = { size: 12.5, weight: 600 } as const;
const SMALL = { size: 11.5 } as const;

export interface ChainListRow {
  /** As in the line: the step, and the gate where it is one. */
  readonly id: string;
  readonly drawing: Drawing;
}

/** The rows from the top; at the end the verdict. */
export function chainList(chain: Chain, width: number): readonly ChainListRow[] {
  const parts = chainParts(chain);
  return [
    ...parts.map((part, at): ChainListRow => {
      const id = part.gate ? `${part.hop}/${part.gate.id}` : `${part.hop}/`;
      const drawing = part.gate
        ? gateRow(part, chain.hops[part.hop]!.scenario.request.action, id, width)
        : stationRow(part, id, width, at === 0);
      return { id, drawing };
    }),
    { id: 'end', drawing: endRow(chain, parts.at(-1)?.after ?? 'went', width) },
  ];
}

function way(kind: ChainPart['before'], from: number, to: number): Mark {
  return wayMark(kind, `M${X} ${round(from)}V${round(to)}`, from);
}

function row(width: number, label: string, id: string | undefined, marks: readonly Mark[]): Drawing {
  const zones = id === undefined ? [] : [{ id, label, x: 0, y: 0, width, height: ROW }];
  return { width, height: ROW, marks, zones, dots: [], label };
}

function stationRow(part: ChainPart, id: string, width: number, first: boolean): Drawing {
  const y = ROW / 2;
  const style = { size: 12.5, weight: 560 } as const;
  const [kind = '', account = ''] = part.under;
  const under = fitText([kind, account].filter(Boolean).join(' · '), width * 0.5, SMALL);
  const name = fitText(part.name, width - textWidth(under, SMALL) - 60, style);
  const pill = Math.max(52, textWidth(name, style) + 26);
  const ink: Ink = part.late ? 'ink-3' : 'ink';
  return row(width, `Step ${part.hop + 1}, by ${part.name}, ${part.under.filter(Boolean).join(', ')}`, id, [
    ...(first ? [] : [way(part.before, 0, y - 14)]),
    way(part.after, y + 14, ROW),
    {
      kind: 'box',
      x: 6,
      y: y - 14,
      width: round(pill),
      height: 28,
      radius: 14,
      fill: 'sunken',
      stroke: part.late ? 'none-line' : 'edge',
    },
    text(6 + pill / 2, y + 4.5, [{ ...style, text: name, ink }]),
    text(width - 12, y + 4, [{ ...SMALL, text: under, ink: 'ink-3' }], 'end'),
  ]);
}

function gateRow(part: ChainPart, action: string, id: string, width: number): Drawing {
  const y = 24;
  const { late, halts } = part;
  const gate = part.gate!;
  const bar = part.bar!;
  const [word = '', detail = ''] = part.under;
  const said: Run = {
    text: fitText(word, 110, { size: 12.5, weight: late ? 400 : 600 }),
    size: 12.5,
    weight: late ? 400 : 600,
    ink: late ? 'ink-3' : TONE_INK[gate.tone],
  };
  const room = width - WORDS - 24 - textWidth(said.text, said);
  // `of Publish` says whose it is, so it stands with the name.
  const whose = detail.startsWith('of ') ? detail : '';
  const name = fitText([part.name, whose].filter(Boolean).join(' '), room, NAME);
  const ends = halts ? ' · stops here' : late ? ' · would be asked' : '';
  const under = fitText(`${action}${ends}`, width - WORDS + 20 - 12, SMALL);
  const number: readonly Mark[] =
    gate.number === undefined
      ? []
      : [text(WORDS - 12, y - 1, [{ ...SMALL, text: String(gate.number), ink: 'ink-3' }], 'end')];
  return row(width, `${part.name} ${whose}: ${word}${halts ? ', stops here' : ''}`, id, [
    way(part.before, 0, halts ? y - 11 : y),
    way(part.after, halts ? y + 11 : y, ROW),
    ...barMark(X, y, bar, 22, true),
    ...barGlyph(X, y, bar, false),
    ...(halts ? [dotMark({ id, x: X, y: 7 })] : []),
    ...number,
    text(
      WORDS,
      y - 1,
      [{ ...NAME, text: name, weight: late ? 400 : 600, ink: late ? 'ink-2' : 'ink' }],
      'start',
    ),
    text(width - 12, y - 1, [said], 'end'),
    text(WORDS - 20, y + 16, [{ ...SMALL, text: under, ink: 'ink-3' }], 'start'),
  ]);
}

function endRow(chain: Chain, kind: ChainPart['before'], width: number): Drawing {
  const { tone, word } = chainVerdict(chain);
  const y = ROW / 2;
  return row(width, word, undefined, [
    way(kind, 0, y - 12),
    ...(tone === 'none' ? [] : [glyph(tone, X, y, 28)]),
    text(WORDS, y + 5, [{ size: 14, weight: 600, text: word, ink: TONE_INK[tone] }], 'start'),
  ]);
}
