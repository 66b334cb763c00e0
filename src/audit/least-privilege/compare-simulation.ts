/**
 * AWS's simulator beside Verdict, request by request, with the first documented reason of a difference.
 * IAM API Reference, SimulateCustomPolicy and SimulatePrincipalPolicy; IAM User Guide, "Testing IAM policies with the IAM
 * policy simulator". An open verdict is no difference.
 */
import { isHidden } from '../../case/parts';
import { levelsOf } from '../../case/scenario';
import type { Scenario } from '../../case/scenario';
import { evaluate } from '../../engine/evaluate';
import type { Decision } from '../../engine/evaluation';
import type { SimulatedDecision, SimulatedResult, SimulationReport } from '../../intake/report/types';
import { parseArn } from '../../language/arn';

export type DifferenceReason =
  | 'rcp-not-simulated'
  | 'endpoint-or-session-not-simulated'
  | 'scp-conditions'
  | 'resource-policy-not-for-roles'
  | 'cross-account'
  | 'missing-context'
  | 'service-keys'
  | 'star-resource'
  | 'service-exceptions'
  | 'run-instances-one-resource'
  | 'not-explained';

export interface SimulatedRow {
  readonly action: string;
  readonly resource: string;
  readonly aws: SimulatedDecision;
  readonly verdict: Decision;
  /** Undefined: both say the same, or Verdict leaves it open. */
  readonly reason?: DifferenceReason;
}

/** In plain words, for the row. */
export const DIFFERENCES: Readonly<Record<DifferenceReason, string>> = {
  'rcp-not-simulated': 'The simulator does not check resource control policies.',
  'endpoint-or-session-not-simulated': 'The simulator checks neither endpoint policies nor session policies.',
  'scp-conditions':
    'AWS’s pages contradict each other on whether the simulator evaluates conditions of SCPs.',
  'resource-policy-not-for-roles':
    'The simulator takes a resource policy for users only, and one for all resources.',
  'cross-account':
    'AWS’s pages contradict each other on whether the simulator decides requests across accounts.',
  'missing-context': 'The simulator has only the context that it was given; a key without a value is absent.',
  'service-keys': 'The simulator does not know which global condition keys a service supports.',
  'star-resource':
    'The simulator was asked about the resource `*`, which a policy limited to ARNs does not allow.',
  'service-exceptions':
    'The simulator knows no exceptions of services: grants of KMS keys, ACLs and Block Public Access of S3, the root user, calls that need no permission.',
  'run-instances-one-resource':
    'Without `--resource-handling-option` the simulator asks `ec2:RunInstances` on one resource only.',
  'not-explained': 'No documented reason is known: please report it.',
};

const SAME: Readonly<Record<SimulatedDecision, Decision>> = {
  allowed: 'Allowed',
  explicitDeny: 'ExplicitlyDenied',
  implicitDeny: 'ImplicitlyDenied',
};

/** Every result of the report asked of the case, whose own action and resource have no part in it. */
export function compareSimulation(scenario: Scenario, report: SimulationReport): readonly SimulatedRow[] {
  return report.results.map((result) => {
    const asked: Scenario = {
      ...scenario,
      request: { ...scenario.request, action: result.action, resource: result.resource },
    };
    const verdict = evaluate(asked).decision;
    const { action, resource, decision: aws } = result;
    const alike = verdict === SAME[aws] || verdict === 'Undetermined';
    return {
      action,
      resource,
      aws,
      verdict,
      ...(!alike && { reason: reasonFor(asked, result) }),
    };
  });
}

function reasonFor({ request, policies, s3 }: Scenario, result: SimulatedResult): DifferenceReason {
  const isRole = parseArn(request.role ?? request.principal)?.resource.includes('role/') === true;
  const caller = parseArn(request.principal)?.account ?? '';
  const owner = request.resourceAccount ?? parseArn(result.resource)?.account ?? '';
  if (policies.rcp !== undefined && !isHidden(policies.rcp)) return 'rcp-not-simulated';
  if (policies.endpoint !== undefined || policies.session !== undefined)
    return 'endpoint-or-session-not-simulated';
  if (levelsOf(policies, 'scp').some((level) => JSON.stringify(level).includes('Condition')))
    return 'scp-conditions';
  if (policies.resource !== undefined && isRole) return 'resource-policy-not-for-roles';
  if (owner !== '' && caller !== '' && owner !== caller) return 'cross-account';
  if (result.missing.length > 0) return 'missing-context';
  if (/"aws:\w[^"]*":/i.test(JSON.stringify(policies))) return 'service-keys';
  if (result.resource === '*' && result.decision === 'implicitDeny') return 'star-resource';
  if (result.action.toLowerCase() === 'ec2:runinstances') return 'run-instances-one-resource';
  const linked = request.role?.includes(':role/aws-service-role/') === true;
  if (
    s3 !== undefined ||
    linked ||
    request.principal.endsWith(':root') ||
    /^(?:kms|sts|s3):/.test(result.action)
  )
    return 'service-exceptions';
  return 'not-explained';
}
