/** Short forms for writing the policies of the examples. */
import type { Policy, PolicyLevel, Scenario } from '../case/scenario';

/** A statement as it stands in the policy; keys keep the order in which they are written. */
export type Statement = Readonly<Record<string, unknown>> & { readonly Effect: 'Allow' | 'Deny' };

/** A policy of the current version with these statements. */
export function policy(name: string, ...statements: readonly Statement[]): Policy {
  return { name, document: { Version: '2012-10-17', Statement: statements } };
}

/** A policy whose lay-out matters, kept to the letter. */
export function typed(name: string, text: string): Policy {
  return { name, text: text.trim() };
}

/** The same policy as a member of a group has it. */
export function via(group: string, attached: Policy): Policy {
  return { ...attached, via: `group/${group}` };
}

/** A level of SCPs or RCPs. */
export function level(target: string, ...policies: readonly Policy[]): PolicyLevel {
  return { target, policies };
}

/** A scenario of the current version. */
export function scenario(rest: Omit<Scenario, 'schema'>): Scenario {
  return { schema: 2, ...rest };
}

const EVERYTHING: Statement = { Effect: 'Allow', Action: '*', Resource: '*' };

/** AWS's managed policies that allow everything, under their own names. */
export const FULL_AWS_ACCESS = policy('FullAWSAccess', EVERYTHING);
export const ADMINISTRATOR = policy('AdministratorAccess', EVERYTHING);
