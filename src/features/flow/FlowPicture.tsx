import { lazy, Suspense, type ReactElement } from 'react';
import { LaterUnlessNew } from '../../store/later';
import { useCallFact } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { PartBoundary } from '../../ui/PartBoundary';
import { CHAIN } from './words';
import './flow.css';

/** The page can be read before the picture stands. */
const FlowBand = lazy(() => import('./FlowBand').then((part) => ({ default: part.FlowBand })));

const LinkedBand = lazy(() => import('./LinkedBand'));
const ChainBand = lazy(() => import('./ChainBand'));

/**
 * The picture of the case: one request, the requests of a call, or the steps of a chain, each open below as pressed.
 * Its region stands from the first drawing on, and stays when another case comes.
 */
export function FlowPicture(): ReactElement {
  const several = useCallFact(({ parts }) => parts.length > 1);
  const chained = useVerdict(({ history }) => (history.present.chain ?? []).length > 0);
  return (
    <section className="flow" aria-label={chained ? CHAIN.name : 'Flow'}>
      <LaterUnlessNew>
        <PartBoundary>
          <Suspense fallback={<div className="flow-soon" />}>
            {chained ? <ChainBand /> : several ? <LinkedBand /> : <FlowBand />}
          </Suspense>
        </PartBoundary>
      </LaterUnlessNew>
    </section>
  );
}
