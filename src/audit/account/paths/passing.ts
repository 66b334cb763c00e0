/**
 * Paths that hand a role to a service and act through it: the caller may pass the role to that service, the role trusts the service,
 * and the caller may start the thing.
 * IAM User Guide: "Grant a user permissions to pass a role to an AWS service".
 */
import { ESCALATION_PATHS } from '../../../checks/escalation-paths';
import type { AccountPrincipal } from '../../../intake/account/read';
import type { Asker } from './ask';
import { resourcesListedFor } from './grants';
import type { PathStep, Station } from './types';

const PASS = 'iam:PassRole';

/** The service that takes the role, by the prefix of the actions that start it; the first that fits. */
export const TAKERS: readonly (readonly [prefix: string, service: string])[] = [
  ['lambda', 'lambda.amazonaws.com'],
  ['ecs', 'ecs-tasks.amazonaws.com'],
  ['ec2', 'ec2.amazonaws.com'],
  ['cloudformation', 'cloudformation.amazonaws.com'],
  ['glue', 'glue.amazonaws.com'],
  ['datapipeline', 'datapipeline.amazonaws.com'],
  ['codebuild', 'codebuild.amazonaws.com'],
  ['sagemaker', 'sagemaker.amazonaws.com'],
  ['apprunner', 'tasks.apprunner.amazonaws.com'],
  ['bedrock-agentcore', 'bedrock-agentcore.amazonaws.com'],
];

interface PassingPath {
  readonly name: string;
  readonly service: string;
  readonly starts: readonly string[];
}

const PASSING: readonly PassingPath[] = ESCALATION_PATHS.flatMap(({ name, actions }) => {
  if (!actions.includes(PASS)) return [];
  const starts = actions.filter((action) => action !== PASS);
  const taker = TAKERS.find(([prefix]) => starts.some((action) => action.startsWith(`${prefix}:`)));
  return taker === undefined ? [] : [{ name, service: taker[1], starts }];
});

/** The ways by which a principal can act as a role through a service. */
export function passingSteps(
  asker: Asker,
  from: AccountPrincipal,
  role: AccountPrincipal,
): readonly PathStep[] {
  if (!asker.mayOn(from, PASS, role.arn)) return [];
  return PASSING.flatMap(({ name, service, starts }): readonly PathStep[] => {
    if (!starts.every((action) => asker.may(from, action))) return [];
    const passes = asker.station(from, {
      action: PASS,
      resource: role.arn,
      context: { 'iam:PassedToService': service },
    });
    if (passes === undefined) return [];
    const trusts = asker.trusts(role, service);
    if (trusts === undefined) return [];
    const started = starts.map((action) => anywhere(asker, from, action));
    if (!started.every((station) => station !== undefined)) return [];
    return [{ from, path: name, to: role.arn, becomes: role, stations: [passes, trusts, ...started] }];
  });
}

/** The action on some resource that the caller's policies list: a new thing can have any name. */
export function anywhere(asker: Asker, from: AccountPrincipal, action: string): Station | undefined {
  let possible: Station | undefined;
  for (const resource of resourcesListedFor(asker.identity(from), action)) {
    const station = asker.station(from, { action, resource });
    if (station?.decision === 'Allowed') return station;
    possible ??= station;
  }
  return possible;
}
