/** The lines that lead from an explicit deny's own layers to the gate where it takes effect. */
import type { Evaluation } from '../../../engine/evaluation';
import { elbowOver, elbowUnder } from './geometry';
import type { FlowEdge, GateNode } from './types';

/** The bar's end, and the line's distance from it. */
const BAR = 26;
const ROOM = 31;

export function elbows(
  evaluation: Evaluation,
  gates: readonly GateNode[],
  two: boolean,
): readonly FlowEdge[] {
  const gate = gates.find((entry) => entry.step === 'explicitDeny');
  if (gate?.tone !== 'explicit') return [];
  const found = new Map<string, FlowEdge>();
  for (const { layer, target } of evaluation.decidedBy) {
    const step = evaluation.steps.find((entry) => entry.id === layer);
    const from = gates.find((entry) => entry.step === layer);
    if (!step || !from) continue;
    const level = step.levels.findIndex((entry) => entry.target === target);
    const bar = from.bars[level] ?? from.bars[0]!;
    const id = `${from.id}>${gate.id}/${Math.max(level, 0)}`;
    found.set(id, {
      id,
      source: from.id,
      target: gate.id,
      kind: 'from',
      path: pathFrom(bar.x, from, gate, two),
      phase: 0,
    });
  }
  return [...found.values()];
}

function pathFrom(bar: number, from: GateNode, gate: GateNode, two: boolean): string {
  const gateTop = gate.y - ROOM;
  if (!two) return elbowOver(bar, from.y - ROOM, from.y - ROOM - 14, gate.x, gateTop);
  if (from.y < gate.y) return elbowOver(bar, from.y - BAR - 2, from.y - BAR - 7, gate.x, gateTop);
  return elbowUnder(bar, from.y - BAR - 1, from.y - BAR - 5.5, gate.x);
}
