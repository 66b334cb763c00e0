/** What a new policy begins with: a small document of the layer's form, and where the caret goes. */
import { LAYER_TABLE, statement } from '../case/layers';
import type { Layer, Policy, Request } from '../case/scenario';

/** The layers, and two resource-based policies that people look for under their own names. */
export type StarterKind = Layer | 'trust' | 'key';

export interface Starter {
  readonly layer: Layer;
  readonly policy: Policy;
  /** The place to begin typing. */
  readonly path: string;
}

const ACTION = 'Statement[0].Action';

/** The account of the request's principal; an example account where it names none. */
function accountOf({ principal }: Request): string {
  return /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(principal)?.[1] ?? '111122223333';
}

const ALLOW = { Effect: 'Allow', Action: '', Resource: '*' };
const DENY = { Effect: 'Deny', Action: '', Resource: '*' };

const MAKE: Record<StarterKind, (request: Request) => Omit<Starter, 'policy'> & Policy> = {
  identity: () => ({
    layer: 'identity',
    name: LAYER_TABLE.identity.policyName,
    document: statement(ALLOW),
    path: ACTION,
  }),
  boundary: () => ({
    layer: 'boundary',
    name: LAYER_TABLE.boundary.policyName,
    document: statement(ALLOW),
    path: ACTION,
  }),
  session: () => ({
    layer: 'session',
    name: LAYER_TABLE.session.policyName,
    document: statement(ALLOW),
    path: ACTION,
  }),
  resource: (request) => ({
    layer: 'resource',
    name: LAYER_TABLE.resource.policyName,
    document: statement({
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${accountOf(request)}:root` },
      Action: '',
      Resource: '*',
    }),
    path: ACTION,
  }),
  trust: (request) => ({
    layer: 'resource',
    name: 'TrustPolicy',
    document: statement({
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${accountOf(request)}:root` },
      Action: 'sts:AssumeRole',
    }),
    path: 'Statement[0].Principal.AWS',
  }),
  key: (request) => ({
    layer: 'resource',
    name: 'KeyPolicy',
    document: statement({
      Sid: 'EnableIamPolicies',
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${accountOf(request)}:root` },
      Action: 'kms:*',
      Resource: '*',
    }),
    path: ACTION,
  }),
  scp: () => ({ layer: 'scp', name: LAYER_TABLE.scp.policyName, document: statement(DENY), path: ACTION }),
  rcp: () => ({
    layer: 'rcp',
    name: LAYER_TABLE.rcp.policyName,
    document: statement({ Effect: 'Deny', Principal: '*', Action: '', Resource: '*' }),
    path: ACTION,
  }),
  endpoint: () => ({
    layer: 'endpoint',
    name: LAYER_TABLE.endpoint.policyName,
    document: statement({ Effect: 'Allow', Principal: '*', Action: '', Resource: '*' }),
    path: ACTION,
  }),
};

/** What a policy can begin as, in the order of the menu. */
export const STARTER_KINDS = Object.keys(MAKE) as readonly StarterKind[];

/** A new policy of a kind, fitting the request where it can. */
export function starter(kind: StarterKind, request: Request): Starter {
  const { layer, path, ...policy } = MAKE[kind](request);
  return { layer, path, policy };
}
