/** Layers that can't be seen, the likeliest cause of a denial first, and how to tell them apart. */
import type { Evaluation } from '../engine/evaluation';
import type { Layer, Scenario } from '../case/scenario';
import { partOf } from './hangs/part';
import type { HiddenSay } from './hangs/part';
import { serviceOf } from '../case/layers';
import { resourcePolicyNoun } from './layers';
import { code, rich } from './rich';
import type { Rich } from './types';

export interface Suspect {
  readonly layer: Layer;
  /** Why it may be this layer. */
  readonly why: Rich;
  /** What to do, or to look for, to find out. */
  readonly tell: Rich;
}

/** The layers that hide and that the verdict depends on, in the order in which to look into them. */
export function suspects(scenario: Scenario, evaluation: Evaluation): readonly Suspect[] {
  const hidden = evaluation.dependsOn.flatMap((dependency) =>
    dependency.kind === 'layer' ? [dependency.layer] : [],
  );
  return [...hidden]
    .sort((a, b) => suspicion(b, scenario, evaluation) - suspicion(a, scenario, evaluation))
    .map((layer) => ({ layer, ...CLUES[layer](scenario, evaluation) }));
}

/** A layer whose Allow is needed is likelier than one that could only deny. */
function suspicion(layer: Layer, scenario: Scenario, evaluation: Evaluation): number {
  return (partOf(layer, evaluation) === 'mustAllow' ? 10 : 0) + WEIGHT[layer](scenario, evaluation);
}

const WITHIN: Record<HiddenSay, Rich> = {
  mustAllow: rich`The resource’s own policy has to allow it, in its own account too.`,
  mayAllow: rich`It can grant the request by itself, and it can deny it.`,
  onlyDenies: rich`In one account it can only take away what is allowed elsewhere.`,
};

const WEIGHT: Record<Layer, (scenario: Scenario, evaluation: Evaluation) => number> = {
  identity: () => 9,
  resource: (_, { crossAccount }) => (crossAccount ? 8 : 3),
  scp: () => 7,
  boundary: () => 6,
  session: () => 4,
  // Only requests that came through an endpoint can fail there.
  endpoint: (_, { context }) => (context.some(({ key }) => key.toLowerCase() === 'aws:sourcevpce') ? 8 : 2),
  rcp: (_, { crossAccount }) => (crossAccount ? 5 : 1),
};

type Clue = (scenario: Scenario, evaluation: Evaluation) => Omit<Suspect, 'layer'>;

const said = (name: string): Rich => rich`The denial message names it: ${code(name)}.`;

const CLUES: Record<Layer, Clue> = {
  identity: ({ request }, evaluation) =>
    partOf('identity', evaluation) === 'onlyDenies'
      ? {
          why: rich`The ${resourcePolicyNoun(request)} grants the request, so an identity policy can only deny it.`,
          tell: said('with an explicit deny in an identity-based policy'),
        }
      : {
          why: rich`Something has to grant the request, and mostly it is an identity policy.`,
          tell: said('because no identity-based policy allows'),
        },
  resource: (_, evaluation) => ({
    why: evaluation.crossAccount
      ? rich`Across accounts the resource’s own policy has to allow it.`
      : WITHIN[partOf('resource', evaluation)],
    tell: said('resource-based policy'),
  }),
  scp: (_, { principal }) => ({
    why: rich`SCPs cap every user and role of the account, administrators too.`,
    tell: rich`If an administrator of ${principal.account ?? 'the account'} is denied as well, it is an SCP. ${said('service control policy')}`,
  }),
  boundary: () => ({
    why: rich`A boundary caps this one user or role.`,
    tell: rich`The console shows it on the user or role, under Permissions boundary. ${said('permissions boundary')}`,
  }),
  session: (_, { principal }) =>
    principal.kind === 'federatedUser'
      ? {
          why: rich`A federated user may do only what its session policy allows.`,
          tell: rich`Whoever asked for the session passed it to ${code('sts:GetFederationToken')}. ${said('session policy')}`,
        }
      : {
          why: rich`A tool that assumes the role may pass a policy that narrows the session.`,
          tell: rich`If the same role works with another tool, it is the session policy.`,
        },
  endpoint: () => ({
    why: rich`Requests through a VPC endpoint must pass its policy.`,
    tell: rich`If the same call works from outside the VPC, it is the endpoint.`,
  }),
  rcp: ({ request }) => ({
    why: rich`RCPs of the resource’s organization can deny ${code(serviceOf(request.action))} to anyone.`,
    tell: said('with an explicit deny in a resource control policy'),
  }),
};
