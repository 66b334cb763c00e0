import { lazy, Suspense, useMemo, useRef, type ReactElement } from 'react';
import type { StepId } from '../../engine/evaluation';
import { drawFlow } from '../../explain/drawing/flow';
import { knownSoFar, scrubTrack } from '../../explain/drawing/scrub';
import { useLit } from '../../store/lit';
import { useOpenZoom } from '../../store/openZoom';
import { usePicture } from '../../store/picture';
import { useEvaluation, useOpenStep } from '../../store/selectors';
import { Picture } from '../../ui/flow/Picture';
import { useMediaQuery } from '../../ui/useMediaQuery';
import { useWidth } from '../../ui/useWidth';
import { choose } from './choose';
import { ReplayTools } from './ReplayTools';
import { SaveMenu } from './SaveMenu';
import { useReplayRun } from './useReplayRun';

const Scrubber = lazy(() => import('./Scrubber').then(({ Scrubber: Part }) => ({ default: Part })));
const LOW = '(max-height: 799px)';

/** The band that shows the request on its way through the gates. The list of steps is its form for the keyboard. */
export function FlowBand(): ReactElement {
  const band = useRef<HTMLDivElement>(null);
  const width = useWidth(band);
  const low = useMediaQuery(LOW);
  const evaluation = useEvaluation();
  const openStep = useOpenStep();
  const zoom = useOpenZoom();
  const lit = useLit((state) => state.step);
  const light = useLit((state) => state.light);
  const { whole, spec, here, replay } = usePicture();
  const { all, read, count } = replay;
  useReplayRun(evaluation, replay);
  const drawing = useMemo(() => drawFlow(spec, { width, low }), [spec, width, low]);
  const track = useMemo(
    () => (count === undefined ? undefined : scrubTrack(all, read, count, drawing.gates, width)),
    [all, read, count, drawing, width],
  );
  return (
    <>
      <div ref={band} className="flow-band" style={{ height: drawing.height }}>
        <div role="img" aria-label={drawing.label} className="hidden-text" />
        <Picture
          drawing={drawing}
          open={here ?? zoom?.step ?? openStep}
          tab={zoom !== undefined && count === undefined}
          lit={lit}
          onChoose={(id) => choose(id as StepId)}
          onLight={(id) => light(id as StepId | undefined)}
        />
        {whole.start !== 'rest' && (
          <div className="flow-tools">
            <ReplayTools replay={replay} />
            <SaveMenu />
          </div>
        )}
      </div>
      {track && count !== undefined && (
        <Suspense>
          <Scrubber track={track} replay={replay} known={knownSoFar(evaluation, whole, read, count)} />
        </Suspense>
      )}
    </>
  );
}
