import { useMemo, useRef, type ReactElement } from 'react';
import type { StepId } from '../../engine/evaluation';
import { chainOf } from '../../call/chain';
import { lookAtStep, stepLookedAt } from '../../call/view';
import { drawChain } from '../../explain/drawing/chain';
import { verdictWord } from '../../explain/verdict';
import { useCase, useOpenStep } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { useOpenZoom } from '../../store/openZoom';
import { Picture } from '../../ui/flow/Picture';
import { useWidth } from '../../ui/useWidth';
import { choose } from './choose';
import { SaveMenu } from './SaveMenu';
import { CHAIN } from './words';

/** What led to the case: who becomes whom, step by step. The step that is chosen stands open below, and is edited there. */
export default function ChainBand(): ReactElement | null {
  const band = useRef<HTMLDivElement>(null);
  const width = useWidth(band);
  const whole = useCase();
  const at = useVerdict((state) => state.at);
  const openStep = useOpenStep();
  const zoom = useOpenZoom();
  const chain = useMemo(() => chainOf(whole), [whole]);
  const drawing = useMemo(() => chain && drawChain(chain, width), [chain, width]);
  if (!chain || !drawing) return null;
  const last = chain.hops.length - 1;
  const open = stepLookedAt(whole, at) ?? last;
  const gate = zoom?.step ?? openStep;
  const look = (hop: number): void => useVerdict.getState().lookAt(hop === last ? 0 : lookAtStep(hop));
  return (
    <div ref={band} className="flow-band" style={{ height: drawing.height }}>
      <ol className="chain-steps">
        {chain.hops.map(({ scenario, evaluation, broken, oneHour, tooLong }, hop) => (
          <li key={hop}>
            <button
              className="btn sm line"
              aria-current={hop === open ? 'step' : undefined}
              onClick={() => look(hop)}
            >
              {CHAIN.step(
                hop + 1,
                scenario.request.action,
                evaluation.principal.name,
                verdictWord(evaluation).word,
              )}
              {broken && CHAIN.broken}
              {tooLong ? CHAIN.tooLong : oneHour && CHAIN.oneHour}
            </button>
          </li>
        ))}
      </ol>
      <Picture
        drawing={drawing}
        open={gate && `${open}/${gate}`}
        tab={zoom !== undefined}
        onChoose={(id) => {
          const [hop = '0', step = ''] = id.split('/');
          look(Number(hop));
          if (step !== '') choose(step as StepId, Number(hop) === open);
        }}
      />
      <div className="flow-tools">
        <SaveMenu />
      </div>
    </div>
  );
}
