import { useMemo, useRef, type ReactElement } from 'react';
import type { StepId } from '../../engine/evaluation';
import { drawFlow } from '../../explain/drawing/flow';
import { flowSpec } from '../../explain/drawing/flow-spec';
import { zoomed, type ZoomAt } from '../../explain/zoom';
import { useLit } from '../../store/lit';
import { useEvaluation, useOpenStep, useScenario } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { Picture } from '../../ui/flow/Picture';
import { useZoom } from '../../store/zoom';
import { useMediaQuery } from '../../ui/useMediaQuery';
import './flow.css';
import { SaveMenu } from './SaveMenu';
import { useWidth } from '../../ui/useWidth';

const LOW = '(max-height: 799px)';

/** The band that shows the request on its way through the gates. The list of steps is its form for the keyboard. */
export function FlowPicture(): ReactElement {
  const band = useRef<HTMLElement>(null);
  const width = useWidth(band);
  const low = useMediaQuery(LOW);
  const evaluation = useEvaluation();
  const scenario = useScenario();
  const openStep = useOpenStep();
  const zoom = useOpenZoom();
  const lit = useLit((state) => state.step);
  const light = useLit((state) => state.light);
  const spec = useMemo(() => flowSpec(scenario, evaluation), [scenario, evaluation]);
  const drawing = useMemo(() => drawFlow(spec, { width, low }), [spec, width, low]);
  return (
    <section ref={band} className="flow" aria-label="Flow" style={{ height: drawing.height }}>
      <div role="img" aria-label={drawing.label} className="hidden-text" />
      <Picture
        drawing={drawing}
        open={zoom?.step ?? openStep}
        tab={zoom !== undefined}
        lit={lit}
        onChoose={(id) => choose(id as StepId)}
        onLight={(id) => light(id as StepId | undefined)}
      />
      {spec.start !== 'rest' && (
        <div className="flow-tools">
          <SaveMenu drawing={drawing} />
        </div>
      )}
    </section>
  );
}

/** What is open below, where the picture still has the gate for it. */
function useOpenZoom(): ZoomAt | undefined {
  const scenario = useScenario();
  const evaluation = useEvaluation();
  const zoom = useZoom((state) => state.zoom);
  return useMemo(
    () => (zoom && zoomed(scenario, evaluation, zoom) ? zoom : undefined),
    [scenario, evaluation, zoom],
  );
}

/** Opens a gate below the picture, or closes the open one; the list follows. */
function choose(step: StepId): void {
  const { selection, select, setSideTab } = useVerdict.getState();
  const { address, statement } = selection;
  const { zoom, openZoom, closeZoom } = useZoom.getState();
  select({ address, statement, step });
  setSideTab('walk');
  if (zoom?.step === step) closeZoom();
  else openZoom({ step });
}
