/**
 * What AWS itself said of the requests of a case: IAM Toolbox API Reference, GetRequestAuthorizationDetails (preview of
 * November 2026). It holds for the very request that AWS evaluated, and for no other.
 */
import { mapPolicies } from './map-policies';
import type { AwsSaid, CaseBody, Policy, Scenario } from './scenario';
import { unseenPolicy } from './unseen';

/** What AWS said of the request that a case asks; undefined where it asks anything else. */
export function awsSaidOf({ aws, request }: Pick<CaseBody, 'aws' | 'request'>): AwsSaid | undefined {
  if (aws === undefined) return undefined;
  const asked = keyOf(request);
  return aws.find((said) => keyOf(said.request) === asked);
}

function keyOf({ principal, action, resource, context = {} }: AwsSaid['request']): string {
  const keys = Object.entries(context)
    .map(([key, value]) => JSON.stringify([key.toLowerCase(), value]))
    .sort();
  return JSON.stringify([principal, action.toLowerCase(), resource, keys]);
}

/**
 * The case as it can be evaluated: a policy of which AWS told only the statements that matched is no policy for any other
 * request, so there it is not known.
 */
export function withKnownReports(scenario: Scenario): Scenario {
  if (scenario.aws === undefined || awsSaidOf(scenario) !== undefined) return scenario;
  return { ...scenario, policies: mapPolicies(scenario.policies, unreported) };
}

function unreported(policy: Policy): Policy {
  if (policy.reported !== true) return policy;
  const { name, text } = unseenPolicy(policy.name, []);
  return { name, text: text!, ...(policy.via !== undefined && { via: policy.via }) };
}
