/** What a case allows as a whole, and one policy that says the same. */
import type { Scenario } from '../../case/scenario';
import { LAYER_TABLE } from '../../case/layers';
import type { AccessGroup, Considered, ProofCounts } from '../comparison';
import { NEVER } from '../formula';
import type { Names } from '../names';
import type { Reason } from '../reasons';
import type { Placed } from '../stack/layers';
import { compareCases, consideredOfCases } from './cases';
import type { CaseOptions } from './cases';
import { groupsOf } from './compare';
import { intersect, termOf } from './intersect';
import type { Term } from './intersect';
import { openCase } from './open-case';
import { deadPlaced } from './stack-dead';

export interface EffectiveAccess {
  /** What the caller can do, by reason, service and access level. */
  readonly groups: readonly AccessGroup[];
  /** One policy that says the same, where such a one was found and proved to be equal. */
  readonly policy: Record<string, unknown> | undefined;
  readonly undecided: readonly Reason[];
  readonly considered: Considered;
  readonly proof: ProofCounts;
}

/**
 * What a caller can do, whatever limits it. The one policy is told only where it is proved to say the same as all layers
 * together.
 */
export function effectiveAccess(scenario: Scenario, options: CaseOptions): EffectiveAccess {
  const { names, work, subject, prover } = openCase(scenario, options, false);
  const { found, reasons } = prover.today(
    subject.allowed,
    (request) => subject.say(request).allowed === 'yes',
  );
  const nothing = { allowed: NEVER, say: () => ({ allowed: 'no' as const, allows: [], denies: [] }) };
  return {
    groups: groupsOf(found, names, subject, nothing),
    policy: reasons.length === 0 ? onePolicy(scenario, subject.placed, names, options) : undefined,
    undecided: reasons,
    considered: consideredOfCases([scenario], names),
    proof: { formulas: work.nodes, classes: work.classes },
  };
}

/** The first way to write it that is proved: without the limits' Allows, then joined with them. */
function onePolicy(
  scenario: Scenario,
  placed: readonly Placed[],
  names: Names,
  options: CaseOptions,
): Record<string, unknown> | undefined {
  const apart = openCase(scenario, options, true);
  const dead = new Set(deadPlaced(apart).map(({ ref }) => JSON.stringify(ref)));
  const kept = placed.filter(({ ref }) => !dead.has(JSON.stringify(ref)));
  const denies = kept
    .filter(({ ref, node }) => node.effect === 'Deny' && LAYER_TABLE[ref.layer].side === 'caller')
    .map(({ node }) => termOf(node));
  const own = kept.filter(({ ref, node }) => node.effect === 'Allow' && ref.layer === 'identity');
  const plain = own.map(({ node }) => termOf(node));
  const ways: readonly (() => readonly Term[] | undefined)[] = [
    () => plain,
    () => joined(plain, placed, names),
  ];
  for (const way of ways) {
    const allows = way();
    if (!allows) continue;
    const document = documentOf(allows, denies);
    if (isEqual(scenario, document, options)) return document;
  }
  return undefined;
}

/** More statements than this are no policy that anybody reads. */
const MOST_TERMS = 100;

/** Each Allow of an identity with one of every limit. */
function joined(own: readonly Term[], placed: readonly Placed[], names: Names): readonly Term[] | undefined {
  const limits = new Map<string, Term[]>();
  for (const { ref, node } of placed) {
    if (node.effect !== 'Allow' || LAYER_TABLE[ref.layer].does !== 'limits') continue;
    const key = `${ref.layer} ${ref.target ?? ''}`;
    limits.set(key, [...(limits.get(key) ?? []), termOf(node)]);
  }
  let terms: readonly Term[] = own;
  for (const limit of limits.values()) {
    const next = new Map<string, Term>();
    for (const term of terms) {
      for (const one of limit) {
        const both = intersect(term, one, names);
        if (!both) return undefined;
        for (const found of both) next.set(JSON.stringify(found), found);
      }
    }
    if (next.size > MOST_TERMS) return undefined;
    terms = [...next.values()];
  }
  return terms;
}

function isEqual(scenario: Scenario, document: Record<string, unknown>, options: CaseOptions): boolean {
  const { request, organization } = scenario;
  const alone: Scenario = {
    schema: 2,
    request,
    ...(organization && { organization }),
    policies: { identity: [{ name: 'Effective', document }] },
  };
  return compareCases(scenario, alone, { ...options, relationOnly: true }).relation === 'equal';
}

function documentOf(allows: readonly Term[], denies: readonly Term[]): Record<string, unknown> {
  const written = (Effect: string, { action, resource, conditions }: Term) => ({
    Effect,
    [action.not ? 'NotAction' : 'Action']: action.values,
    [resource.not ? 'NotResource' : 'Resource']: resource.values,
    ...(conditions.length > 0 && { Condition: conditionBlock(conditions) }),
  });
  return {
    Version: '2012-10-17',
    Statement: [
      ...allows.map((term) => written('Allow', term)),
      ...denies.map((term) => written('Deny', term)),
    ],
  };
}

function conditionBlock(conditions: Term['conditions']): Record<string, Record<string, readonly string[]>> {
  const block: Record<string, Record<string, readonly string[]>> = {};
  for (const { written, key, values } of conditions) (block[written] ??= {})[key] = values;
  return block;
}
