/** Guards about whom the policy of a resource lets in: all callers are asked about, and not only the one of the case. */
import type { Guard, GuardPrincipal } from '../../case/guard';
import { isHidden, policyText } from '../../case/scenario';
import type { Policies, Policy, Scenario } from '../../case/scenario';
import { compilePolicy } from '../../engine/compile';
import type { Answer } from '../comparison';
import { ReadPolicy } from '../policy';
import type { AskedType } from '../policy';
import type { Confirm } from '../prover';
import { askPolicy } from './granted';
import type { Asking } from './granted';
import type { CaseOptions } from './cases';

/** The policy of the resource, as far as it can be asked, and what kind it is. */
export function resourcePolicyIn({
  resource,
}: Policies): { readonly policy: Policy; readonly type: AskedType } | undefined {
  if (resource === undefined || isHidden(resource) || resource.off === true) return undefined;
  const type = compilePolicy(resource, 'trust').kind === 'readable' ? 'trust' : 'resource';
  return { policy: resource, type };
}

/**
 * Requests by these principals, as a policy that allows no others: by the Principal element, or by the ARN of whoever asks, as
 * AWS's reference policies for resources have it.
 */
function allowList(principal: GuardPrincipal, type: AskedType): ReadPolicy {
  const what = type === 'trust' ? { Action: '*' } : { Action: '*', Resource: '*' };
  const arns = [principal.AWS ?? []].flat().filter((text) => text.startsWith('arn:'));
  const Condition = { ArnLike: { 'aws:PrincipalArn': arns } };
  const Statement = [
    { Effect: 'Allow', Principal: principal, ...what },
    ...(arns.length > 0 ? [{ Effect: 'Allow', Principal: { AWS: '*' }, ...what, Condition }] : []),
  ];
  return new ReadPolicy('Excepted', { Version: '2012-10-17', Statement }, type);
}

/** Is the caller of a request one of the principals? */
export function isExceptedPrincipal({ exceptPrincipal }: Guard): Confirm {
  if (exceptPrincipal === undefined) return () => false;
  const list = allowList(exceptPrincipal, 'resource');
  return (request) => list.say(request).allowed === 'yes';
}

/**
 * Does the resource's own policy let nobody in but these principals, for what the guard speaks of? Undefined where there is no such
 * policy. `asked`: the requests that the guard speaks of, whoever makes them.
 */
export function askPrincipals(
  guard: Guard,
  scenario: Scenario,
  asked: Asking,
  options: CaseOptions,
): { readonly answer: Answer; readonly policy: Policy } | undefined {
  const { by, exceptPrincipal } = guard;
  const own = resourcePolicyIn(scenario.policies);
  if ((exceptPrincipal === undefined && by !== 'anyone') || !own) return undefined;
  const { policy, type } = own;
  const read = new ReadPolicy('Policy', policyText(policy), type);
  const excepted = exceptPrincipal && allowList(exceptPrincipal, type);
  const answer = askPolicy(
    read,
    {
      formula: (space) =>
        space.formulas.and([
          asked.formula(space),
          ...(excepted ? [space.formulas.not(excepted.in(space).allowed)] : []),
        ]),
      confirm: (request) => asked.confirm(request) && (!excepted || excepted.say(request).allowed === 'no'),
    },
    options,
  );
  return { answer, policy };
}

/** Whom the policy of the resource lets in by name, each once. */
export function namedIn(
  policies: Policies,
): Readonly<Record<'AWS' | 'Service' | 'Federated', readonly string[]>> {
  const named = { AWS: new Set<string>(), Service: new Set<string>(), Federated: new Set<string>() };
  const own = resourcePolicyIn(policies);
  const nodes = own ? new ReadPolicy('Policy', policyText(own.policy), own.type).nodes : [];
  for (const { effect, principal } of nodes) {
    if (effect !== 'Allow' || !principal || principal.not) continue;
    for (const { type, values } of principal.groups) {
      if (type === 'CanonicalUser') continue;
      for (const value of values) if (value !== '*') named[type].add(value);
    }
  }
  return { AWS: [...named.AWS], Service: [...named.Service], Federated: [...named.Federated] };
}
