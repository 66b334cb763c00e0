import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../../src/examples';
import type { Scenario } from '../../../src/case/scenario';
import { evaluate } from '../../../src/engine/evaluate';
import type { Evaluation, StatementTrace } from '../../../src/engine/evaluation';
import { statementRail } from '../../../src/explain/drawing/statement-rail';
import { drawValue } from '../../../src/explain/drawing/values/draw';
import { statementTone } from '../../../src/explain/zoom';
import { valueView } from '../../../src/explain/values/view';
import { anyScenario } from '../../engine/any';
import { drawingFaults, textsOf } from '../../support/drawing';
import { DENIED } from '../states';

const WIDTHS = [326, 342, 700];

function statementsOf({ steps }: Evaluation): readonly StatementTrace[] {
  return steps.flatMap(({ levels }) =>
    levels.flatMap(({ policies }) => policies.flatMap(({ statements }) => statements)),
  );
}

function rail(statement: StatementTrace, width: number) {
  return statementRail(statement, { width, tone: statementTone(statement, true), lines: '4–16' });
}

/** A statement down the page has a row for each element, and its way ends at the first that differs. */
function faults(asked: Scenario, width: number): readonly string[] {
  const evaluation = evaluate(asked);
  return statementsOf(evaluation).flatMap((statement) => {
    const drawing = rail(statement, width);
    const wrong = [...drawingFaults(drawing)];
    if (drawing.zones.length !== statement.elements.length) wrong.push('an element has no row');
    const stops = drawing.marks.filter((mark) => mark.kind === 'disc').length;
    const differs = statement.elements.some(({ truth }) => truth === 'no');
    if (stops !== Number(differs)) wrong.push(`${stops} stops`);
    const values = statement.elements.flatMap((element) =>
      drawingFaults(drawValue(valueView(asked, evaluation, statement, element), width + 24)),
    );
    return [...wrong, ...values];
  });
}

describe('a statement down the phone', () => {
  it('names each element with what it says, the one that differs by a bar', () => {
    const boundary = statementsOf(evaluate(DENIED)).find(({ address }) => address.layer === 'boundary')!;
    const drawing = rail(boundary, 342);
    const texts = textsOf(drawing);
    expect(texts.some((one) => one.startsWith('Action ') && one.includes('none of'))).toBe(true);
    expect(drawing.zones.map(({ label }) => label.split(':')[0])).toEqual(
      boundary.elements.map(({ element }) => element),
    );
  });

  it.each(WIDTHS)('of every example has labels that do not meet, and every value too, %i wide', (width) => {
    for (const { id, scenario } of EXAMPLES) expect([id, faults(scenario, width)]).toEqual([id, []]);
  });

  it('at random', () => {
    fc.assert(
      fc.property(anyScenario(true), fc.constantFrom(...WIDTHS), (asked, width) => {
        expect(faults(asked, width)).toEqual([]);
      }),
      { numRuns: Number(process.env.RUNS ?? 15) },
    );
  });
});
