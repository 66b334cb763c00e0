import { lazy, Suspense, type ReactElement } from 'react';
import { setLayerSupposed, setLayerUnknown } from '../../case/edits';
import { isSupposed, type Layer } from '../../case/scenario';
import { layerName, layerWithArticle } from '../../explain/layers';
import { addStarter, dropLayer } from '../../store/policyCommands';
import { useScenario } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { Glyph } from '../../ui/Glyph';

const HiddenCommands = lazy(() => import('./HiddenCommands'));

/** In the editor's place for a layer that is in play but that nobody here can see. */
export function HiddenLayer({ layer }: { readonly layer: Layer }): ReactElement {
  const { request, policies } = useScenario();
  const supposed = isSupposed(policies[layer]);
  const edit = useVerdict((state) => state.edit);
  return (
    <>
      <div className="head">
        <h2 className="grow cut">
          <span className="dim">{layerName(layer)} /</span>{' '}
          {supposed ? 'Supposed to allow' : 'I can’t see it'}
        </h2>
      </div>
      <div className="body">
        <div className="start k-unknown">
          <Glyph kind="unknown" size={26} label="" />
          <h2>{supposed ? 'What this layer says is supposed' : 'What this layer says is not known'}</h2>
          <p>
            {supposed && 'The verdict is given as if it lets the request through. Really, '}
            {supposed ? 'it' : 'It'} applies, so it may allow the request, deny it, or say nothing about it.
            The verdict is given only where it comes out the same whatever {layerWithArticle(layer, request)}{' '}
            says; otherwise it stays undetermined.
          </p>
          <div className="row">
            {supposed ? (
              <button
                className="btn line"
                onClick={() => edit((scenario) => setLayerUnknown(scenario, layer))}
              >
                Take the supposition back
              </button>
            ) : (
              <button
                className="btn line"
                onClick={() => edit((scenario) => setLayerSupposed(scenario, layer))}
              >
                What if it allows?
              </button>
            )}
            <button className="btn main" onClick={() => addStarter(layer)}>
              I can see it: add a policy
            </button>
            <button className="btn line" onClick={() => dropLayer(layer)}>
              None is attached
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
