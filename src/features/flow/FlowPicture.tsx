import { lazy, Suspense, useCallback, useMemo, useRef, useState, type ReactElement } from 'react';
import type { StepId } from '../../engine/evaluation';
import { stepWords } from '../../explain/steps';
import { useEvaluation, useScenario } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { PartBoundary } from '../../ui/PartBoundary';
import { useMediaQuery } from '../../ui/useMediaQuery';
import { travellers } from './canvas/travellers';
import './flow.css';
import { flowGraph } from './graph';
import { flowLabel } from './label';
import { ReplayControls, type ReplayState } from './ReplayControls';
import { graphAt, replayStops } from './replay';
import { SaveMenu } from './SaveMenu';
import { useWidth } from './useWidth';

/** React Flow is large, and the page can be read without it. */
const Canvas = lazy(() => import('./canvas/Canvas'));

const LOW = '(max-height: 799px)';

/** The band that shows the request on its way through the gates. The walk is its form for the keyboard. */
export function FlowPicture(): ReactElement {
  const band = useRef<HTMLElement>(null);
  const width = useWidth(band);
  const tight = useMediaQuery(LOW);
  const evaluation = useEvaluation();
  const scenario = useScenario();
  const graph = useMemo(() => {
    const words = new Map(evaluation.steps.map((step) => [step.id, stepWords(step, evaluation, scenario)]));
    return flowGraph(evaluation, words, { width, tight, action: scenario.request.action });
  }, [evaluation, scenario, width, tight]);

  // A replay belongs to one evaluation: typing ends it.
  const [replay, setReplay] = useState<{ readonly of: typeof evaluation; readonly state: ReplayState }>();
  const state = replay?.of === evaluation ? replay.state : undefined;
  const changeReplay = useCallback(
    (next: ReplayState | undefined) => setReplay(next && { of: evaluation, state: next }),
    [evaluation],
  );
  const stops = useMemo(() => replayStops(graph), [graph]);
  const drawn = useMemo(() => (state ? graphAt(graph, stops, state.index) : graph), [graph, stops, state]);
  const dots = useMemo(
    () => travellers(graph, state && { stops, index: state.index }),
    [graph, stops, state],
  );

  return (
    <section ref={band} className="flow" aria-label="Flow" style={{ height: graph.height }}>
      <div role="img" aria-label={flowLabel(graph)} className="hidden-text" />
      <PartBoundary>
        <div className="flow-canvas" aria-hidden="true">
          <Suspense>
            <Canvas graph={drawn} dots={dots} stop={state && stops[state.index]} onChoose={choose} />
          </Suspense>
        </div>
      </PartBoundary>
      {stops.length > 2 && (
        <div className="flow-tools">
          <ReplayControls graph={graph} stops={stops} state={state} onChange={changeReplay} />
          <SaveMenu graph={graph} />
        </div>
      )}
    </section>
  );
}

/** Selects a gate's step. The editor stays where it is: the step that opens in the walk leads to the lines. */
function choose(step: StepId): void {
  const { selection, select, setSideTab } = useVerdict.getState();
  const { address, statement } = selection;
  select({ address, statement, step });
  setSideTab('walk');
}
