import { lazy, Suspense, type ReactElement } from 'react';
import { useCall, useCase } from '../../store/selectors';
import { PartBoundary } from '../../ui/PartBoundary';
import './flow.css';
import { FlowBand } from './FlowBand';

const LinkedBand = lazy(() => import('./LinkedBand'));
const ChainBand = lazy(() => import('./ChainBand'));

/** The picture of the case: one request, the requests of a call, and what led to it where that is known. */
export function FlowPicture(): ReactElement {
  const several = useCall().parts.length > 1;
  const chained = (useCase().chain ?? []).length > 0;
  if (!several && !chained) return <FlowBand />;
  return (
    <PartBoundary>
      <Suspense fallback={<FlowBand />}>
        {chained && <ChainBand />}
        {several ? <LinkedBand /> : <FlowBand />}
      </Suspense>
    </PartBoundary>
  );
}
