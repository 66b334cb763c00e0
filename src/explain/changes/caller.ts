/** How a policy names the caller: narrowly, and never everyone. */
import type { Evaluation } from '../../engine/evaluation';
import type { Scenario } from '../../case/scenario';
import { keeperOf } from './managed';

/** An entry of a Principal element. */
export interface CallerEntry {
  readonly type: 'AWS' | 'Service' | 'Federated';
  readonly value: string;
  /** Short, for titles. */
  readonly shown: string;
}

/** Undefined for callers that no policy can name narrowly. Sessions are named by their role. */
export function callerEntry(scenario: Scenario, evaluation: Evaluation): CallerEntry | undefined {
  const { principal } = scenario.request;
  switch (evaluation.principal.kind) {
    case 'roleSession': {
      const role = principalArn(evaluation);
      // Such a role stands under a path that its session does not tell, and a Principal takes the whole ARN.
      const isShort = keeperOf(scenario) !== undefined && /:role\/[^/]*$/.test(role ?? '');
      return role === undefined || isShort ? undefined : entry('AWS', role);
    }
    case 'user':
    case 'role':
    case 'federatedUser':
    case 'root':
      return entry('AWS', principal);
    case 'originAccessIdentity':
      return principal.startsWith('arn:') ? entry('AWS', principal) : undefined;
    case 'service':
      return entry('Service', principal);
    case 'federatedCaller':
      return entry('Federated', principal);
    case 'anonymous':
    case 'invalid':
      return undefined;
  }
}

/** The value of `aws:PrincipalArn`: for a session its role. */
export function principalArn(evaluation: Evaluation): string | undefined {
  const found = evaluation.context.find(({ key }) => key.toLowerCase() === 'aws:principalarn')?.value;
  return typeof found === 'string' ? found : undefined;
}

function entry(type: CallerEntry['type'], value: string): CallerEntry {
  return { type, value, shown: value.startsWith('arn:') ? value.slice(value.lastIndexOf(':') + 1) : value };
}
