/** What a click on a gate does: it opens below the picture, and the list follows; once more closes it, where it stood open. */
import type { StepId } from '../../engine/evaluation';
import { useVerdict } from '../../store/store';
import { useZoom } from '../../store/zoom';

export function choose(step: StepId, stood = true): void {
  const { selection, select, setSideTab } = useVerdict.getState();
  const { address, statement } = selection;
  const { zoom, openZoom, closeZoom } = useZoom.getState();
  select({ address, statement, step });
  setSideTab('walk');
  if (stood && zoom?.step === step) closeZoom();
  else openZoom({ step });
}
