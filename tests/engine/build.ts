/** Short ways to write scenarios, so that a test shows only what matters. */
import type { Policies, Policy, Request, Scenario } from '../../src/case/scenario';

export const ACCOUNT = '111122223333';
export const OTHER_ACCOUNT = '444455556666';
export const ALICE = `arn:aws:iam::${ACCOUNT}:user/alice`;
export const APP_ROLE = `arn:aws:iam::${ACCOUNT}:role/App`;
export const APP_SESSION = `arn:aws:sts::${ACCOUNT}:assumed-role/App/run-1`;
export const QUEUE = `arn:aws:sqs:us-east-1:${ACCOUNT}:orders`;

export type Json = Record<string, unknown>;

export function policy(name: string, ...statements: readonly Json[]): Policy {
  return { name, document: { Version: '2012-10-17', Statement: statements } };
}

export const allow = (rest: Json = {}): Json => ({ Effect: 'Allow', Action: '*', Resource: '*', ...rest });
export const deny = (rest: Json = {}): Json => ({ ...allow(rest), Effect: 'Deny' });

/** Alice sends a message to a queue of her account, unless told otherwise. */
export function scenario(
  policies: Policies,
  request: Partial<Request> = {},
  rest: Partial<Scenario> = {},
): Scenario {
  return {
    schema: 2,
    request: { principal: ALICE, action: 'sqs:SendMessage', resource: QUEUE, ...request },
    policies,
    ...rest,
  };
}

/** Alice's own policy and nothing else. */
export function mine(statements: readonly Json[], request: Partial<Request> = {}): Scenario {
  return scenario({ identity: [policy('Mine', ...statements)] }, request);
}
