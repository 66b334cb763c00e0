/** How much of its size limit a policy uses. Limits: IAM, STS, Organizations, VPC and service quota pages. */
import type { Layer } from '../../case/scenario';
import { isTrust, serviceOf } from '../../explain/layers';

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

/** The size of a policy's text as its layer counts it; `action` tells whose resource-based policy it is. */
export function quotaOf(layer: Layer, action: string, text: string): Quota {
  switch (layer) {
    case 'identity':
    case 'boundary':
      return { used: withoutSpace(text), limit: 6_144, unit: 'characters' };
    case 'session':
      return { used: text.length, limit: 2_048, unit: 'characters' };
    case 'scp':
      return { used: text.length, limit: 10_240, unit: 'characters' };
    case 'rcp':
      return { used: text.length, limit: 5_120, unit: 'characters' };
    case 'endpoint':
      return { used: text.length, limit: 20_480, unit: 'characters' };
    case 'resource': {
      if (isTrust(action)) return { used: withoutSpace(text), limit: 2_048, unit: 'characters' };
      const limit = RESOURCE_LIMITS[serviceOf(action)];
      return { used: bytes(text), unit: 'bytes', ...(limit !== undefined && { limit }) };
    }
  }
}

const COUNT = new Intl.NumberFormat('en');

/** `369 of 6,144 characters` */
export function quotaWords({ used, limit, unit }: Quota): string {
  const size = COUNT.format(used);
  return limit === undefined ? `${size} ${unit}` : `${size} of ${COUNT.format(limit)} ${unit}`;
}
