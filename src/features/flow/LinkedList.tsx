import { useMemo, useRef, type ReactElement, type ReactNode } from 'react';
import type { StepId } from '../../engine/evaluation';
import { linkedUpright } from '../../explain/drawing/linked-upright';
import { useOpenZoom } from '../../store/openZoom';
import { useCall } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { ZonePicture } from '../../ui/flow/ZonePicture';
import { useWidth } from '../../ui/useWidth';
import { choose } from './choose';
import { CALL } from './words';
import './chainList.css';

interface LinkedListProps {
  /** What is inside a gate that is open. */
  readonly inside: (step: StepId) => ReactNode;
}

/** Opened by a tap on a rail, it may stand under the fold. */
function bringIntoView(node: HTMLElement | null): void {
  node?.scrollIntoView({ block: 'nearest' });
}

/** The requests of one call as rails beside one column of names; a gate that is chosen opens below them. */
export default function LinkedList({ inside }: LinkedListProps): ReactElement {
  const list = useRef<HTMLElement>(null);
  const width = useWidth(list);
  const call = useCall();
  const at = useVerdict((state) => state.at);
  const zoom = useOpenZoom();
  const open = zoom && `${at}/${zoom.step}`;
  const { drawing, rest } = useMemo(() => linkedUpright(call, Math.max(320, width)), [call, width]);
  return (
    <section ref={list} className="panel chain-panel" aria-label={CALL.name}>
      <p className="hidden-text">{drawing.label}</p>
      <ZonePicture
        drawing={drawing}
        open={open}
        tab={false}
        onChoose={(id) => {
          const [part = '0', step = ''] = id.split('/');
          useVerdict.getState().lookAt(Number(part));
          choose(step as StepId, Number(part) === at);
        }}
      />
      {zoom && (
        <div key={open} ref={bringIntoView} className="chain-inside">
          {inside(zoom.step)}
        </div>
      )}
      {rest !== undefined && <p className="chain-rest">{rest}.</p>}
      <h2 className="chain-all">{CALL.gates(at + 1, call.parts.length)}</h2>
    </section>
  );
}
