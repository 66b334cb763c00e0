import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Evaluation } from '../../../src/engine/evaluation';
import { flowGraph } from '../../../src/features/flow/graph';
import { flowSvg } from '../../../src/features/flow/svg';
import { fit } from '../../../src/features/flow/svg/markup';
import { FLOW_THEMES } from '../../../src/features/flow/svg/theme';
import { SITUATIONS, wordsFor } from '../evaluations';

function graphOf(evaluation: Evaluation, action = 's3:PutObject') {
  return flowGraph(evaluation, wordsFor(evaluation), { width: 1440, tight: false, action });
}

/** A file is read as XML, where one stray sign makes all of it unreadable. */
function problems(svg: string): string[] {
  const open: string[] = [];
  const faults: string[] = [];
  for (const [, close, name, rest] of svg.matchAll(
    /<(\/?)([a-z]+)((?:\s[\w-]+(?::\w+)?="[^"<]*")*\s*\/?)>/g,
  )) {
    if (close) {
      const expected = open.pop();
      if (expected !== name) faults.push(`${name} closes ${expected ?? 'nothing'}`);
    } else if (!rest!.endsWith('/')) open.push(name!);
  }
  const text = svg.replace(/<[^<>]*>/g, '');
  if (/[<>]|&(?!amp;|lt;|gt;|quot;)/.test(text)) faults.push('a bare sign in the text');
  return [...faults, ...open.map((name) => `${name} is never closed`)];
}

describe('the picture as a file', () => {
  it.each(Object.keys(SITUATIONS) as (keyof typeof SITUATIONS)[])('is well formed: %s', (name) => {
    expect(problems(flowSvg(graphOf(SITUATIONS[name]), FLOW_THEMES.light))).toEqual([]);
  });

  it('has every edge, drawn as on the page', () => {
    const graph = graphOf(SITUATIONS.explicit);
    const svg = flowSvg(graph, FLOW_THEMES.light);
    for (const edge of graph.edges) expect(svg).toContain(`d="${edge.path}"`);
    expect(svg).toContain(`stroke="${FLOW_THEMES.light.deny}"`);
  });

  it('names every gate, and the verdict in its colour', () => {
    const svg = flowSvg(graphOf(SITUATIONS.denied), FLOW_THEMES.dark);
    for (const name of ['Explicit deny', 'SCPs', 'Boundary', 'Identity'])
      expect(svg).toContain(`>${name}</text>`);
    expect(svg).toMatch(new RegExp(`fill="${FLOW_THEMES.dark.implicit}"[^>]*>Denied</text>`));
  });

  it('leaves no style variable behind', () => {
    for (const evaluation of Object.values(SITUATIONS)) {
      expect(flowSvg(graphOf(evaluation), FLOW_THEMES.light)).not.toContain('var(');
    }
  });

  it('escapes what the person wrote', () => {
    const svg = flowSvg(graphOf(SITUATIONS.denied, '<b>&"'), FLOW_THEMES.light);
    expect(svg).toContain('&lt;b&gt;&amp;&quot;');
    expect(problems(svg)).toEqual([]);
  });

  it('has the colours of the page', () => {
    const css = readFileSync(new URL('../../../src/ui/tokens.css', import.meta.url), 'utf8');
    const [light, dark] = [css.indexOf(':root {'), css.indexOf(":root[data-theme='dark']")];
    const blocks = { light: css.slice(light, dark), dark: css.slice(dark) };
    for (const theme of ['light', 'dark'] as const) {
      for (const [token, colour] of Object.entries(FLOW_THEMES[theme])) {
        expect(`${token}: ${new RegExp(`--${token}: (#\\w+);`).exec(blocks[theme])?.[1]}`).toBe(
          `${token}: ${colour}`,
        );
      }
    }
  });
});

describe('fit', () => {
  it('cuts what is too long for its gate, and only that', () => {
    expect(fit('AnalyticsRead', 120, 11.5)).toBe('AnalyticsRead');
    const cut = fit('DenyEverythingOutsideTheTwoApprovedRegions', 120, 11.5);
    expect(cut).toMatch(/^DenyEverything.*…$/);
    expect(cut.length * 11.5 * 0.56).toBeLessThanOrEqual(120);
  });
});
