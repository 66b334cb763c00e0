/** Identity providers in trust policies. IAM User Guide: "Identity providers and federation into AWS". */
import type { Who } from '../../checks/external-access';

const OIDC = /^arn:[^:]+:iam::\d{12}:oidc-provider\/(.+)$/;

/** The host of an OIDC provider's ARN, with its path; any other provider as written. */
export function providerHost(provider: string): string {
  return OIDC.exec(provider)?.[1] ?? provider;
}

/** A provider of web identities, whose tokens have a subject; SAML providers are not. */
export function isProvider(who: Who): boolean {
  return who.kind === 'federated' && !/:saml-provider\//.test(who.provider);
}
