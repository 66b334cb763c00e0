/** The replay: the request travels a gate at a time, and each gate answers as it is reached. Pure. */
import type { StepId } from '../../engine/evaluation';
import { line } from './graph/geometry';
import type { FlowEdge, FlowGraph, FlowNode, GateNode, Point } from './graph/types';

/** A place where the request pauses. */
export interface Stop extends Point {
  /** The node that it has come to; `verdict` is the last. */
  readonly node: string;
  readonly step: StepId | undefined;
}

/** How far the request pauses before a gate. */
const BEFORE = 24;

function inPlay(gate: GateNode): boolean {
  return gate.bars.some((bar) => bar.state !== 'absent');
}

/** Gates that the request came to; what lies behind a shut gate is never replayed. */
function reached(graph: FlowGraph, gate: GateNode): boolean {
  return graph.edges.some((edge) => edge.target === gate.id && edge.kind !== 'rest' && edge.kind !== 'from');
}

/** The request's pauses in order: at its start, before each gate in play that it reaches, at the verdict. */
export function replayStops(graph: FlowGraph): readonly Stop[] {
  const stops: Stop[] = [];
  for (const node of graph.nodes) {
    if (node.kind === 'request') {
      stops.push({ node: node.id, step: undefined, x: node.x + node.pill / 2 + 6, y: node.y });
    } else if (node.kind === 'verdict') {
      stops.push({ node: node.id, step: undefined, x: node.x - 30, y: node.y });
    } else if (node.kind === 'gate' && inPlay(node) && reached(graph, node)) {
      const halt = graph.nodes.find((dot) => dot.kind === 'dot' && dot.before === node.step);
      stops.push({ node: node.id, step: node.step, x: halt?.x ?? node.bars[0]!.x - BEFORE, y: node.y });
    }
  }
  return stops;
}

/** The graph as it stands when the request pauses at a stop: what it has not come to is not painted yet. */
export function graphAt(graph: FlowGraph, stops: readonly Stop[], index: number): FlowGraph {
  const stop = stops[index];
  if (!stop || stop.node === 'verdict') return graph;
  const order = graph.nodes.map((node) => node.id);
  const seen = (id: string): boolean => order.indexOf(id) <= order.indexOf(stop.node);
  const node = (id: string): FlowNode | undefined => graph.nodes[order.indexOf(id)];
  return {
    ...graph,
    nodes: graph.nodes
      .filter((node) => node.kind !== 'dot')
      .map((node) => (seen(node.id) ? node : faint(node))),
    edges: graph.edges.flatMap((edge) => repaint(edge, { stop, seen, node })),
  };
}

/** How far a replay has come. */
interface Pause {
  readonly stop: Stop;
  readonly seen: (id: string) => boolean;
  readonly node: (id: string) => FlowNode | undefined;
}

/** A gate that has not answered yet keeps its posts and its name. */
function faint(node: FlowNode): FlowNode {
  if (node.kind === 'verdict') return { ...node, tone: 'none', word: '' };
  if (node.kind === 'join') return { ...node, path: 'rest' };
  if (node.kind !== 'gate') return node;
  const bars = node.bars.map((bar) => ({
    ...bar,
    state: 'absent' as const,
    tone: 'none' as const,
    glyph: 0,
  }));
  return { ...node, tone: 'none', bars, word: '', detail: '', after: false, halts: false };
}

/** A painted stretch is ink: that it will be an Allow is not known before the end. */
function repaint(edge: FlowEdge, at: Pause): readonly FlowEdge[] {
  if (edge.kind === 'from') return at.seen(edge.target) ? [edge] : [];
  if (!at.seen(edge.target)) return [{ ...edge, kind: 'rest', path: whole(edge, at) }];
  const painted = edge.kind === 'allowed' ? { ...edge, kind: 'went' as const } : edge;
  const { stop } = at;
  if (edge.target !== stop.node || edge.phase >= stop.x) return [painted];
  return [
    { ...painted, path: line(edge.phase, stop.x, stop.y) },
    {
      ...edge,
      id: `${edge.id}/ahead`,
      kind: 'rest',
      path: line(stop.x + 8, endOf(edge.path), stop.y),
      phase: stop.x,
    },
  ];
}

/** Edges leave room for a shut or veiled gate; one that has not answered is open as far as anyone knows. */
function whole(edge: FlowEdge, { seen, node }: Pause): string {
  const [source, target] = [node(edge.source), node(edge.target)];
  const before = source?.kind === 'gate' && !seen(source.id) ? line(source.x, edge.phase, source.y) : '';
  const behind = target?.kind === 'gate' ? line(endOf(edge.path), target.x, target.y) : '';
  return before + edge.path + behind;
}

function endOf(path: string): number {
  return Number(path.slice(path.lastIndexOf('H') + 1));
}

/** The places that the dot passes between two stops, so that it follows the fork. */
export function waypoints(graph: FlowGraph, from: Point, to: Point): readonly Point[] {
  if (from.y === to.y) return [from, to];
  const place = (kind: FlowNode['kind'], y?: number): Point | undefined =>
    graph.nodes.find((node) => node.kind === kind && (y === undefined || node.y === y));
  const fork = place('fork');
  if (!fork) return [from, to];
  const middle = fork.y;
  const lane = place('lane', to.y);
  if (lane) return [from.y === middle ? from : fork, fork, lane, to];
  const join = place('join') ?? to;
  return [from, { x: join.x - 43, y: from.y }, join, to];
}
