/** What a new policy begins with: a small document of the layer's form, and where the caret goes. */
import { LAYERS, LAYER_TABLE, isLeveled, statement } from '../case/layers';
import { FORMS } from '../language/forms';
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

type Make = (request: Request) => Omit<Starter, 'policy'> & Policy;

/** What can be worked out of the layer's row: SCPs and RCPs are mostly written to deny. */
function plain(layer: Layer): ReturnType<Make> {
  const { form, policyName } = LAYER_TABLE[layer];
  const document = statement({
    Effect: isLeveled(layer) ? 'Deny' : 'Allow',
    ...(FORMS[form].principal === 'required' && { Principal: '*' }),
    Action: '',
    Resource: '*',
  });
  return { layer, name: policyName, document, path: ACTION };
}

/** Resource-based policies name who may come in. */
const OF_RESOURCE: Readonly<Record<'resource' | 'trust' | 'key', Make>> = {
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
};

/** What is wanted most stands in front. */
const FIRST: readonly StarterKind[] = [
  'identity',
  'boundary',
  'session',
  'resource',
  'trust',
  'key',
  'scp',
  'rcp',
  'endpoint',
];

/** What a policy can begin as, in the order of the menu. */
export const STARTER_KINDS: readonly StarterKind[] = [
  ...FIRST,
  ...LAYERS.filter((layer) => !FIRST.includes(layer)),
];

/** A new policy of a kind, fitting the request where it can. */
export function starter(kind: StarterKind, request: Request): Starter {
  const made =
    kind === 'resource' || kind === 'trust' || kind === 'key' ? OF_RESOURCE[kind](request) : plain(kind);
  const { layer, path, ...policy } = made;
  return { layer, path, policy };
}
