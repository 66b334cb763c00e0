/** One click's supposition about a layer that the person cannot see: that it lets the request through. */
import { FULL_ACCESS, LAYER_TABLE, isLeveled, isList, onlyDenies, statement } from '../../case/layers';
import type { Layer, Scenario } from '../../case/scenario';
import { onlyLimits } from '../../explain/facts';
import { FORMS } from '../../language/forms';

const NAME = 'Supposed to allow';

/**
 * The scenario with the layer supposed to allow. Layers that only limit go out of play, except SCPs, of which
 * AWS attaches `FullAWSAccess` to every level; layers that grant get a policy that allows everything.
 * AWS Organizations User Guide: "SCP evaluation"; AWS PrivateLink Guide: "Control access to VPC endpoints".
 */
export function supposeAllows(scenario: Scenario, layer: Layer): Scenario {
  const { [layer]: _, ...rest } = scenario.policies;
  const supposed = (value: unknown): Scenario => ({
    ...scenario,
    policies: { ...rest, [layer]: value },
  });
  if (onlyLimits(layer))
    return isLeveled(layer) && !onlyDenies(layer)
      ? supposed([{ target: 'Root', policies: [FULL_ACCESS] }])
      : { ...scenario, policies: rest };
  const needsPrincipal = FORMS[LAYER_TABLE[layer].form].principal === 'required';
  const parts = { Effect: 'Allow', ...(needsPrincipal && { Principal: '*' }), Action: '*', Resource: '*' };
  const policy = { name: NAME, document: statement(parts) };
  return supposed(isList(layer) ? [policy] : policy);
}
