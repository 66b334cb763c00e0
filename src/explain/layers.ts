/** What the layers and steps are called. One name everywhere: rail, flow, walk, verdict. */
import type { StepId } from '../engine/evaluation';
import type { Layer, Request } from '../case/scenario';
import { capital } from './rich';

const NAMES: Record<StepId, { readonly name: string; readonly shortName: string }> = {
  explicitDeny: { name: 'Explicit deny', shortName: 'Explicit deny' },
  scp: { name: 'SCPs', shortName: 'SCPs' },
  rcp: { name: 'RCPs', shortName: 'RCPs' },
  endpoint: { name: 'Endpoint policy', shortName: 'Endpoint' },
  resource: { name: 'Resource policy', shortName: 'Resource policy' },
  boundary: { name: 'Permissions boundary', shortName: 'Boundary' },
  session: { name: 'Session policy', shortName: 'Session policy' },
  identity: { name: 'Identity-based', shortName: 'Identity' },
  defaultDeny: { name: 'Default deny', shortName: 'Default deny' },
};

/** The name of a layer or step, as a heading. */
export function layerName(id: StepId): string {
  return NAMES[id].name;
}

/** The name of a step for one request: the resource's policy is named for what it is. */
export function stepName(id: StepId, request: Pick<Request, 'action'> | undefined): string {
  return id === 'resource' && request ? capital(resourcePolicyNoun(request)) : NAMES[id].name;
}

/** The name that fits under a gate of the flow. */
export function stepShortName(id: StepId, request: Pick<Request, 'action'> | undefined): string {
  return id === 'resource' ? stepName(id, request) : NAMES[id].shortName;
}

/** The guide counts the rules so; a number says which rule it is, not which comes next. */
const NUMBERS: Readonly<Record<StepId, number | undefined>> = {
  explicitDeny: 1,
  scp: 2,
  rcp: undefined,
  endpoint: undefined,
  resource: 3,
  boundary: 4,
  session: 5,
  identity: 6,
  defaultDeny: 7,
};

export function stepNumber(id: StepId): number | undefined {
  return NUMBERS[id];
}

/** What people call the resource-based policy of a service: the bucket policy, the key policy. */
const RESOURCE_POLICY: Readonly<Record<string, string>> = {
  s3: 'bucket policy',
  s3express: 'bucket policy',
  kms: 'key policy',
  sqs: 'queue policy',
  sns: 'topic policy',
  lambda: 'function policy',
  ecr: 'repository policy',
  secretsmanager: 'secret’s policy',
  dynamodb: 'table policy',
  events: 'event bus policy',
  glacier: 'vault policy',
  backup: 'vault policy',
};

/** A level of an organization in running text: `the root`, `OU Workloads`, `account 111122223333`. */
export function targetInText(target: string): string {
  if (/^(root|account)$/i.test(target)) return `the ${target.toLowerCase()}`;
  return target.replace(/^Account(?=\s*\d)/, 'account');
}

/** Does the action assume a role, so that the resource-based policy is the role's trust policy? */
export function isTrust(action: string): boolean {
  return /^sts:(AssumeRole|TagSession|SetSourceIdentity)/i.test(action);
}

/** `bucket policy`, `key policy`, `trust policy`, `resource policy`. */
export function resourcePolicyNoun(request: Pick<Request, 'action'>): string {
  if (isTrust(request.action)) return 'trust policy';
  return RESOURCE_POLICY[serviceOf(request.action)] ?? 'resource policy';
}

export function serviceOf(action: string): string {
  return action.split(':', 1)[0]!.toLowerCase();
}

/** A layer in running text, without article: `permissions boundary`, `bucket policy`. */
export function layerNoun(layer: Layer, request: Pick<Request, 'action'>): string {
  const nouns: Record<Layer, string> = {
    scp: 'SCP',
    rcp: 'RCP',
    endpoint: 'VPC endpoint policy',
    resource: resourcePolicyNoun(request),
    boundary: 'permissions boundary',
    session: 'session policy',
    identity: 'identity policy',
  };
  return nouns[layer];
}

/** Layers that can hold several policies, so that one of them is `a session policy`, not `the`. */
const MANY: ReadonlySet<Layer> = new Set<Layer>(['scp', 'rcp', 'session', 'identity']);

/** `the permissions boundary`, `an identity policy`, `an SCP`. */
export function layerWithArticle(layer: Layer, request: Pick<Request, 'action'>): string {
  const noun = layerNoun(layer, request);
  if (!MANY.has(layer)) return `the ${noun}`;
  return layer === 'session' ? `a ${noun}` : `an ${noun}`;
}
