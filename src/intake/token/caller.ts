/** The identity provider as a caller, where a token names it and nothing tells its account. */
import { listPolicies, type Policies, type Request, type Scenario } from '../../case/scenario';
import { isObject } from '../evidence/values';
import type { Evidence, EvidencePolicy } from '../evidence/types';
import { documentOf, statementsOf } from '../guess-layer';

/** What the text tells of the request. A token tells its provider, whose account a trust policy or the role may tell. */
export function toldRequest(
  { request = {}, issuer, policies = [] }: Evidence,
  current: Scenario,
): Partial<Request> {
  if (issuer === undefined || request.principal !== undefined) return request;
  const { resource } = current.request;
  const joined = { resource: request.resource ?? resource };
  return { ...request, principal: providerArn(issuer, policies, current.policies, joined) };
}

/**
 * The ARN of an issuer's provider: as a trust policy of the paste or of the case names it, else in the account of the role.
 * Empty where none of them tells.
 */
function providerArn(
  issuer: string,
  pasted: readonly EvidencePolicy[],
  policies: Policies,
  { resource }: Pick<Request, 'resource'>,
): string {
  const documents = [
    ...pasted.map(({ document }) => document),
    ...listPolicies(policies).map(({ policy }) => documentOf(policy)),
  ];
  const named = documents
    .flatMap(federatedIn)
    .find((text) => text.endsWith(`:oidc-provider/${issuer}`) || text === issuer);
  if (named !== undefined) return named;
  const account = /^arn:[\w-]+:iam::(\d{12}):role\//.exec(resource)?.[1];
  return account === undefined ? '' : `arn:aws:iam::${account}:oidc-provider/${issuer}`;
}

function federatedIn(document: unknown): readonly string[] {
  return statementsOf(document).flatMap(({ Principal }) => {
    const federated = isObject(Principal) ? Principal['Federated'] : undefined;
    return (Array.isArray(federated) ? federated : [federated]).filter(
      (text): text is string => typeof text === 'string',
    );
  });
}
