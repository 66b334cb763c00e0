import type { Scenario } from '../case/scenario';

/** Actions that are asked of one scenario; its own action has no part in it. */
export interface SweepGroup {
  readonly scenario: Scenario;
  readonly actions: readonly string[];
}

/** The case on another resource: what belongs to the present one has no part in it. */
export function onOtherResource(scenario: Scenario, resource: string): Scenario {
  const { s3: _s3, request, policies, ...rest } = scenario;
  const { resourceAccount: _account, ...asked } = request;
  const { resource: _policy, ...others } = policies;
  return { ...rest, request: { ...asked, resource }, policies: others };
}
