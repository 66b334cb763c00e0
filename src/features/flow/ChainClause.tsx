import { useMemo, type ReactElement } from 'react';
import { chainOf } from '../../call/chain';
import { lookAtStep, stepLookedAt } from '../../call/view';
import { useCase } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { CHAIN } from './words';

/** Which step of a chain the verdict is about, and the way to the one that stops it or to the case itself. */
export default function ChainClause(): ReactElement | null {
  const whole = useCase();
  const at = useVerdict((state) => state.at);
  const lookAt = useVerdict((state) => state.lookAt);
  const chain = useMemo(() => chainOf(whole), [whole]);
  if (!chain) return null;
  const last = chain.hops.length - 1;
  const open = stepLookedAt(whole, at) ?? last;
  const { stop } = chain;
  const hop = chain.hops[open]!;
  const to = stop !== undefined && stop !== open ? stop : open === last ? undefined : last;
  return (
    <p className="clause">
      {CHAIN.of(open + 1, chain.hops.length)}
      {open === stop && hop.broken && ` ${CHAIN.brokenClause}`}
      {open === stop && hop.tooLong && ` ${CHAIN.tooLongClause}`}
      {to !== undefined && (
        <>
          {' '}
          <button className="link" onClick={() => lookAt(to === last ? 0 : lookAtStep(to))}>
            {to === stop ? CHAIN.toStop(to + 1) : CHAIN.toCase}
          </button>
        </>
      )}
    </p>
  );
}
