import { lazy, Suspense, type ReactElement } from 'react';
import { useCall, useCase } from '../../store/selectors';
import { PartBoundary } from '../../ui/PartBoundary';
import './flow.css';

/** The page can be read before the picture stands. */
const FlowBand = lazy(() => import('./FlowBand').then((part) => ({ default: part.FlowBand })));

const LinkedBand = lazy(() => import('./LinkedBand'));
const ChainBand = lazy(() => import('./ChainBand'));

/** The picture of the case: one request, the requests of a call, or the steps of a chain, each open below as pressed. */
export function FlowPicture(): ReactElement {
  const several = useCall().parts.length > 1;
  const chained = (useCase().chain ?? []).length > 0;
  return (
    <PartBoundary>
      <Suspense fallback={<section className="flow flow-soon" aria-label="Flow" />}>
        {chained ? <ChainBand /> : several ? <LinkedBand /> : <FlowBand />}
      </Suspense>
    </PartBoundary>
  );
}
