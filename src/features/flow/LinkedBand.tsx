import { useMemo, useRef, type ReactElement } from 'react';
import type { StepId } from '../../engine/evaluation';
import { drawLinked } from '../../explain/drawing/linked';
import { useCall, useOpenStep } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { useZoom } from '../../store/zoom';
import { Picture } from '../../ui/flow/Picture';
import { useWidth } from '../../ui/useWidth';
import { choose } from './choose';
import { SaveMenu } from './SaveMenu';

/** The requests of one call, each a small lane; choosing a gate looks at its request. */
export default function LinkedBand(): ReactElement {
  const band = useRef<HTMLDivElement>(null);
  const width = useWidth(band);
  const call = useCall();
  const at = useVerdict((state) => state.at);
  const openStep = useOpenStep();
  const zoom = useZoom((state) => state.zoom);
  const drawing = useMemo(() => drawLinked(call, width), [call, width]);
  const open = zoom?.step ?? openStep;
  return (
    <div ref={band} className="flow-band" style={{ height: drawing.height }}>
      <div role="img" aria-label={drawing.label} className="hidden-text" />
      <Picture
        drawing={drawing}
        open={open && `${at}/${open}`}
        onChoose={(id) => {
          const [part = '0', step = ''] = id.split('/');
          useVerdict.getState().lookAt(Number(part));
          choose(step as StepId, Number(part) === at);
        }}
      />
      <div className="flow-tools">
        <SaveMenu />
      </div>
    </div>
  );
}
