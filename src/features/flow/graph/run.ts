/** A run of gates along one lane. */
import type { Lane, Step } from '../../../engine/evaluation';
import { gateSteps } from '../../../explain/path';
import { dotNode } from './ends';
import { gateNode, haltingBar, weightOf } from './gate';
import { line } from './geometry';
import { edge, type Exit, type Part, type Sketch } from './sketch';
import type { FlowEdge, FlowNode, GateNode } from './types';

/** How far the dot stands before a shut bar, and where the way ends before it and goes on behind it. */
export const DOT = { before: 24, path: 22 } as const;
const BEHIND = 14;
/** Stretches that meet in an open gate lie a little over one another, or a seam would show. */
const OVERLAP = 0.5;

interface Track {
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly source: Exit;
}

/** The gates of a lane, shared out between two places, and the edges that lead to each. */
export function run(sketch: Sketch, lane: Lane, track: Track): Part & { readonly last: Exit } {
  const { evaluation, words, view, path, at } = sketch;
  const steps = gateSteps(evaluation).filter((step) => step.lane === lane && words.has(step.id));
  const share = (step: Step): number => weightOf(step, path.steps.get(step.id)!.gate);
  const total = steps.reduce((sum, step) => sum + share(step), 0);
  const nodes: FlowNode[] = [];
  const edges: FlowEdge[] = [];
  let left = track.from;
  let last = track.source;
  for (const step of steps) {
    const width = ((track.to - track.from) * share(step)) / total;
    const way = path.steps.get(step.id)!;
    const gate = gateNode(step, words.get(step.id)!, way, {
      x: left + width / 2,
      y: track.y,
      box: { x: left + 3, y: track.y - at.above, width: width - 6, height: at.gateHeight },
      asked: path.start !== 'rest',
      detail: !view.tight || lane === 'both',
    });
    const [entry, exit] = passage(gate, way.before === 'went' && way.after === 'maybe');
    edges.push(edge(last, gate.id, line(last.x, entry, track.y), way.before));
    nodes.push(gate);
    if (gate.halts) nodes.push(dotNode(step.id, haltingBar(gate).x - DOT.before, track.y));
    last = { id: gate.id, x: exit, path: way.after };
    left += width;
  }
  return { nodes, edges, last };
}

/** Where the way ends before a gate and begins behind it; it runs through an open one. */
function passage(gate: GateNode, veils: boolean): readonly [number, number] {
  if (gate.halts) return [haltingBar(gate).x - DOT.path, haltingBar(gate).x + BEHIND];
  if (veils) return [gate.bars[0]!.x - BEHIND, gate.bars.at(-1)!.x + BEHIND];
  return [gate.x + OVERLAP, gate.x];
}
