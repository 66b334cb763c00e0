/** The policies of a case as code writes them: which there are, and which cannot be written. */
import { isTrust, serviceOf, type Layer } from '../../case/layers';
import { listPolicies, policyText, type Policy, type Scenario } from '../../case/scenario';
import { isUnseen } from '../../case/unseen';

export interface WrittenPolicy {
  readonly name: string;
  readonly kind: Layer | 'trust';
  readonly document: Readonly<Record<string, unknown>>;
  /** The service of the request: what a resource-based policy stands on. */
  readonly service: string;
  /** The resource of the request. */
  readonly resource: string;
}

export interface CodePolicies {
  readonly policies: readonly WrittenPolicy[];
  /** Policies that are left out, and why: one sentence each. */
  readonly left: readonly string[];
}

/** All policies of a case whose text is whole, in the order of the walk. */
export function codePolicies({ request, policies }: Scenario): CodePolicies {
  const written: WrittenPolicy[] = [];
  const left: string[] = [];
  for (const { address, policy } of listPolicies(policies)) {
    const document = documentOf(policy);
    if (document === undefined || isUnseen(policy) || policy.reported === true) {
      left.push(`${policy.name} is left out: its text is not there, or cannot be read.`);
      continue;
    }
    const kind = address.layer === 'resource' && isTrust(request.action) ? 'trust' : address.layer;
    written.push({
      name: policy.name,
      kind,
      document,
      service: serviceOf(request.action),
      resource: request.resource,
    });
  }
  return { policies: written, left };
}

function documentOf(policy: Policy): WrittenPolicy['document'] | undefined {
  try {
    const value: unknown = policy.document ?? JSON.parse(policyText(policy));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as WrittenPolicy['document'])
      : undefined;
  } catch {
    return undefined;
  }
}
