/** Who becomes whom: stations on one line, and between them the gates that decide each step. */
import type { Chain } from '../../call/chain';
import { across, glyph, round, text } from '../../drawing/draw';
import type { Dot, Drawing, Ink, Mark, Zone } from '../../drawing/marks';
import { fitText, textWidth } from '../../drawing/measure';
import { verdictWord } from '../verdict';
import { chainParts, chainVerdict, type ChainPart } from './chain-parts';
import { barGlyph, barMark, HALT, TONE_INK } from './gate';
import { wayMark } from './lane';

export const CHAIN_HEIGHT = 150;
const Y = 64;
const NAME = { size: 12.5, weight: 600 } as const;
const SMALL = { size: 11.5 } as const;

export function drawChain(chain: Chain, width: number): Drawing {
  const parts = chainParts(chain);
  const verdictX = width - 56;
  const end = verdictX - 70;
  const column = (end - 14) / parts.length;
  const x = (at: number): number => 14 + column * (at + 0.5);
  const marks: Mark[] = [];
  const fore: Mark[] = [];
  const dots: Dot[] = [];
  const zones: Zone[] = [];
  let at = x(0);
  const go = (to: number, kind: ChainPart['before']): void => {
    if (to - at > 0.6) marks.push(wayMark(kind, across(at, to, Y), at));
  };
  parts.forEach((part, index) => {
    const centre = x(index);
    if (part.kind === 'station') {
      const style = { size: 12.5, weight: 560 } as const;
      const name = fitText(part.name, column - 32, style);
      const pill = Math.max(52, textWidth(name, style) + 26);
      go(centre - pill / 2, part.before);
      at = centre + pill / 2;
      const ink: Ink = part.late ? 'ink-3' : 'ink';
      fore.push({
        kind: 'box',
        x: round(centre - pill / 2),
        y: Y - 14,
        width: round(pill),
        height: 28,
        radius: 14,
        fill: 'sunken',
        stroke: part.late ? 'none-line' : 'edge',
      });
      fore.push(text(centre, Y + 4.5, [{ ...style, text: name, ink }]));
      zones.push({
        id: `${part.hop}/`,
        label: `Step ${part.hop + 1}, by ${part.name}`,
        x: centre - column / 2 + 3,
        y: Y - 20,
        width: column - 6,
        height: CHAIN_HEIGHT - Y + 18,
      });
      part.under.forEach((one, line) => {
        const shown = fitText(one, column - 4, SMALL);
        if (shown !== '')
          fore.push(
            text(centre, Y + 45 + line * 17, [{ ...SMALL, text: shown, ink: part.late ? 'ink-3' : 'ink-2' }]),
          );
      });
      return;
    }
    const gate = part.gate!;
    if (part.halts) {
      go(centre - HALT.way, part.before);
      dots.push({ id: `hop/${part.hop}`, x: centre - HALT.dot, y: Y });
      at = centre + HALT.behind;
    } else {
      go(centre, part.before);
      at = centre;
    }
    fore.push(...barMark(centre, Y, part.bar!), ...barGlyph(centre, Y, part.bar!, false));
    const name = fitText(part.name, column - 18, NAME);
    const number =
      gate.number === undefined ? [] : [{ text: `${gate.number}`, ink: 'ink-3' as const, size: 11.5 }];
    fore.push(
      text(centre, Y + 45, [
        ...number,
        {
          ...NAME,
          text: name,
          weight: part.late ? 500 : 600,
          ink: part.late ? 'ink-2' : 'ink',
          ...(number.length > 0 && { gap: 4 }),
        },
      ]),
    );
    const [word = '', detail = ''] = part.under;
    const style = { size: 12, weight: part.late ? 400 : 560 };
    fore.push(
      text(centre, Y + 62, [
        { ...style, text: fitText(word, column - 4, style), ink: part.late ? 'ink-3' : TONE_INK[gate.tone] },
      ]),
    );
    if (detail !== '')
      fore.push(text(centre, Y + 78, [{ ...SMALL, text: fitText(detail, column - 4, SMALL), ink: 'ink-3' }]));
    zones.push({
      id: `${part.hop}/${gate.id}`,
      label: `${part.name}: ${word}`,
      x: centre - column / 2 + 3,
      y: Y - 36,
      width: column - 6,
      height: CHAIN_HEIGHT - Y + 34,
    });
  });
  go(verdictX - 26, parts.at(-1)?.after ?? 'went');
  return {
    width,
    height: CHAIN_HEIGHT,
    zones,
    dots,
    marks: [...brackets(chain, parts, x, column), ...marks, ...fore, ...endMarks(chain, verdictX)],
    label: chainLabel(chain),
  };
}

/** Over the gates of each step: its number and its action. */
function brackets(
  { hops, stop }: Chain,
  parts: readonly ChainPart[],
  x: (at: number) => number,
  column: number,
): readonly Mark[] {
  return hops.flatMap((hop, at) => {
    const own = parts.flatMap((part, index) => (part.hop === at && part.kind === 'gate' ? [index] : []));
    if (own.length === 0) return [];
    const [from, to] = [x(own[0]!) - column / 2 + 10, x(own.at(-1)!) + column / 2 - 10];
    const late = stop !== undefined && at > stop;
    const style = { size: 11.5, mono: true } as const;
    const action = fitText(hop.scenario.request.action, to - from - 6, style);
    const line: Mark = {
      kind: 'line',
      d: `M${round(from)} 24V20H${round(to)}V24`,
      ink: late ? 'none-line' : 'edge',
      width: 1,
    };
    return [
      text((from + to) / 2, 13, [
        { text: `${at + 1}`, ink: 'ink-3', size: 11.5 },
        { ...style, text: action, ink: late ? 'ink-3' : 'ink', gap: 5 },
      ]),
      line,
    ];
  });
}

function endMarks(chain: Chain, x: number): readonly Mark[] {
  const told = chainVerdict(chain);
  const marks: Mark[] = told.tone === 'none' ? [] : [glyph(told.tone, x, Y, 34)];
  return [
    ...marks,
    text(x, Y + 45, [{ ...NAME, text: fitText(told.word, 108, NAME), ink: TONE_INK[told.tone] }]),
  ];
}

/** An ordered list of the steps, each with what became of it. */
function chainLabel({ hops, stop }: Chain): string {
  const told = hops.map(({ scenario, evaluation, broken, oneHour, tooLong }, at) => {
    const { word } = verdictWord(evaluation);
    const late = stop !== undefined && at > stop ? 'not reached, would be ' : '';
    const hour = tooLong ? ', but it asks for more than one hour' : oneHour ? ', for one hour at most' : '';
    const lost = broken ? ', but its caller is no session of the role before it' : '';
    return `step ${at + 1}, ${scenario.request.action} by ${evaluation.principal.name}: ${late}${word}${lost}${hour}`;
  });
  return `A chain of ${hops.length} steps: ${told.join('; ')}.`;
}
