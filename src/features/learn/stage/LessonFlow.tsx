import { useMemo, useRef, type ReactElement } from 'react';
import type { Scenario } from '../../../case/scenario';
import { drawFlow, type FlowDrawing } from '../../../explain/drawing/flow';
import { flowSpec } from '../../../explain/drawing/flow-spec';
import { evaluationOf } from '../../../store/derive';
import { Picture } from '../../../ui/flow/Picture';
import { useMediaQuery } from '../../../ui/useMediaQuery';
import { useWidth } from '../../../ui/useWidth';
import type { Ghost } from '../ghost';
import { ghostPath } from './ghostPath';
import { hiddenFlow } from './hiddenFlow';

/** Narrower, words would run into one another: a phone scrolls. */
const LEAST = 720;

const LOW = '(max-height: 799px)';

interface LessonFlowProps {
  readonly view: Scenario;
  readonly hidden: boolean;
  /** The answer’s way, with what stands before its words: `Your answer`, `You said`. */
  readonly ghost: Ghost | undefined;
  readonly lead: string;
  readonly open?: string | undefined;
  readonly onChoose?: (step: string) => void;
}

/** The request on its way through the gates; over it, dashed, the way of the answer. */
export function LessonFlow({ view, hidden, ghost, lead, open, onChoose }: LessonFlowProps): ReactElement {
  const band = useRef<HTMLElement>(null);
  const measured = useWidth(band);
  const width = Math.max(measured, LEAST);
  const low = useMediaQuery(LOW);
  const drawing = useMemo(() => {
    const spec = flowSpec(view, evaluationOf(view));
    if (!hidden) return drawFlow(spec, { width, low });
    const drawn = drawFlow(hiddenFlow(spec, view.policies), { width, low });
    return {
      ...drawn,
      dots: [{ id: 'start', x: Math.max(14, (drawn.gates[0]?.left ?? 30) - 14), y: drawn.line }],
    };
  }, [view, hidden, width, low]);
  const words = ghost && `${lead}: ${ghost.words}`;
  const label = hidden ? hiddenLabel(drawing) : drawing.label;
  return (
    <section
      ref={band}
      className="learn-flow"
      aria-label="Flow"
      data-hidden={hidden}
      style={{ height: drawing.height }}
    >
      <div
        role="img"
        aria-label={words === undefined ? label : `${label} ${words}.`}
        className="hidden-text"
      />
      <Picture drawing={drawing} open={open} onChoose={onChoose} />
      {ghost && words !== undefined && <GhostLayer drawing={drawing} ghost={ghost} words={words} />}
    </section>
  );
}

function hiddenLabel({ gates }: FlowDrawing): string {
  const there = gates.filter(({ spec }) => spec.look === 'plain').map(({ spec }) => spec.names[0]);
  return `${gates.length} gates. With policies: ${there.join(', ')}. No outcome is shown until you have answered.`;
}

function GhostLayer({
  drawing,
  ghost,
  words,
}: {
  readonly drawing: FlowDrawing;
  readonly ghost: Ghost;
  readonly words: string;
}): ReactElement | null {
  const path = ghostPath(drawing, ghost);
  if (!path) return null;
  const { width, height } = drawing;
  const { x, y, kind } = path.end;
  return (
    <svg
      className="learn-ghost"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      {path.ways.map((d) => (
        <path key={d} className="learn-ghost-way" d={d} />
      ))}
      <circle className="learn-ghost-end" cx={x} cy={y} r={kind === 'denied' ? 4 : 6.4} />
      {kind === 'allowed' && (
        <path className="learn-ghost-tick" d={`M${x - 2.8} ${y + 0.2}l1.9 1.9 3.7 -4`} />
      )}
      {kind === 'open' && (
        <text className="learn-ghost-words" x={x} y={y + 4} textAnchor="middle">
          ?
        </text>
      )}
      <text className="learn-ghost-words" x={path.label.x} y={path.label.y} textAnchor={path.label.anchor}>
        {words}
      </text>
    </svg>
  );
}
