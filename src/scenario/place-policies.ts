/** Pasted policies, put into their layers of a scenario. */
import { layerWithArticle } from '../explain/layers';
import type { Policies, Policy, PolicyLevel, Request, Unknown } from '../engine/scenario';
import type { EvidencePolicy } from './evidence/types';
import { statementsOf } from './guess-layer';

export interface Placed {
  readonly policies: Policies;
  /** What was put where, one sentence each. */
  readonly told: readonly string[];
}

/** Adds policies to what is there. A layer that holds one policy is replaced, and that is told. */
export function placePolicies(
  policies: Policies,
  added: readonly EvidencePolicy[],
  request: Pick<Request, 'action'>,
): Placed {
  const told: string[] = [];
  let placed = policies;
  for (const found of added) {
    const policy = toPolicy(found);
    placed = { ...placed, ...place(placed, found, policy, request, told) };
  }
  return { policies: placed, told };
}

function toPolicy({ name, document, via, layer }: EvidencePolicy): Policy {
  return { name: name ?? NAMES[layer], document, ...(via !== undefined && layer === 'identity' && { via }) };
}

const NAMES: Readonly<Record<EvidencePolicy['layer'], string>> = {
  identity: 'Pasted policy',
  boundary: 'Pasted boundary',
  session: 'Pasted session policy',
  resource: 'Pasted resource policy',
  trust: 'Trust policy',
  scp: 'Pasted SCP',
  rcp: 'Pasted RCP',
  endpoint: 'Pasted endpoint policy',
};

function place(
  policies: Policies,
  { layer }: EvidencePolicy,
  policy: Policy,
  request: Pick<Request, 'action'>,
  told: string[],
): Policies {
  const key = layer === 'trust' ? 'resource' : layer;
  switch (key) {
    case 'identity':
    case 'session':
      told.push(`${policy.name} was added as ${layerWithArticle(key, request)}.`);
      return { [key]: [...known(policies[key]), policy] };
    case 'scp':
    case 'rcp':
      return { [key]: withLevel(known(policies[key]), policy, key, told) };
    case 'boundary':
    case 'resource':
    case 'endpoint': {
      const before = policies[key];
      const noun = layer === 'trust' ? 'the trust policy' : layerWithArticle(key, request);
      told.push(
        before === undefined || before === 'unknown'
          ? `${policy.name} was added as ${noun}.`
          : `${policy.name} takes the place of ${before.name} as ${noun}.`,
      );
      return { [key]: policy };
    }
  }
}

function known<T>(list: readonly T[] | Unknown | undefined): readonly T[] {
  return list === undefined || list === 'unknown' ? [] : list;
}

/** Organizations User Guide, "SCP evaluation": a level without an Allow allows nothing, and FullAWSAccess is the default. */
const FULL_ACCESS: Policy = {
  name: 'FullAWSAccess',
  document: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] },
};

function withLevel(
  levels: readonly PolicyLevel[],
  policy: Policy,
  key: 'scp' | 'rcp',
  told: string[],
): readonly PolicyLevel[] {
  const last = levels.at(-1);
  if (last !== undefined) {
    told.push(`${policy.name} was added at ${last.target}.`);
    return [...levels.slice(0, -1), { ...last, policies: [...last.policies, policy] }];
  }
  const denyOnly = statementsOf(policy.document).every(({ Effect }) => Effect === 'Deny');
  if (key === 'rcp' || !denyOnly) {
    told.push(`${policy.name} was added at the root; move it to the level where it is attached.`);
    return [{ target: 'Root', policies: [policy] }];
  }
  told.push(
    `${policy.name} was added at the root, with FullAWSAccess beside it, which AWS attaches unless someone took it off.`,
  );
  return [{ target: 'Root', policies: [FULL_ACCESS, policy] }];
}
