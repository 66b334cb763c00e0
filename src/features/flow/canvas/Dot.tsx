/** The request itself. It travels when it comes to halt at another gate, not when typing merely moves the gate. */
import type { Node, NodeProps } from '@xyflow/react';
import { createContext, useContext, useLayoutEffect, useRef, type ReactElement, type RefObject } from 'react';
import type { Point } from '../graph/types';

export interface TravellerNode extends Point {
  readonly kind: 'dot';
  /** Another trip makes it travel. */
  readonly trip: string;
  /** The way of a replay; without one it comes from where the dot was last. */
  readonly via: readonly Point[];
}

/** Where the dot was last, kept across gates. */
export const Trail = createContext<RefObject<Point | undefined> | undefined>(undefined);

/** How far it comes when there was no dot before. */
const ARRIVAL = 46;
const STILL = '(prefers-reduced-motion: reduce)';
const TRAVEL = { duration: 420, easing: 'cubic-bezier(.2,.7,.2,1)' } as const;

export function Dot({
  data: { node },
}: NodeProps<Node<{ readonly node: TravellerNode }, 'dot'>>): ReactElement {
  const dot = useRef<HTMLDivElement>(null);
  const latest = useRef(node);
  const trail = useContext(Trail);
  useLayoutEffect(() => {
    latest.current = node;
  });
  useLayoutEffect(() => {
    const { via, x, y } = latest.current;
    const way = via.length > 1 ? via : [trail?.current ?? { x: x - ARRIVAL, y }, { x, y }];
    if (!window.matchMedia(STILL).matches) {
      const frames = way.map((point) => ({ transform: `translate(${point.x - x}px, ${point.y - y}px)` }));
      dot.current?.animate(frames, TRAVEL);
    }
    return () => {
      if (trail) trail.current = { x: latest.current.x, y: latest.current.y };
    };
  }, [node.trip, trail]);
  return <div ref={dot} className="flow-dot" />;
}
