import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../src/examples';
import type { Scenario } from '../../src/case/scenario';
import { evaluate } from '../../src/engine/evaluate';
import { levelRow } from '../../src/explain/drawing/level-row';
import { columnsOf, statementRow } from '../../src/explain/drawing/statement-row';
import { statementKey, statementTone, zoomed, type ZoomAt, type Zoomed } from '../../src/explain/zoom';
import { elementName } from '../../src/explain/values/view';
import { anyScenario } from '../engine/any';
import { drawingFaults, textsOf } from '../support/drawing';
import { CROSS, DENIED, EMPTY, EXPLICIT, UNKNOWN } from './states';

function zoom(asked: Scenario, at: ZoomAt): Zoomed | undefined {
  return zoomed(asked, evaluate(asked), at);
}

/** Which statement and element stand open. */
function open(asked: Scenario, at: ZoomAt): readonly (string | undefined)[] {
  const found = zoom(asked, at);
  return [found?.statement?.sid ?? found?.statement?.policy, found?.element && elementName(found.element)];
}

describe('what opens first', () => {
  it('is the nearest statement of a layer that stops, at the element that differs', () => {
    expect(open(DENIED, { step: 'boundary' })).toEqual(['ReadArtifacts', 'Action']);
  });

  it('is the level that denies, its Deny, and the condition that it depends on', () => {
    const found = zoom(EXPLICIT, { step: 'scp' })!;
    expect(found.levels[found.level]?.target).toBe('OU Workloads');
    expect(found.statement).toMatchObject({ effect: 'Deny', truth: 'yes' });
    expect(found.element?.element).toBe('Condition');
  });

  it('is the statement that allows', () => {
    expect(zoom(CROSS, { step: 'resource' })?.statement).toMatchObject({
      sid: 'AnalyticsRead',
      decided: true,
    });
  });

  it('is what hangs', () => {
    expect(zoom(UNKNOWN, { step: 'resource' })).toMatchObject({
      statement: { truth: 'unknown' },
      element: { truth: 'unknown' },
    });
  });

  it('of the first gate are the Denies that match, wherever they stand', () => {
    const found = zoom(EXPLICIT, { step: 'explicitDeny' })!;
    expect(found.statements.map(({ address }) => address.layer)).toEqual(['scp']);
  });

  it('is nothing where nothing is to be seen', () => {
    expect(zoom(DENIED, { step: 'defaultDeny' })).toBeUndefined();
    expect(zoom(DENIED, { step: 'session' })).toBeUndefined();
    expect(zoom(EMPTY, { step: 'scp' })).toBeUndefined();
  });
});

describe('what was chosen', () => {
  it('stays open, and is the telling one again when it is gone', () => {
    const found = zoom(DENIED, { step: 'boundary' })!;
    const other = found.statements[1]!;
    const chosen = zoom(DENIED, { step: 'boundary', statement: statementKey(other) })!;
    expect(chosen.statement).toBe(chosen.statements[0]);
    expect(chosen.statement?.sid).toBe(other.sid);
    expect(open(DENIED, { step: 'boundary', statement: 'gone/9' })[0]).toBe('ReadArtifacts');
  });

  it('may be no element', () => {
    expect(zoom(DENIED, { step: 'boundary', element: 'none' })?.element).toBeUndefined();
  });

  it('may be a level', () => {
    expect(
      zoom(EXPLICIT, { step: 'scp', level: 0 })?.statements.every(({ address }) => address.level === 0),
    ).toBe(true);
  });
});

describe('a statement as a row', () => {
  it('stops at the first element that differs, and marks what stands behind it', () => {
    const { statements } = zoom(DENIED, { step: 'boundary' })!;
    const view = {
      width: 1440,
      columns: columnsOf(statements, 1440),
      tone: 'implicit',
      big: true,
      lines: '4–9',
      policy: undefined,
    } as const;
    const row = statementRow(statements[0]!, view);
    expect(textsOf(row)).toEqual(
      expect.arrayContaining(['ReadArtifacts', 'Allow · 4–9', 'Action', 'none of 2 actions', 'No match']),
    );
    expect(row.zones.map((zone) => zone.id)).toEqual(['Statement[0].Action', 'Statement[0].Resource']);
    const bars = row.marks.filter((mark) => mark.kind === 'line' && mark.ink === 'implicit');
    expect(bars).toHaveLength(1);
  });
});

/** Everything that opens under any gate, drawn at three widths. */
function faults(asked: Scenario): readonly string[] {
  const evaluation = evaluate(asked);
  return evaluation.steps.flatMap(({ id }) => {
    const found = zoomed(asked, evaluation, { step: id });
    if (!found) return [];
    return [1440, 1024, 830].flatMap((width) => {
      const columns = columnsOf(found.statements, width);
      const rows = found.statements.slice(0, 6).map((one, at) =>
        statementRow(one, {
          width,
          columns,
          tone: statementTone(one, at === 0),
          big: at === 0,
          lines: '4–16',
          policy: undefined,
        }),
      );
      const layer = id === 'rcp' ? 'rcp' : 'scp';
      const levels = found.levels.length > 1 ? [levelRow(layer, found.levels, width, true)] : [];
      return [...rows, ...levels].flatMap(drawingFaults).map((fault) => `${id}, ${width}: ${fault}`);
    });
  });
}

describe('any zoom', () => {
  it('of every example has labels that do not meet', () => {
    for (const { id, scenario } of EXAMPLES) expect([id, faults(scenario)]).toEqual([id, []]);
  });

  it('of scenarios at random too', () => {
    fc.assert(
      fc.property(anyScenario(true), (asked) => {
        expect(faults(asked)).toEqual([]);
      }),
      { numRuns: Number(process.env.RUNS ?? 30) },
    );
  });
});
