/** What the layers and steps are called. One name everywhere: rail, flow, walk, verdict. */
import type { StepId } from '../engine/evaluation';
import { LAYER_TABLE, holdsMany, isTrust, serviceOf } from '../case/layers';
import type { Layer, Request } from '../case/scenario';
import { LAYER_WORDS } from './layer-words';
import { capital } from './rich';

const STEPS = {
  explicitDeny: { name: 'Explicit deny', number: 1 },
  defaultDeny: { name: 'Default deny', number: 7 },
} as const;

/** The name of a layer or step, as a heading. */
export function layerName(id: StepId): string {
  return id === 'explicitDeny' || id === 'defaultDeny' ? STEPS[id].name : LAYER_WORDS[id].name;
}

/** The name of a step for one request: the resource's policy is named for what it is. */
export function stepName(id: StepId, request: Pick<Request, 'action'> | undefined): string {
  return id === 'resource' && request ? capital(resourcePolicyNoun(request)) : layerName(id);
}

/** The name that fits under a gate of the flow. */
export function stepShortName(id: StepId, request: Pick<Request, 'action'> | undefined): string {
  if (id === 'explicitDeny' || id === 'defaultDeny') return STEPS[id].name;
  return id === 'resource' ? stepName(id, request) : LAYER_WORDS[id].shortName;
}

/** The guide counts the rules so; a number says which rule it is, not which comes next. */
export function stepNumber(id: StepId): number | undefined {
  return id === 'explicitDeny' || id === 'defaultDeny' ? STEPS[id].number : LAYER_WORDS[id].number;
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

/** `bucket policy`, `key policy`, `trust policy`, `resource policy`. */
export function resourcePolicyNoun(request: Pick<Request, 'action'>): string {
  if (isTrust(request.action)) return 'trust policy';
  return RESOURCE_POLICY[serviceOf(request.action)] ?? 'resource policy';
}

/** A layer in running text, without article: `permissions boundary`, `bucket policy`. */
export function layerNoun(layer: Layer, request: Pick<Request, 'action'>): string {
  return layer === 'resource' ? resourcePolicyNoun(request) : LAYER_TABLE[layer].noun;
}

/** All that a layer holds, in running text: `SCPs`, `session policies`, `bucket policy`. */
export function layerPlural(
  layer: Layer,
  request: Pick<Request, 'action'>,
): { readonly name: string; readonly many: boolean } {
  const many = holdsMany(layer);
  return { name: many ? LAYER_TABLE[layer].plural : layerNoun(layer, request), many };
}

/** `the permissions boundary`, `an identity policy`, `an SCP`. */
export function layerWithArticle(layer: Layer, request: Pick<Request, 'action'>): string {
  const article = holdsMany(layer) ? LAYER_TABLE[layer].article : 'the';
  return `${article} ${layerNoun(layer, request)}`;
}
