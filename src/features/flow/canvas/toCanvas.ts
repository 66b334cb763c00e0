/** From the graph to the library's own nodes and edges. */
import { Position } from '@xyflow/react';
import type { Stop } from '../replay';
import type { CanvasEdge } from './edges';
import type { TravellerNode } from './Dot';
import type { CanvasNode } from './nodes';
import type { Box, FlowGraph, FlowNode } from '../graph/types';

const FIXED = {
  draggable: false,
  selectable: false,
  connectable: false,
  focusable: false,
  deletable: false,
} as const;

/** Sizes and handles are known, so nothing waits to be measured and edges are there in the first frame. */
function frame(id: string, box: Box) {
  const { width, height } = box;
  const handle = { x: width / 2, y: height / 2, width: 1, height: 1 } as const;
  return {
    ...FIXED,
    id,
    position: { x: box.x, y: box.y },
    width,
    height,
    handles: [
      { ...handle, type: 'target', position: Position.Left },
      { ...handle, type: 'source', position: Position.Right },
    ] as NonNullable<CanvasNode['handles']>,
  };
}

function shown(node: Exclude<FlowNode, { readonly kind: 'dot' }>, stop: Stop | undefined): CanvasNode[] {
  const place = frame(node.id, node.box);
  switch (node.kind) {
    case 'gate': {
      const pad = {
        kind: 'pad',
        id: `pad/${node.step}`,
        step: node.step,
        box: node.box,
        marked: stop && stop.step === node.step,
      } as const;
      return [
        { ...frame(pad.id, pad.box), type: 'pad', data: { node: pad }, zIndex: -1 },
        { ...place, type: 'gate', data: { node }, zIndex: 1 },
      ];
    }
    case 'request':
      return [{ ...place, type: 'request', data: { node } }];
    case 'lane':
      return [{ ...place, type: 'lane', data: { node } }];
    case 'fork':
      return [{ ...place, type: 'fork', data: { node } }];
    case 'join':
      return [{ ...place, type: 'join', data: { node }, zIndex: 1 }];
    case 'verdict':
      return [{ ...place, type: 'verdict', data: { node } }];
  }
}

function dotFrame(id: string, node: TravellerNode): CanvasNode {
  const box = { x: node.x - 6.5, y: node.y - 6.5, width: 13, height: 13 };
  return { ...frame(id, box), type: 'dot', data: { node }, zIndex: 2 };
}

export function canvasNodes(
  graph: FlowGraph,
  dots: ReadonlyMap<string, TravellerNode>,
  stop: Stop | undefined,
): CanvasNode[] {
  return [
    ...graph.nodes.flatMap((node) => (node.kind === 'dot' ? [] : shown(node, stop))),
    ...[...dots].map(([id, dot]) => dotFrame(id, dot)),
  ];
}

export function canvasEdges(graph: FlowGraph): CanvasEdge[] {
  return graph.edges.map((edge) => ({
    id: edge.id,
    source: edge.source,
    target: edge.target,
    type: 'way',
    data: { edge },
    selectable: false,
    focusable: false,
    zIndex: 0,
  }));
}
