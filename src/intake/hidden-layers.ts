/** Which layers a request meets that a pasted message does not show. */
import type { Layer, Request } from '../case/scenario';
import { parseArn } from '../language/arn';
import type { Evidence } from './evidence/types';

/**
 * The layers that are surely in play and unseen: the one that AWS names, the caller's own policies, and the resource's
 * policy where nothing happens without it. IAM User Guide, "Policy evaluation logic".
 */
export function hiddenLayers(request: Partial<Request>, evidence: Pick<Evidence, 'layer'>): readonly Layer[] {
  const hidden = new Set<Layer>();
  if (evidence.layer !== undefined) hidden.add(evidence.layer === 'trust' ? 'resource' : evidence.layer);
  if (hasOwnPolicies(request)) hidden.add('identity');
  if (needsResourcePolicy(request)) hidden.add('resource');
  return [...hidden];
}

/** Users, roles and their sessions have identity-based policies; services, the root user and strangers have none. */
function hasOwnPolicies({ principal }: Partial<Request>): boolean {
  const name = principal === undefined ? undefined : parseArn(principal)?.resource;
  return name !== undefined && /^(?:user|role|assumed-role|federated-user)\//.test(name);
}

function needsResourcePolicy(request: Partial<Request>): boolean {
  const { principal, action, resource } = request;
  if (action !== undefined && /^sts:assumerole/i.test(action)) return true;
  if (action !== undefined && /^kms:/i.test(action) && resource?.includes(':key/') === true) return true;
  if (principal !== undefined && !hasOwnPolicies(request) && !principal.endsWith(':root')) return true;
  const owner = request.resourceAccount ?? (resource === undefined ? undefined : parseArn(resource)?.account);
  const account = principal === undefined ? undefined : parseArn(principal)?.account;
  return Boolean(owner) && Boolean(account) && owner !== account && owner !== 'aws';
}
