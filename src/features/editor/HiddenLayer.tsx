import { lazy, Suspense, type ReactElement } from 'react';
import type { Layer } from '../../case/scenario';
import { layerName, layerWithArticle } from '../../explain/layers';
import { addStarter, dropLayer } from '../../store/policyCommands';
import { useScenario } from '../../store/selectors';
import { Glyph } from '../../ui/Glyph';

const HiddenCommands = lazy(() => import('./HiddenCommands'));

/** In the editor's place for a layer that is in play but that nobody here can see. */
export function HiddenLayer({ layer }: { readonly layer: Layer }): ReactElement {
  const { request } = useScenario();
  return (
    <>
      <div className="head">
        <h2 className="grow cut">
          <span className="dim">{layerName(layer)} /</span> Not visible to me
        </h2>
      </div>
      <div className="body">
        <div className="start k-unknown">
          <Glyph kind="unknown" size={26} label="" />
          <h2>What this layer says is not known</h2>
          <p>
            It is in play, so it may allow the request, deny it, or say nothing about it. The verdict is given
            only where it comes out the same whatever {layerWithArticle(layer, request)} says; otherwise it
            stays undetermined.
          </p>
          <div className="row">
            <button className="btn main" onClick={() => addStarter(layer)}>
              I can see it: add a policy
            </button>
            <button className="btn line" onClick={() => dropLayer(layer)}>
              It is not in play
            </button>
          </div>
          <Suspense fallback={null}>
            <HiddenCommands layer={layer} />
          </Suspense>
        </div>
      </div>
    </>
  );
}
