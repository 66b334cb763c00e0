import type { ReactElement } from 'react';
import { setLayerUnknown } from '../../case/edits';
import type { Layer } from '../../case/scenario';
import { layerPlural } from '../../explain/layers';
import { capital } from '../../explain/rich';
import { useScenario } from '../../store/selectors';
import { useVerdict } from '../../store/store';

/** A layer that is only supposed to allow, and the one click that takes it back. */
export function SupposedChip({ layer }: { readonly layer: Layer }): ReactElement {
  const { request } = useScenario();
  const edit = useVerdict((state) => state.edit);
  const { name, many } = layerPlural(layer, request);
  return (
    <span className="supposed">
      {capital(name)} {many ? 'are' : 'is'} supposed to allow.{' '}
      <button className="link" onClick={() => edit((scenario) => setLayerUnknown(scenario, layer))}>
        Take it back
      </button>
    </span>
  );
}
