/** What all parts of the picture are made from. */
import type { Evaluation, StepId } from '../../../engine/evaluation';
import type { PathKind, RequestPath } from '../../../explain/path';
import type { StepWords } from '../../../explain/types';
import type { Measures } from './geometry';
import type { FlowEdge, FlowNode, FlowView } from './types';

export interface Sketch {
  readonly evaluation: Evaluation;
  readonly words: ReadonlyMap<StepId, StepWords>;
  readonly view: FlowView;
  readonly path: RequestPath;
  readonly at: Measures;
}

export interface Part {
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
}

/** Where a stretch begins: the node behind which it starts, and how the request goes on from there. */
export interface Exit {
  readonly id: string;
  readonly x: number;
  readonly path: PathKind;
}

export function edge(from: Exit, target: string, path: string, kind: PathKind = from.path): FlowEdge {
  return { id: `${from.id}>${target}`, source: from.id, target, kind, path, phase: from.x };
}
