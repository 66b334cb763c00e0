/** The picture drawn by React Flow. Loaded on its own, after the page stands. */
import { ReactFlow, type ReactFlowProps } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useMemo, useRef, type ReactElement } from 'react';
import type { StepId } from '../../../engine/evaluation';
import type { FlowGraph, Point } from '../graph/types';
import { Trail, type TravellerNode } from './Dot';
import type { Stop } from '../replay';
import { EDGE_TYPES, type CanvasEdge } from './edges';
import { NODE_TYPES, type CanvasNode } from './nodes';
import { canvasEdges, canvasNodes } from './toCanvas';

/** It is a picture that fits its band: nothing moves, zooms or can be drawn. */
const STILL: Partial<ReactFlowProps<CanvasNode, CanvasEdge>> = {
  defaultViewport: { x: 0, y: 0, zoom: 1 },
  minZoom: 1,
  maxZoom: 1,
  // It listens to keys in the whole page: its key for panning is the space bar, which it would take from the editor.
  panActivationKeyCode: null,
  selectionKeyCode: null,
  multiSelectionKeyCode: null,
  zoomActivationKeyCode: null,
  nodesDraggable: false,
  nodesConnectable: false,
  nodesFocusable: false,
  edgesFocusable: false,
  elementsSelectable: false,
  panOnDrag: false,
  panOnScroll: false,
  zoomOnScroll: false,
  zoomOnPinch: false,
  zoomOnDoubleClick: false,
  preventScrolling: false,
  disableKeyboardA11y: true,
  deleteKeyCode: null,
  proOptions: { hideAttribution: true },
};

export interface CanvasProps {
  readonly graph: FlowGraph;
  readonly dots: ReadonlyMap<string, TravellerNode>;
  /** Where a replay pauses. */
  readonly stop: Stop | undefined;
  readonly onChoose: (step: StepId) => void;
}

export default function Canvas({ graph, dots, stop, onChoose }: CanvasProps): ReactElement {
  const nodes = useMemo(() => canvasNodes(graph, dots, stop), [graph, dots, stop]);
  const edges = useMemo(() => canvasEdges(graph), [graph]);
  const trail = useRef<Point>(undefined);
  return (
    <Trail value={trail}>
      <ReactFlow<CanvasNode, CanvasEdge>
        {...STILL}
        width={graph.width}
        height={graph.height}
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        onNodeClick={(_, node) => {
          if (node.type === 'gate') onChoose(node.data.node.step);
        }}
      />
    </Trail>
  );
}
