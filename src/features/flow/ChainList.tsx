import { useMemo, useRef, type ReactElement, type ReactNode } from 'react';
import type { StepId } from '../../engine/evaluation';
import { chainOf } from '../../call/chain';
import { lookAtStep, stepLookedAt } from '../../call/view';
import { chainList } from '../../explain/drawing/chain-list';
import { useOpenZoom } from '../../store/openZoom';
import { useCase } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { ZonePicture } from '../../ui/flow/ZonePicture';
import { useWidth } from '../../ui/useWidth';
import { choose } from './choose';
import { CHAIN } from './words';
import './chainList.css';

interface ChainListProps {
  /** What is inside a gate that is open. */
  readonly inside: (step: StepId) => ReactNode;
}

/** The stations of a chain down the page: a gate opens where it stands, and its step is the one that is looked at. */
export default function ChainList({ inside }: ChainListProps): ReactElement | null {
  const list = useRef<HTMLElement>(null);
  const width = useWidth(list);
  const whole = useCase();
  const at = useVerdict((state) => state.at);
  const zoom = useOpenZoom();
  const chain = useMemo(() => chainOf(whole), [whole]);
  const rows = useMemo(() => chain && chainList(chain, Math.max(280, width)), [chain, width]);
  if (!chain || !rows) return null;
  const last = chain.hops.length - 1;
  const here = stepLookedAt(whole, at) ?? last;
  const open = zoom && `${here}/${zoom.step}`;
  return (
    <section ref={list} className="panel chain-panel" aria-label={CHAIN.name}>
      <div className="body">
        <ol className="chain-list">
          {rows.map(({ id, drawing }) => (
            <li key={id}>
              {drawing.zones.length === 0 && <p className="hidden-text">{drawing.label}</p>}
              <ZonePicture
                drawing={drawing}
                open={id === open ? id : undefined}
                tab={false}
                onChoose={() => {
                  const [hop = '0', step = ''] = id.split('/');
                  useVerdict.getState().lookAt(Number(hop) === last ? 0 : lookAtStep(Number(hop)));
                  if (step !== '') choose(step as StepId, Number(hop) === here);
                }}
              />
              {id === open && zoom && <div className="chain-inside">{inside(zoom.step)}</div>}
            </li>
          ))}
        </ol>
        <h2 className="chain-all">{CHAIN.gates(here + 1, chain.hops.length)}</h2>
      </div>
    </section>
  );
}
