import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../../src/examples';
import type { Scenario } from '../../../src/case/scenario';
import { evaluate } from '../../../src/engine/evaluate';
import { secondRefusal } from '../../../src/engine/lifted';
import { svgOf } from '../../../src/drawing/svg';
import { THEMES } from '../../../src/drawing/themes';
import { flowSpec } from '../../../src/explain/drawing/flow-spec';
import { withSecond } from '../../../src/explain/drawing/second';
import { drawSlide } from '../../../src/explain/drawing/slide';
import { explain } from '../../../src/explain/headline';
import { drawingFaults, textsOf } from '../../support/drawing';
import { DENIED, EMPTY } from '../states';

function slide(scenario: Scenario, link = 'verdict.example/#2.kR7vQ3xT') {
  const evaluation = evaluate(scenario);
  const spec = withSecond(flowSpec(scenario, evaluation), secondRefusal(scenario));
  return drawSlide(scenario, evaluation, {
    spec,
    explanation: explain(scenario, evaluation),
    clause: 'Even so.',
    link,
  });
}

describe('the slide', () => {
  it('is 16 to 9, with title, sentence, request, the deciding line and its reason, and the link', () => {
    const drawing = slide({ ...DENIED, title: 'Nightly report' });
    expect(drawing.width / drawing.height).toBeCloseTo(16 / 9, 3);
    const texts = textsOf(drawing);
    expect(texts).toEqual(
      expect.arrayContaining([
        'Nightly report',
        'Even so.',
        'Principal',
        DENIED.request.action,
        'verdict.example/#2.kR7vQ3xT',
      ]),
    );
    expect(texts.some((one) => one.startsWith('Denied.'))).toBe(true);
    expect(
      texts.some((one) => one.includes('"Action"') && one.includes('is not one of these 2 actions')),
    ).toBe(true);
  });

  it.each(EXAMPLES.map(({ id, scenario }) => [id, scenario] as const))(
    'of %s holds all of it, none over another',
    (_, scenario) => {
      expect(drawingFaults(slide(scenario))).toEqual([]);
    },
  );

  it('cuts what is too long for it', () => {
    const long = 'x'.repeat(400);
    expect(
      drawingFaults(
        slide(
          { ...DENIED, title: long, request: { ...DENIED.request, resource: `arn:aws:s3:::${long}` } },
          long,
        ),
      ),
    ).toEqual([]);
  });

  it('is a file by itself, before anything was asked too', () => {
    expect(svgOf(slide(EMPTY, ''), THEMES.dark)).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="1600" height="900"/,
    );
  });
});
