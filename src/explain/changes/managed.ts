/** Policies that AWS manages cannot be edited: where one is all there is, the change goes into a copy. */
import { isAwsManaged } from '../../catalog/aws-managed';
import { policyAt } from '../../case/scenario';
import type { Scenario } from '../../case/scenario';
import type { Proposal } from './types';

/** Undefined for a change of a policy that AWS manages and that others can stand beside. */
export function ownProposal(proposal: Proposal, scenario: Scenario): Proposal | undefined {
  const { layer, address, newText } = proposal;
  const name = newText === undefined ? undefined : policyAt(scenario.policies, address)?.name;
  if (name === undefined || !isAwsManaged(name)) return proposal;
  if (layer !== 'boundary' && layer !== 'session') return undefined;
  return {
    ...proposal,
    copyAs: `${name.slice(name.lastIndexOf('/') + 1)}-own`,
    warning: `AWS manages \`${name}\`, so it cannot be edited. Copy it to a policy of your own, change that, and use it instead.`,
  };
}
