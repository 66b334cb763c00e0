/** Who asks, in a few words. */
import type { Evaluation, PrincipalKind } from '../engine/evaluation';

type Principal = Evaluation['principal'];

const DESCRIBED: Record<PrincipalKind, (principal: Principal) => string> = {
  user: () => 'IAM user',
  roleSession: (principal) => `session of role ${principal.role ?? principal.name}`,
  role: () => 'role, session not named',
  root: () => 'root user',
  federatedUser: () => 'federated user',
  federatedCaller: () => 'identity provider',
  service: () => 'AWS service',
  originAccessIdentity: () => 'CloudFront origin access identity',
  anonymous: () => 'anonymous',
  invalid: () => '',
};

/** Beside the field: `session of role ReportWriter`, `IAM user`; empty when it is not understood. */
export function describePrincipal(principal: Principal): string {
  return DESCRIBED[principal.kind](principal);
}

const REFERRED: Record<PrincipalKind, string> = {
  user: 'the user',
  roleSession: 'the session',
  role: 'the role',
  root: 'the root user',
  federatedUser: 'the federated user',
  federatedCaller: 'the identity provider',
  service: 'the service',
  originAccessIdentity: 'the origin access identity',
  anonymous: 'everyone',
  invalid: 'the caller',
};

/** In running text: `the user`, `the session`. */
export function theCaller(principal: Principal): string {
  return REFERRED[principal.kind];
}
