/** The flow picture as data: nodes, edges and their places in pixels. Drawn by React Flow and as an SVG. */
import type { StepId } from '../../../engine/evaluation';
import type { GateState, PathKind } from '../../../explain/path';
import type { Tone } from '../../../explain/types';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** What the picture must fit into, and what it says about the request. */
export interface FlowView {
  readonly width: number;
  /** On low screens two lanes drop their third line of text. */
  readonly tight: boolean;
  readonly action: string;
}

/** One bar of a gate: the gate itself, or one level of SCPs or RCPs. */
export interface Bar {
  readonly x: number;
  readonly state: GateState;
  readonly tone: Tone;
  /** The side of the glyph on it; 0 for none. */
  readonly glyph: number;
}

/** Every node has a centre on the path (`x`, `y`) and the box that it fills. */
interface Placed extends Point {
  readonly id: string;
  readonly box: Box;
}

export interface RequestNode extends Placed {
  readonly kind: 'request';
  /** The pill's width; it is 26 high. */
  readonly pill: number;
  /** The action, in the code face; long ones in two lines. */
  readonly action: readonly string[];
  readonly caller: string | undefined;
}

export interface GateNode extends Placed {
  readonly kind: 'gate';
  readonly step: StepId;
  readonly tone: Tone;
  readonly bars: readonly Bar[];
  /** More levels than can stand side by side: their number. */
  readonly count: number | undefined;
  readonly name: string;
  readonly word: string;
  readonly detail: string;
  /** Not reached: what it says is what it would have said. */
  readonly after: boolean;
  readonly halts: boolean;
}

export interface LaneNode extends Placed {
  readonly kind: 'lane';
  readonly title: string;
  readonly account: string;
}

/** Where the lanes part; not drawn. */
export interface ForkNode extends Placed {
  readonly kind: 'fork';
}

/** Where both lanes must have allowed. */
export interface JoinNode extends Placed {
  readonly kind: 'join';
  readonly path: PathKind;
}

/** The request itself, halted. */
export interface DotNode extends Placed {
  readonly kind: 'dot';
  readonly before: StepId | 'end';
}

export interface VerdictNode extends Placed {
  readonly kind: 'verdict';
  readonly tone: Tone;
  readonly word: string;
}

export type FlowNode = RequestNode | GateNode | LaneNode | ForkNode | JoinNode | DotNode | VerdictNode;

export interface FlowEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  /** `from`: the elbow from an explicit deny's own layer to the gate that it shuts. */
  readonly kind: PathKind | 'from';
  /** An SVG path in the picture's coordinates. */
  readonly path: string;
  /** Where its dashes begin, so that they run on through the gates. */
  readonly phase: number;
}

export interface FlowGraph {
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
  readonly width: number;
  readonly height: number;
}
