import { waypoints, type Stop } from '../replay';
import type { FlowGraph } from '../graph/types';
import type { TravellerNode } from './Dot';

/** A replay in progress. */
export interface Playing {
  readonly stops: readonly Stop[];
  readonly index: number;
}

/** The dots to draw, by node id: those of the graph, or the one of a replay that is under way. */
export function travellers(
  graph: FlowGraph,
  playing: Playing | undefined,
): ReadonlyMap<string, TravellerNode> {
  const stop = playing?.stops[playing.index];
  if (playing && stop && stop.node !== 'verdict') {
    const from = playing.stops[playing.index - 1];
    const via = from ? waypoints(graph, from, stop) : [];
    const trip = `${playing.index}`;
    return new Map([['dot/replay', { kind: 'dot', x: stop.x, y: stop.y, via, trip }]]);
  }
  return new Map(
    graph.nodes
      .filter((node) => node.kind === 'dot')
      .map(({ id, x, y }) => [id, { kind: 'dot', x, y, via: [], trip: id }]),
  );
}
