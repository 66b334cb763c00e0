/** The dot that travels. It moves when it comes to another gate, not when the gate itself is moved by typing. */
import { createContext, useContext, useLayoutEffect, useRef, type ReactElement, type RefObject } from 'react';
import { dotMark } from '../../drawing/draw';
import type { Dot, Point } from '../../drawing/marks';
import { Marks } from './Marks';

/** Where the dot was last, kept across drawings. */
export const Trail = createContext<RefObject<Point | undefined> | undefined>(undefined);

/** How far it comes when there was no dot before. */
const ARRIVAL = 46;
const STILL = '(prefers-reduced-motion: reduce)';
const TRAVEL = { duration: 420, easing: 'cubic-bezier(.2,.7,.2,1)' } as const;

export function Traveller({ dot }: { readonly dot: Dot }): ReactElement {
  const shape = useRef<SVGGElement>(null);
  const latest = useRef(dot);
  const trail = useContext(Trail);
  useLayoutEffect(() => {
    latest.current = dot;
  });
  useLayoutEffect(() => {
    const { x, y } = latest.current;
    const from = trail?.current ?? { x: x - ARRIVAL, y };
    if (!window.matchMedia(STILL).matches) {
      const frames = [from, { x, y }].map((point) => ({
        transform: `translate(${point.x - x}px, ${point.y - y}px)`,
      }));
      shape.current?.animate(frames, TRAVEL);
    }
    return () => {
      if (trail) trail.current = { x: latest.current.x, y: latest.current.y };
    };
  }, [dot.id, trail]);
  return (
    <g ref={shape} className="pic-dot">
      <Marks marks={[dotMark(dot)]} />
    </g>
  );
}
