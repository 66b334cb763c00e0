/** How much of its size limit a policy uses. Limits: IAM, STS, Organizations, VPC and service quota pages. */
import type { Layer } from '../../case/scenario';
import { LAYER_TABLE, isTrust, serviceOf } from '../../case/layers';
import type { PolicyForm } from '../../language/forms';

export interface Quota {
  readonly used: number;
  /** Absent where the service has no limit of its own that is known. */
  readonly limit?: number;
  readonly unit: 'characters' | 'bytes';
}

/** Size limits of resource-based policies, in bytes; white space counts. */
const RESOURCE_LIMITS: Readonly<Record<string, number>> = {
  s3: 20_480,
  kms: 32_768,
  sqs: 8_192,
  sns: 30_720,
  lambda: 20_480,
  secretsmanager: 20_480,
};

/** IAM counts the characters of a managed policy and of a role trust policy without white space. */
function withoutSpace(text: string): number {
  return text.replace(/\s/g, '').length;
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}

interface SizeLimit {
  readonly limit: number;
  /** Does white space count? */
  readonly space: boolean;
}

/** In characters; those of other resource-based policies are limited by their service. */
const LIMITS: Readonly<Record<Exclude<PolicyForm, 'resource'>, SizeLimit>> = {
  identity: { limit: 6_144, space: false },
  boundary: { limit: 6_144, space: false },
  trust: { limit: 2_048, space: false },
  session: { limit: 2_048, space: true },
  scp: { limit: 10_240, space: true },
  rcp: { limit: 5_120, space: true },
  endpoint: { limit: 20_480, space: true },
};

/** The size of a policy's text as its layer counts it; `action` tells whose resource-based policy it is. */
export function quotaOf(layer: Layer, action: string, text: string): Quota {
  const { form } = LAYER_TABLE[layer];
  if (form !== 'resource' || isTrust(action)) {
    const { limit, space } = LIMITS[form === 'resource' ? 'trust' : form];
    return { used: space ? text.length : withoutSpace(text), limit, unit: 'characters' };
  }
  const limit = RESOURCE_LIMITS[serviceOf(action)];
  return { used: bytes(text), unit: 'bytes', ...(limit !== undefined && { limit }) };
}

const COUNT = new Intl.NumberFormat('en');

/** `369 of 6,144 characters` */
export function quotaWords({ used, limit, unit }: Quota): string {
  const size = COUNT.format(used);
  return limit === undefined ? `${size} ${unit}` : `${size} of ${COUNT.format(limit)} ${unit}`;
}
