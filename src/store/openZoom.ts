/** What is open below the picture, where the case still has it. */
import { useMemo } from 'react';
import { zoomed, type ZoomAt } from '../explain/zoom';
import { useEvaluation, useScenario } from './selectors';
import { useZoom } from './zoom';

/** Undefined where nothing is open, or the gate has nothing to open any more. */
export function useOpenZoom(): ZoomAt | undefined {
  const scenario = useScenario();
  const evaluation = useEvaluation();
  const zoom = useZoom((state) => state.zoom);
  return useMemo(
    () => (zoom && zoomed(scenario, evaluation, zoom) ? zoom : undefined),
    [scenario, evaluation, zoom],
  );
}
