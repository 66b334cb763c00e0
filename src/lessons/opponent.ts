/** An opponent of a solved puzzle: a request that the solution allows and the model’s does not. */
import type { Catalog } from '../catalog/service-reference';
import { policyAt, type Policy, type Request, type Scenario } from '../case/scenario';
import { viewOf } from '../call/view';
import { evaluate } from '../engine/evaluate';
import { isTrust } from '../case/layers';
import { comparePolicies } from '../reasoning/questions/compare';
import type { AskedType } from '../reasoning/policy';
import { applyEdits } from './edits';
import type { Puzzle } from './judge';
import { readPlace, type ReadPlace } from './place';

export interface Found {
  /** The solution’s case, asking the request. */
  readonly asked: Scenario;
  readonly request: Request;
}

/** As often as this the clock is looked at. */
export interface OpponentOptions {
  readonly catalog: Catalog;
  /** Asked often; true ends the search. */
  readonly stop: () => boolean;
}

type PolicyPlace = Extract<ReadPlace, { readonly kind: 'policy' }>;

/**
 * Compares each policy that may be edited with the model’s over all requests, and puts what one allows and the other
 * does not to the evaluator in the whole case: only a request that comes out so is told. Undefined where none was found,
 * which is no proof that there is none.
 */
export function opponent(
  { scenario: start, repair }: Puzzle,
  own: Scenario,
  options: OpponentOptions,
): Found | undefined {
  const model = applyEdits(start, repair.solution);
  const places = repair.edit.map(readPlace).filter((place): place is PolicyPlace => place?.kind === 'policy');
  for (const place of places) {
    const [mine, theirs] = [viewOf(own, place.at), viewOf(model, place.at)];
    for (const request of candidates(place, mine, theirs, options)) {
      const asked = { ...mine, request };
      if (evaluate(asked).decision !== 'Allowed') continue;
      const { decision } = evaluate({ ...theirs, request });
      if (decision !== 'Allowed' && decision !== 'Undetermined') return { asked, request };
    }
  }
  return undefined;
}

/** What the solution’s policy allows and the model’s does not: by itself, and beside a policy that allows everything. */
function candidates(
  { address }: PolicyPlace,
  own: Scenario,
  model: Scenario,
  { catalog, stop }: OpponentOptions,
): readonly Request[] {
  const mine = policyAt(own.policies, address);
  const theirs = policyAt(model.policies, address);
  const type = typeOf(address.layer, own.request.action);
  const pairs: readonly (readonly [PolicyDocument, PolicyDocument])[] = [
    [documentOf(theirs), documentOf(mine)],
    [withEverything(documentOf(theirs), type), withEverything(documentOf(mine), type)],
  ];
  return pairs.flatMap(([a, b]) =>
    comparePolicies(a, b, type, { catalog, stop }).gained.map(({ witness }) =>
      inCase(witness, own.request, type),
    ),
  );
}

/** Policies of the caller’s side read alike, and so do those that name principals. */
function typeOf(layer: PolicyPlace['address']['layer'], action: string): AskedType {
  switch (layer) {
    case 'resource':
      return isTrust(action) ? 'trust' : 'resource';
    case 'rcp':
    case 'endpoint':
      return 'resource';
    case 'identity':
    case 'boundary':
    case 'session':
    case 'scp':
      return 'identity';
  }
}

/** The witness as a request of the case: whose policies these are stays, and so does what the case tells of the request. */
function inCase(witness: Request, request: Request, type: AskedType): Request {
  const { principal, role, user, context } = request;
  const keys = { ...context, ...witness.context };
  const asked = { ...witness, ...(Object.keys(keys).length > 0 && { context: keys }) };
  if (type !== 'identity') return asked;
  return { ...asked, principal, ...(role !== undefined && { role }), ...(user !== undefined && { user }) };
}

type PolicyDocument = Readonly<Record<string, unknown>>;

const NOTHING: PolicyDocument = { Version: '2012-10-17', Statement: [] };

function documentOf(policy: Policy | undefined): PolicyDocument {
  if (policy === undefined) return NOTHING;
  if (policy.text === undefined) return policy.document as PolicyDocument;
  try {
    return JSON.parse(policy.text) as PolicyDocument;
  } catch {
    return NOTHING;
  }
}

/** So that a policy of Denies alone has something to deny. */
function withEverything(document: PolicyDocument, type: AskedType): PolicyDocument {
  const { Statement: found } = document;
  const statements: readonly unknown[] = Array.isArray(found) ? found : found === undefined ? [] : [found];
  const everything = {
    Effect: 'Allow',
    ...(type !== 'identity' && { Principal: '*' }),
    Action: '*',
    ...(type !== 'trust' && { Resource: '*' }),
  };
  return { ...document, Statement: [...statements, everything] };
}
