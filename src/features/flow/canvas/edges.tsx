import type { Edge, EdgeProps } from '@xyflow/react';
import type { ReactElement } from 'react';
import type { FlowEdge } from '../graph/types';

export type CanvasEdge = Edge<{ readonly edge: FlowEdge }, 'way'>;

/** A stretch of the way. Its dashes start where the picture's would, so that they run on through open gates. */
function Way({ data }: EdgeProps<CanvasEdge>): ReactElement | null {
  if (!data) return null;
  const { kind, path, phase } = data.edge;
  return <path className={`flow-way is-${kind}`} d={path} strokeDashoffset={phase} />;
}

export const EDGE_TYPES = { way: Way } as const;
