/** An opponent of a solved puzzle: a request that the solution allows and the model’s does not, over all requests. */
import { isTrust } from '../case/layers';
import { policyAt, type Policy, type Request, type Scenario } from '../case/scenario';
import { viewOf } from '../call/view';
import type { Catalog } from '../catalog/service-reference';
import { evaluate } from '../engine/evaluate';
import { compareCases } from '../reasoning/questions/cases';
import { comparePolicies } from '../reasoning/questions/compare';
import { applyEdits } from './edits';
import type { Puzzle } from './judge';
import { readPlace, type ReadPlace } from './place';
import { askedBy } from './run';

export interface Found {
  readonly kind: 'found';
  /** The solution’s case, asking the request. */
  readonly asked: Scenario;
  readonly request: Request;
}

/** `none`: proved for each caller of the puzzle. `open`: nothing was found, and it is not decided that there is nothing. */
export type Outcome = Found | { readonly kind: 'none' | 'open' };

export interface OpponentOptions {
  readonly catalog: Catalog;
  /** Asked often; true ends the search. */
  readonly stop: () => boolean;
  /** Told before each comparison. */
  readonly onStep?: (done: number, of: number) => void;
}

interface Pair {
  readonly own: Scenario;
  readonly model: Scenario;
}

type PolicyPlace = Extract<ReadPlace, { readonly kind: 'policy' }>;

/**
 * Compares the solution’s case with the model’s over all requests of each caller that the puzzle speaks of; then, where a
 * policy that names principals may be edited, over all requests of anybody. Only a request that the evaluator decides so in
 * both cases is told.
 */
export function opponent(
  { scenario: start, repair }: Puzzle,
  own: Scenario,
  { catalog, stop, onStep }: OpponentOptions,
): Outcome {
  const model = applyEdits(start, repair.solution);
  const places = repair.edit.map(readPlace).filter((place): place is PolicyPlace => place?.kind === 'policy');
  const pairs = pairsOf(places, repair, own, model);
  const open = places.filter(({ address }) => address.layer === 'resource');
  const steps = pairs.length + open.length;
  // Of a bucket’s settings and of the request itself nothing is proved.
  let decided = places.length === repair.edit.length;
  const search = [
    ...pairs.map((pair) => () => {
      const { gained, relation } = compareCases(pair.model, pair.own, { catalog, stop });
      if (relation === 'undecided') decided = false;
      return firstOf(
        gained.map(({ witness }) => witness),
        pair,
      );
    }),
    ...open.map((place) => () => {
      const pair = { own: viewOf(own, place.at), model: viewOf(model, place.at) };
      const [theirs, mine] = [pair.model, pair.own].map(({ policies }) =>
        documentOf(policyAt(policies, place.address)),
      );
      const type = isTrust(pair.own.request.action) ? 'trust' : 'resource';
      const { gained, relation } = comparePolicies(theirs!, mine!, type, { catalog, stop });
      if (relation === 'undecided') decided = false;
      return firstOf(
        gained.map(({ witness }) => witness),
        pair,
      );
    }),
  ];
  for (const [at, step] of search.entries()) {
    onStep?.(at, steps);
    const found = step();
    if (found) return found;
    if (stop()) return { kind: 'open' };
  }
  return { kind: decided ? 'none' : 'open' };
}

/** Each caller once, with the layers of its own that a test gives it. */
function pairsOf(
  places: readonly PolicyPlace[],
  { tests, hidden }: Puzzle['repair'],
  own: Scenario,
  model: Scenario,
): readonly Pair[] {
  const asked: readonly Pair[] = [
    ...[...new Set(places.map(({ at }) => at))].map((at) => ({
      own: viewOf(own, at),
      model: viewOf(model, at),
    })),
    ...[...tests, ...hidden]
      .filter(({ of }) => of !== 'call')
      .map((test) => ({ own: askedBy(own, test), model: askedBy(model, test) })),
  ];
  const byCaller = new Map<string, Pair>();
  for (const pair of asked) {
    const { principal, role, user } = pair.own.request;
    const key = JSON.stringify([principal, role, user, pair.own.policies]);
    if (!byCaller.has(key)) byCaller.set(key, pair);
  }
  return [...byCaller.values()];
}

/** The first that the evaluator confirms in both cases. */
function firstOf(witnesses: readonly Request[], { own, model }: Pair): Found | undefined {
  for (const request of witnesses) {
    const asked = { ...own, request };
    if (evaluate(asked).decision !== 'Allowed') continue;
    const { decision } = evaluate({ ...model, request });
    if (decision !== 'Allowed' && decision !== 'Undetermined') return { kind: 'found', asked, request };
  }
  return undefined;
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
