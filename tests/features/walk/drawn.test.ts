import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../../src/case/scenario';
import { evaluate } from '../../../src/engine/evaluate';
import { secondRefusal } from '../../../src/engine/lifted';
import { EXAMPLES } from '../../../src/examples';
import { withBefore } from '../../../src/explain/drawing/before';
import { flowSpec } from '../../../src/explain/drawing/flow-spec';
import { withSecond } from '../../../src/explain/drawing/second';
import { drawnRows, type DrawnRow } from '../../../src/features/walk/drawn';
import { walkRows } from '../../../src/features/walk/rows';
import { CROSS } from '../../explain/states';
import { policy } from '../../explain/support';

function named({ row }: DrawnRow): string {
  return row.kind === 'step' ? row.step.id : row.kind === 'lane' ? `${row.side} lane` : 'end';
}

describe('the list with the picture laid over it', () => {
  it('leads the way of before beside the other lane to the gate that stopped it', () => {
    const none = { Effect: 'Allow', Principal: '*', Action: 'logs:*', Resource: '*' };
    const before = {
      ...CROSS,
      policies: { ...CROSS.policies, resource: { name: 'Bucket', document: policy(none) } },
    } as Scenario;
    const was = evaluate(before);
    const now = evaluate(CROSS);
    const rows = drawnRows(walkRows(now), withBefore(flowSpec(CROSS, now), flowSpec(before, was), was));
    const of = (name: string): DrawnRow => rows.find((row) => named(row) === name)!;
    expect(of('explicitDeny').ghost).toEqual({ rail: 'own', part: 'through' });
    expect(of('scp').ghost).toEqual({ rail: 'other', part: 'through' });
    expect(of('resource').ghost).toEqual({ rail: 'own', part: 'stop' });
    expect(of('resource').spec).toMatchObject({ flag: { text: 'changed' }, details: ['was No Allow'] });
    expect(of('end').ghost).toBeUndefined();
  });

  it('has of every example the gates and ways of its picture', () => {
    for (const { id, scenario } of EXAMPLES) {
      const evaluation = evaluate(scenario);
      const spec = withSecond(flowSpec(scenario, evaluation), secondRefusal(scenario));
      const rows = drawnRows(walkRows(evaluation), spec);
      for (const gate of spec.gates) {
        const row = rows.find((one) => named(one) === gate.step)!;
        expect([id, gate.step, row.before, row.after]).toEqual([id, gate.step, gate.before, gate.after]);
        const hollow = gate.bars.some(({ state }) => state === 'would');
        const shut = gate.bars.some(({ state }) => state === 'shut');
        if (hollow && !shut) expect([id, row.gate]).toEqual([id, 'would']);
      }
    }
  });
});
