/**
 * The claims of an identity provider as condition keys. Their prefix is the provider's own address.
 * IAM User Guide: "IAM and AWS STS condition context keys", "Available keys for AWS OIDC federation".
 */
import { claimNames } from '../../catalog/oidc';
import { parseArn } from '../../language/arn';

export interface Claims {
  /** To offer. */
  readonly keys: readonly string[];
  /** Is it a claim of some other provider than the one that asks? */
  readonly isForeign: (key: string) => boolean;
}

/** Stands where the provider is not known. */
export const PROVIDER_PART = '<provider>';

const NONE: Claims = { keys: [], isForeign: () => false };

/** Keys of the service that are no claims. */
const isOwn = (key: string): boolean => /^(aws|sts|iam):/i.test(key);

/** The address of the OIDC provider that asks: by its ARN, or by its name alone. */
function providerOf(principal: string): string | undefined {
  const resource = parseArn(principal)?.resource;
  if (resource === undefined) return /^[\w.-]+\.\w+$/.test(principal) ? principal : undefined;
  return resource.startsWith('oidc-provider/') ? resource.slice('oidc-provider/'.length) : undefined;
}

/** The claims that a request of this action by this principal can have. */
export function claimsOf(action: string, principal: string): Claims {
  const call = action.toLowerCase();
  if (call === 'sts:assumerolewithsaml')
    return { keys: [], isForeign: (key) => !isOwn(key) && !key.toLowerCase().startsWith('saml:') };
  if (call !== 'sts:assumerolewithwebidentity') return NONE;
  const provider = providerOf(principal);
  const keys = claimNames(provider ?? '').map((claim) => `${provider ?? PROVIDER_PART}:${claim}`);
  if (provider === undefined) return { keys, isForeign: () => false };
  const prefix = `${provider.toLowerCase()}:`;
  return { keys, isForeign: (key) => !isOwn(key) && !key.toLowerCase().startsWith(prefix) };
}
