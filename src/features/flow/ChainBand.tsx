import { useMemo, useRef, type ReactElement } from 'react';
import { chainOf } from '../../call/chain';
import { drawChain } from '../../explain/drawing/chain';
import { verdictText } from '../../explain/verdict';
import { useCase } from '../../store/selectors';
import { Picture } from '../../ui/flow/Picture';
import { useWidth } from '../../ui/useWidth';

/** What led to the case: who becomes whom, step by step; the case itself is the last step and open below. */
export default function ChainBand(): ReactElement | null {
  const band = useRef<HTMLElement>(null);
  const width = useWidth(band);
  const whole = useCase();
  const chain = useMemo(() => chainOf(whole), [whole]);
  const drawing = useMemo(() => chain && drawChain(chain, width), [chain, width]);
  if (!chain || !drawing) return null;
  return (
    <section ref={band} className="flow" aria-label="Chain of roles" style={{ height: drawing.height }}>
      <ol className="hidden-text">
        {chain.hops.map(({ scenario, evaluation, broken, oneHour }, at) => (
          <li key={at}>
            {scenario.request.action} by {evaluation.principal.name}: {verdictText(evaluation)}
            {broken && ', its caller is no session of the role before it'}
            {oneHour && ', for one hour at most'}
          </li>
        ))}
      </ol>
      <Picture drawing={drawing} />
    </section>
  );
}
