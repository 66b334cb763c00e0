import { useMemo, useRef, type ReactElement } from 'react';
import type { StepId } from '../../engine/evaluation';
import { drawFlow } from '../../explain/drawing/flow';
import { flowSpec } from '../../explain/drawing/flow-spec';
import { useLit } from '../../store/lit';
import { useEvaluation, useOpenStep, useScenario } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { Picture } from '../../ui/flow/Picture';
import { useMediaQuery } from '../../ui/useMediaQuery';
import './flow.css';
import { SaveMenu } from './SaveMenu';
import { useWidth } from './useWidth';

const LOW = '(max-height: 799px)';

/** The band that shows the request on its way through the gates. The list of steps is its form for the keyboard. */
export function FlowPicture(): ReactElement {
  const band = useRef<HTMLElement>(null);
  const width = useWidth(band);
  const low = useMediaQuery(LOW);
  const evaluation = useEvaluation();
  const scenario = useScenario();
  const openStep = useOpenStep();
  const lit = useLit((state) => state.step);
  const light = useLit((state) => state.light);
  const spec = useMemo(() => flowSpec(scenario, evaluation), [scenario, evaluation]);
  const drawing = useMemo(() => drawFlow(spec, { width, low }), [spec, width, low]);
  return (
    <section ref={band} className="flow" aria-label="Flow" style={{ height: drawing.height }}>
      <div role="img" aria-label={drawing.label} className="hidden-text" />
      <Picture
        drawing={drawing}
        open={openStep}
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

/** Selects a gate's step. The editor stays where it is: the step that opens in the list leads to the lines. */
function choose(step: StepId): void {
  const { selection, select, setSideTab } = useVerdict.getState();
  const { address, statement } = selection;
  select({ address, statement, step });
  setSideTab('walk');
}
