import { lazy, Suspense, useMemo, useRef, type ReactElement } from 'react';
import type { StepId } from '../../engine/evaluation';
import { secondRefusal } from '../../engine/lifted';
import { withBefore } from '../../explain/drawing/before';
import { drawFlow } from '../../explain/drawing/flow';
import { flowSpec } from '../../explain/drawing/flow-spec';
import { knownSoFar, scrubTrack, specAfter } from '../../explain/drawing/scrub';
import { withSecond } from '../../explain/drawing/second';
import type { FlowSpec } from '../../explain/drawing/spec';
import { evaluationOf } from '../../store/derive';
import { useLit } from '../../store/lit';
import { useEvaluation, useOpenStep, useScenario } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { useOpenZoom } from '../../store/openZoom';
import { Picture } from '../../ui/flow/Picture';
import { useMediaQuery } from '../../ui/useMediaQuery';
import { useWidth } from '../../ui/useWidth';
import { choose } from './choose';
import { ReplayTools } from './ReplayTools';
import { SaveMenu } from './SaveMenu';
import { useScrub } from './useScrub';

const Scrubber = lazy(() => import('./Scrubber').then(({ Scrubber: Part }) => ({ default: Part })));
const LOW = '(max-height: 799px)';

/** The band that shows the request on its way through the gates. The list of steps is its form for the keyboard. */
export function FlowBand(): ReactElement {
  const band = useRef<HTMLDivElement>(null);
  const width = useWidth(band);
  const low = useMediaQuery(LOW);
  const evaluation = useEvaluation();
  const scenario = useScenario();
  const openStep = useOpenStep();
  const zoom = useOpenZoom();
  const lit = useLit((state) => state.step);
  const light = useLit((state) => state.light);
  const scrub = useScrub(scenario, evaluation);
  const { count, read } = scrub;
  const whole = useSpec();
  const spec = useMemo(
    () => (count === undefined ? whole : specAfter(whole, read, count)),
    [whole, read, count],
  );
  const drawing = useMemo(() => drawFlow(spec, { width, low }), [spec, width, low]);
  const track = useMemo(
    () => (count === undefined ? undefined : scrubTrack(scrub.all, read, count, drawing.gates, width)),
    [scrub.all, read, count, drawing, width],
  );
  const here = count === undefined ? undefined : read[count - 1]?.gate;
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
            <ReplayTools scrub={scrub} />
            <SaveMenu />
          </div>
        )}
      </div>
      {track && count !== undefined && (
        <Suspense>
          <Scrubber
            track={track}
            read={read}
            count={count}
            known={knownSoFar(evaluation, whole, read, count)}
            possible={scrub.known(read.length === count ? scrub.all.length : count)}
            onMove={scrub.move}
            onPlay={scrub.play}
            onClose={scrub.close}
          />
        </Suspense>
      )}
    </>
  );
}

/** The picture without places: with the way of the case kept as A, and behind a stop the next refusal. */
function useSpec(): FlowSpec {
  const evaluation = useEvaluation();
  const scenario = useScenario();
  const before = useVerdict(({ history }) => history.present.before);
  const kept = useVerdict((state) => state.kept);
  const second = useMemo(() => secondRefusal(scenario), [scenario]);
  return useMemo(() => {
    const now = flowSpec(scenario, evaluation);
    const old = kept ?? (before && { ...before, schema: 2 as const });
    if (!old) return withSecond(now, second);
    const was = evaluationOf(old);
    const compared = withBefore(now, flowSpec(old, was), was);
    return compared === now ? withSecond(now, second) : compared;
  }, [scenario, evaluation, kept, before, second]);
}
