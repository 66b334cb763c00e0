import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shifted } from '../../src/drawing/draw';
import type { Drawing, Mark } from '../../src/drawing/marks';
import { fitEnd, fitText, textWidth } from '../../src/drawing/measure';
import { svgOf } from '../../src/drawing/svg';
import { THEMES } from '../../src/drawing/themes';

const SHEET: Drawing = { width: 200, height: 100, label: 'A <sheet>', zones: [], dots: [], marks: [] };

function drawn(...marks: readonly Mark[]): string {
  return svgOf({ ...SHEET, marks }, THEMES.light);
}

describe('a drawing as a file', () => {
  it('escapes what the person wrote, and drops signs that no XML may hold', () => {
    const svg = drawn({
      kind: 'text',
      x: 10,
      y: 10,
      anchor: 'start',
      runs: [{ text: '<b>&"\u0000', ink: 'ink', size: 12 }],
    });
    expect(svg).toContain('>&lt;b&gt;&amp;&quot;</tspan>');
    expect(svg).toContain('<title>A &lt;sheet&gt;</title>');
  });

  it('writes colours out, in the theme asked for', () => {
    const line: Mark = { kind: 'line', d: 'M0 0H10', ink: 'deny', width: 2 };
    expect(drawn(line)).toContain(`stroke="${THEMES.light.deny}"`);
    expect(svgOf({ ...SHEET, marks: [line] }, THEMES.dark)).toContain(`stroke="${THEMES.dark.deny}"`);
    expect(drawn({ kind: 'glyph', glyph: 'allow', x: 20, y: 20, size: 16 })).not.toContain('var(');
  });

  it('draws the dots', () => {
    const svg = svgOf({ ...SHEET, dots: [{ id: 'a', x: 30, y: 40 }] }, THEMES.light);
    expect(svg).toContain('cx="30" cy="40"');
  });

  it('has the colours of the page', () => {
    const css = readFileSync(new URL('../../src/ui/tokens.css', import.meta.url), 'utf8');
    const [light, dark] = [css.indexOf(':root {'), css.indexOf(":root[data-theme='dark']")];
    const blocks = { light: css.slice(light, dark), dark: css.slice(dark) };
    for (const theme of ['light', 'dark'] as const) {
      for (const [token, colour] of Object.entries(THEMES[theme])) {
        const told = new RegExp(`--${token}: (#\\w+);`).exec(blocks[theme])?.[1];
        expect(`${token}: ${told}`).toBe(`${token}: ${colour}`);
      }
    }
  });
});

describe('the width of a text', () => {
  it('is that of the font', () => {
    // Measured in a browser with the same font: 12.5 px, weight 600.
    expect(textWidth('Explicit deny', { size: 12.5, weight: 600 })).toBeCloseTo(74.76, 1);
    expect(textWidth('s3:GetObject', { size: 10, mono: true })).toBe(72);
  });

  it('cuts what is too long, and only that', () => {
    const style = { size: 11.5 };
    expect(fitText('AnalyticsRead', 120, style)).toBe('AnalyticsRead');
    const cut = fitText('DenyEverythingOutsideTheTwoApprovedRegions', 120, style);
    expect(cut).toMatch(/^DenyEverything.*…$/);
    expect(textWidth(cut, style)).toBeLessThanOrEqual(120);
    expect(fitEnd('arn:aws:s3:::reports/2026/q1.csv', 100, { size: 11.5, mono: true })).toMatch(
      /^….*q1\.csv$/,
    );
  });
});

describe('a mark that is moved', () => {
  it('keeps its form: only absolute places move', () => {
    const line: Mark = { kind: 'line', d: 'M10 20V30q0 -7 -7 -7H5C1 2 3 4 5 6', ink: 'ink', width: 1 };
    expect(shifted(line, 100, 1000)).toMatchObject({
      d: 'M110 1020V1030q0 -7 -7 -7H105C101 1002 103 1004 105 1006',
    });
  });
});
