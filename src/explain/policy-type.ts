import type { PolicyType } from '../checks/policy-type';
import type { Layer } from '../case/scenario';
import type { PolicyForm } from '../language/forms';
import { LAYER_TABLE, isTrust, serviceOf } from '../case/layers';

/** What the checks call a policy of a layer. Whose resource-based policy it is, the request's action tells. */
export function policyTypeOf(layer: Layer, action: string): PolicyType {
  if (layer !== 'resource') return LAYER_TABLE[layer].form;
  if (isTrust(action)) return 'trust';
  return serviceOf(action) === 'kms' ? 'key' : 'resource';
}

/** What the reader of policies calls a policy of a layer. */
export function policyFormOf(layer: Layer, action: string): PolicyForm {
  return layer === 'resource' && isTrust(action) ? 'trust' : LAYER_TABLE[layer].form;
}
