/**
 * The layers of policies that can be around a request: one table, from which every list, loop and plain word of layers
 * is derived. A new layer is a row here, its rule in `engine/decide.ts` and `engine/rules.ts`, and its words in
 * `explain/layer-words.ts`; whatever else must know of it does not compile until it does (`docs/architecture.md` lists it).
 */
import type { PolicyForm } from '../language/forms';

interface LayerRow {
  /** One policy, a list of them, or a list for each level of an organization, its root first. */
  readonly holds: 'one' | 'list' | 'levels';
  /** What the policy language asks of its policies. A role's trust policy is a `resource` policy of another form. */
  readonly form: PolicyForm;
  /** The lane that it stands in when caller and resource are in two accounts. */
  readonly side: 'caller' | 'resource';
  /** Whose it is: requests of one call that agree in this are under the same policies. */
  readonly of: 'principal' | 'account' | 'endpoint' | 'resource' | 'resourceAccount';
  /** Its Allows grant the request; its Allows are needed and grant nothing; it can only deny. */
  readonly does: 'grants' | 'limits' | 'denies';
  /** In running text, without article. Of a resource's policy the request can tell a better one. */
  readonly noun: string;
  readonly plural: string;
  /** Where it is clear what is spoken of. */
  readonly short: string;
  /** In front of the noun, where the layer can hold several. */
  readonly article: 'a' | 'an';
  /** What a policy is called that came without a name. */
  readonly policyName: string;
}

/** In the order of the walk. */
export const LAYER_TABLE = {
  scp: {
    holds: 'levels',
    form: 'scp',
    side: 'caller',
    of: 'account',
    does: 'limits',
    noun: 'SCP',
    plural: 'SCPs',
    short: 'SCP',
    article: 'an',
    policyName: 'SCP',
  },
  rcp: {
    holds: 'levels',
    form: 'rcp',
    side: 'resource',
    of: 'resourceAccount',
    does: 'denies',
    noun: 'RCP',
    plural: 'RCPs',
    short: 'RCP',
    article: 'an',
    policyName: 'RCP',
  },
  endpoint: {
    holds: 'one',
    form: 'endpoint',
    side: 'caller',
    of: 'endpoint',
    does: 'limits',
    noun: 'VPC endpoint policy',
    plural: 'VPC endpoint policies',
    short: 'endpoint policy',
    article: 'a',
    policyName: 'EndpointPolicy',
  },
  resource: {
    holds: 'one',
    form: 'resource',
    side: 'resource',
    of: 'resource',
    does: 'grants',
    noun: 'resource policy',
    plural: 'resource policies',
    short: 'resource policy',
    article: 'a',
    policyName: 'ResourcePolicy',
  },
  boundary: {
    holds: 'one',
    form: 'boundary',
    side: 'caller',
    of: 'principal',
    does: 'limits',
    noun: 'permissions boundary',
    plural: 'permissions boundaries',
    short: 'boundary',
    article: 'a',
    policyName: 'Boundary',
  },
  session: {
    holds: 'list',
    form: 'session',
    side: 'caller',
    of: 'principal',
    does: 'limits',
    noun: 'session policy',
    plural: 'session policies',
    short: 'session policy',
    article: 'a',
    policyName: 'SessionPolicy',
  },
  identity: {
    holds: 'list',
    form: 'identity',
    side: 'caller',
    of: 'principal',
    does: 'grants',
    noun: 'identity policy',
    plural: 'identity policies',
    short: 'policy',
    article: 'an',
    policyName: 'IdentityPolicy',
  },
} as const satisfies Readonly<Record<string, LayerRow>>;

type Table = typeof LAYER_TABLE;

/** The policy layers of a request, by the names of the scenario format. */
export type Layer = keyof Table;

/** Does the layer hold one policy, a list, or levels? */
export type Holds<L extends Layer> = Table[L]['holds'];

type LayersThatHold<H extends LayerRow['holds']> = {
  [L in Layer]: Table[L]['holds'] extends H ? L : never;
}[Layer];
export type LeveledLayer = LayersThatHold<'levels'>;
export type ListLayer = LayersThatHold<'list'>;

/** Layers in the order of the walk. */
export const LAYERS = Object.keys(LAYER_TABLE) as readonly Layer[];

/** The layers of which a column of the table says this, in the order of the walk. */
export function layersWhere<C extends keyof LayerRow>(column: C, value: LayerRow[C]): readonly Layer[] {
  return LAYERS.filter((layer) => (LAYER_TABLE[layer] as LayerRow)[column] === value);
}

/** Something for each layer. */
export function perLayer<T>(make: (layer: Layer) => T): Record<Layer, T> {
  const made = {} as Record<Layer, T>;
  for (const layer of LAYERS) made[layer] = make(layer);
  return made;
}

const LEVELED: ReadonlySet<string> = new Set(layersWhere('holds', 'levels'));

/** Of a layer, or of anything that is called like one, such as a step. */
export function isLeveled(layer: string): layer is LeveledLayer {
  return LEVELED.has(layer);
}

export function isList(layer: Layer): layer is ListLayer {
  return LAYER_TABLE[layer].holds === 'list';
}

/** Can the layer hold more than one policy? */
export function holdsMany(layer: Layer): boolean {
  return LAYER_TABLE[layer].holds !== 'one';
}

/** Can it only deny? */
export function onlyDenies(layer: Layer): boolean {
  return LAYER_TABLE[layer].does === 'denies';
}

/** A policy of one statement. */
export function statement(parts: Readonly<Record<string, unknown>>): object {
  return { Version: '2012-10-17', Statement: [parts] };
}

/**
 * The policy that AWS attaches to every level when SCPs are turned on; without it a level allows nothing.
 * Organizations User Guide: "SCP evaluation".
 */
export const FULL_ACCESS = {
  name: 'FullAWSAccess',
  document: statement({ Effect: 'Allow', Action: '*', Resource: '*' }),
} as const;

/** The service of an action, in small letters: `s3` of `s3:GetObject`. */
export function serviceOf(action: string): string {
  return action.split(':', 1)[0]!.toLowerCase();
}

/** Does the action assume a role, so that the resource-based policy is the role's trust policy? */
export function isTrust(action: string): boolean {
  return /^sts:(AssumeRole|TagSession|SetSourceIdentity)/i.test(action);
}
