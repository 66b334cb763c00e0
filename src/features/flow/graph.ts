/**
 * From an evaluation to the flow picture: which nodes stand where, and which way the request went.
 * Pure; the same graph is drawn on the page and exported.
 */
import type { Evaluation, StepId } from '../../engine/evaluation';
import { hasTwoLanes, requestPath } from '../../explain/path';
import type { StepWords } from '../../explain/types';
import { elbows } from './graph/elbows';
import { dotNode, forkNode, joinNode, laneNode, requestNode, verdictNode } from './graph/ends';
import { curve, line, measure, measureFork } from './graph/geometry';
import { DOT, run } from './graph/run';
import { edge, type Exit, type Part, type Sketch } from './graph/sketch';
import type { FlowGraph, FlowView } from './graph/types';

export type * from './graph/types';

/**
 * The picture of an evaluation.
 * @param words - of every step of the evaluation; a step without words is left out
 */
export function flowGraph(
  evaluation: Evaluation,
  words: ReadonlyMap<StepId, StepWords>,
  view: FlowView,
): FlowGraph {
  const two = hasTwoLanes(evaluation);
  const elbow = !two && evaluation.decision === 'ExplicitlyDenied';
  const at = measure(view.width, two, view.tight, elbow);
  const sketch: Sketch = { evaluation, words, view, at, path: requestPath(evaluation) };
  const { nodes, edges } = two ? forked(sketch) : straight(sketch);
  const gates = nodes.filter((node) => node.kind === 'gate');
  return {
    nodes: [requestNode(sketch), ...nodes, verdictNode(sketch)],
    edges: [...edges, ...elbows(evaluation, gates, two)],
    width: view.width,
    height: at.height,
  };
}

/** The request's pill, and how it sets out. */
function setOut({ path, at }: Sketch): Exit {
  return { id: 'request', x: at.start - 2, path: path.start };
}

function straight(sketch: Sketch): Part {
  const { at } = sketch;
  const lane = run(sketch, 'both', {
    from: at.start + 6,
    to: at.end - 2,
    y: at.middle,
    source: setOut(sketch),
  });
  return withEnd(sketch, lane, lane.last);
}

function forked(sketch: Sketch): Part {
  const { at, path } = sketch;
  const places = measureFork(at);
  const before = run(sketch, 'both', {
    from: at.start + 6,
    to: places.fork,
    y: at.middle,
    source: setOut(sketch),
  });
  const kind = before.last.path;
  const fork = forkNode(places.fork, at);
  const join = joinNode(places.join, at, path.end);
  const lanes = (['caller', 'resource'] as const).map((lane): Part => {
    const y = at[lane];
    const label = laneNode(lane, places.lanes, sketch);
    const steps = run(sketch, lane, {
      from: places.gates,
      // The resource's lane has fewer gates: they stand to the left, under those of the caller.
      to: lane === 'caller' ? places.leave : places.gates + (places.leave - places.gates) * 0.56,
      y,
      source: { id: label.id, x: label.x, path: kind },
    });
    const { last } = steps;
    const entry = curve(fork.x, at.middle, label.x, y);
    const exit = line(last.x, places.leave, y) + curve(places.leave, y, places.join, at.middle);
    return {
      nodes: [label, ...steps.nodes],
      edges: [
        edge({ id: fork.id, x: fork.x, path: kind }, label.id, entry),
        ...steps.edges,
        edge(last, join.id, exit),
      ],
    };
  });
  const all: Part = {
    nodes: [...before.nodes, fork, ...lanes.flatMap((lane) => lane.nodes), join],
    edges: [
      ...before.edges,
      edge(before.last, fork.id, line(before.last.x, fork.x, at.middle)),
      ...lanes.flatMap((lane) => lane.edges),
    ],
  };
  return withEnd(sketch, all, { id: join.id, x: places.join, path: path.end });
}

/** The last stretch, with the dot before the verdict where no gate stopped the request and none allowed it. */
function withEnd({ path, at }: Sketch, part: Part, last: Exit): Part {
  const tail = at.verdict - 24;
  const end = path.haltsAtEnd ? tail - 6 : tail;
  return {
    nodes: path.haltsAtEnd
      ? [...part.nodes, dotNode('end', end - (DOT.before - DOT.path), at.middle)]
      : part.nodes,
    edges: [...part.edges, edge(last, 'verdict', line(last.x, end, at.middle), path.end)],
  };
}
