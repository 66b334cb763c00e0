/**
 * A request that AWS would not send: an ARN for an action that works on no single resource, or on another type. Its
 * verdict is one for the words as they stand, which must not be taken for AWS's.
 * Service Authorization Reference: "Actions, resources, and condition keys", the column of resource types.
 */
import { resourceFit } from '../catalog/resource-fit';
import type { Catalog } from '../catalog/service-reference';
import { evaluate } from '../engine/evaluate';
import type { Decision, Evaluation } from '../engine/evaluation';
import type { Scenario } from '../case/scenario';
import { resourceFact } from './resource-fact';

export interface OddRequest {
  /** Back-ticks round policy text. */
  readonly why: string;
  /** The request that AWS would send, where it is known, and how it comes out. */
  readonly instead?: { readonly resource: string; readonly decision: Decision };
}

const isDenial = (decision: Decision): boolean =>
  decision === 'ExplicitlyDenied' || decision === 'ImplicitlyDenied';

/** Undefined where nothing is known, where the request is one of AWS's, and where it is denied either way. */
export function oddRequest(
  scenario: Scenario,
  { decision, problems }: Evaluation,
  catalog: Catalog,
): OddRequest | undefined {
  const { request } = scenario;
  const fact = resourceFact(catalog, request.action, request.resource);
  if (!fact || problems.length > 0) return undefined;
  if (resourceFit(catalog, request.action, request.resource)?.kind === 'noResources') {
    const instead = evaluate({ ...scenario, request: { ...request, resource: '*' } }).decision;
    if (isDenial(decision) && isDenial(instead)) return undefined;
    return { why: fact.why, instead: { resource: '*', decision: instead } };
  }
  return isDenial(decision) ? undefined : { why: fact.why };
}
