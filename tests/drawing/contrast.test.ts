/**
 * Every colour that a drawing uses against every ground that it lies on, in both themes, read from the style sheet.
 * WCAG 2.2: 1.4.3 wants 4.5:1 for text, 1.4.11 wants 3:1 for marks that carry meaning, 1.4.1 nothing by colour alone.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GLYPH_SHAPES, type GlyphKind } from '../../src/drawing/glyphs';
import type { Box, Drawing, Ink, Mark } from '../../src/drawing/marks';
import { textBox } from '../../src/drawing/draw';
import { GLYPH_INK } from '../../src/drawing/svg';
import { evaluateCall } from '../../src/call/verdict';
import { evaluate } from '../../src/engine/evaluate';
import { secondRefusal } from '../../src/engine/lifted';
import { readings } from '../../src/engine/reading';
import { drawFlow } from '../../src/explain/drawing/flow';
import { flowSpec } from '../../src/explain/drawing/flow-spec';
import { drawLinked } from '../../src/explain/drawing/linked';
import { scrubTrack, specAfter, statementsRead } from '../../src/explain/drawing/scrub';
import { withSecond } from '../../src/explain/drawing/second';
import { drawSlide } from '../../src/explain/drawing/slide';
import { columnsOf, statementRow } from '../../src/explain/drawing/statement-row';
import { statementRail } from '../../src/explain/drawing/statement-rail';
import { drawValue } from '../../src/explain/drawing/values/draw';
import { statementsOf } from '../../src/explain/facts';
import { explain } from '../../src/explain/headline';
import { valueView } from '../../src/explain/values/view';
import { statementTone } from '../../src/explain/zoom';
import { EXAMPLES } from '../../src/examples';

type Token = Ink | 'hover';

/** What says nothing: rules between parts, pads under words, posts of gates that are not in play (their words say so). */
const QUIET: ReadonlySet<Ink> = new Set([
  'surface',
  'sunken',
  'line',
  'none-line',
  'allow-line',
  'deny-line',
  'implicit-line',
  'unknown-line',
  'accent-soft',
  'allow-soft',
  'deny-soft',
  'implicit-soft',
  'unknown-soft',
]);

const CSS = readFileSync(new URL('../../src/ui/tokens.css', import.meta.url), 'utf8');
const DARK = CSS.indexOf(":root[data-theme='dark']");
const THEMES = { light: CSS.slice(0, DARK), dark: CSS.slice(DARK) };

function colour(theme: keyof typeof THEMES, token: Token): string {
  const found = new RegExp(`--${token}: (#[0-9a-f]{6});`).exec(THEMES[theme])?.[1];
  if (found === undefined) throw new Error(`no token ${token}`);
  return found;
}

/** WCAG 2.2, "relative luminance" and "contrast ratio". */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

function covers(box: Box, { x, y, width, height }: Box): boolean {
  return (
    box.x <= x + 1 &&
    box.y <= y + 1 &&
    box.x + box.width >= x + width - 1 &&
    box.y + box.height >= y + height - 1
  );
}

/** What a drawing lies on: the sheet, and what is tinted under the pointer and where something is open. */
interface Drawn {
  readonly drawing: Drawing;
  readonly grounds: readonly Token[];
}

const FLOW: readonly Token[] = ['surface', 'hover', 'accent-soft'];
const ZOOM: readonly Token[] = ['sunken', 'hover', 'accent-soft'];
const PHONE: readonly Token[] = ['surface', 'sunken', 'hover', 'accent-soft'];

function drawings(): readonly Drawn[] {
  return EXAMPLES.flatMap(({ scenario }): readonly Drawn[] => {
    const evaluation = evaluate(scenario);
    const spec = withSecond(flowSpec(scenario, evaluation), secondRefusal(scenario));
    const told = readings(scenario);
    const read = statementsRead(evaluation, told);
    const flow = drawFlow(spec, { width: 1440, low: false });
    const slide = drawSlide(scenario, evaluation, {
      spec,
      explanation: explain(scenario, evaluation),
      clause: 'Even so.',
      link: 'verdict.example',
    });
    const half = drawFlow(specAfter(spec, read, 1), { width: 1440, low: false });
    const inside = evaluation.steps.flatMap(statementsOf).flatMap((one): readonly Drawn[] => {
      const tone = statementTone(one, true);
      const row = statementRow(one, {
        width: 1440,
        columns: columnsOf([one], 1440),
        big: true,
        tone,
        lines: '1–9',
        policy: undefined,
      });
      return [
        { drawing: row, grounds: ZOOM },
        { drawing: statementRail(one, { width: 342, tone, lines: '1–9' }), grounds: PHONE },
        ...one.elements.map((element) => ({
          drawing: drawValue(valueView(scenario, evaluation, one, element), 820),
          grounds: ['sunken', 'surface'] as const,
        })),
      ];
    });
    return [
      { drawing: flow, grounds: FLOW },
      { drawing: half, grounds: FLOW },
      ...(read.length > 0
        ? [
            {
              drawing: scrubTrack(told.statements, read, 1, half.gates, 1440),
              grounds: ['surface'] as const,
            },
          ]
        : []),
      ...(scenario.linked ? [{ drawing: drawLinked(evaluateCall(scenario), 1440), grounds: FLOW }] : []),
      { drawing: slide, grounds: ['surface'] },
      ...inside,
    ];
  });
}

/** `ink on ground`, once each, for texts and for marks. */
function pairs(): { readonly texts: ReadonlySet<string>; readonly marks: ReadonlySet<string> } {
  const texts = new Set<string>();
  const marks = new Set<string>();
  for (const { drawing, grounds } of drawings()) {
    const boxes: (Extract<Mark, { kind: 'box' }> & { readonly fill: Ink })[] = [];
    for (const mark of drawing.marks) {
      if (mark.kind === 'box' && mark.fill) boxes.push({ ...mark, fill: mark.fill });
      const note = (to: Set<string>, ink: Ink, at: Box): void => {
        const box = boxes.findLast((one) => one !== mark && covers(one, at));
        for (const ground of box ? [box.fill] : grounds) to.add(`${ink} on ${ground}`);
      };
      if (mark.kind === 'text') for (const { ink } of mark.runs) note(texts, ink, textBox(mark));
      else if (mark.kind === 'line') {
        if (!QUIET.has(mark.ink)) for (const ground of grounds) marks.add(`${mark.ink} on ${ground}`);
      } else if (mark.kind === 'glyph') {
        const ink = mark.ink ?? GLYPH_INK[mark.glyph];
        if (!QUIET.has(ink)) note(marks, ink, { x: mark.x, y: mark.y, width: 0, height: 0 });
      } else if (mark.kind === 'disc') {
        for (const ink of [mark.fill, mark.stroke])
          if (ink && !QUIET.has(ink)) note(marks, ink, { x: mark.x, y: mark.y, width: 0, height: 0 });
      }
    }
  }
  return { texts, marks };
}

function below(list: ReadonlySet<string>, least: number): readonly string[] {
  return [...list].flatMap((pair) => {
    const [ink, ground] = pair.split(' on ') as [Token, Token];
    return (['light', 'dark'] as const).flatMap((theme) => {
      const ratio = contrast(colour(theme, ink), colour(theme, ground));
      return ratio < least ? [`${theme}: ${pair} ${ratio.toFixed(2)}`] : [];
    });
  });
}

describe('the colours of the drawings', () => {
  const { texts, marks } = pairs();

  it('are told apart by the formula of WCAG', () => {
    expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  it('of texts have 4.5 to 1 at least on all that they lie on', () => {
    for (const pair of ['ink on surface', 'ink-3 on accent-soft', 'deny on deny-soft', 'implicit on sunken'])
      expect(texts).toContain(pair);
    expect(below(texts, 4.5)).toEqual([]);
  });

  it('of lines, glyphs and dots that mean something have 3 to 1 at least', () => {
    for (const pair of ['ink on sunken', 'ink-3 on surface', 'implicit on accent-soft', 'deny on surface'])
      expect(marks).toContain(pair);
    expect(below(marks, 3)).toEqual([]);
  });

  it('are not all that tells outcomes apart: each glyph has a form of its own, however it is coloured', () => {
    const forms = (Object.keys(GLYPH_SHAPES) as GlyphKind[]).map((kind) =>
      JSON.stringify(GLYPH_SHAPES[kind].map(({ fill: _, stroke: __, ...form }) => form)),
    );
    expect(new Set(forms).size).toBe(forms.length);
  });

  it('never stand for a word: every gate of a colour says its outcome', () => {
    for (const { id, scenario } of EXAMPLES) {
      const mute = flowSpec(scenario, evaluate(scenario)).gates.filter(
        ({ tone, words }) => tone !== 'empty' && (words[0] ?? '') === '',
      );
      expect([id, mute.map(({ step }) => step)]).toEqual([id, []]);
    }
  });
});
