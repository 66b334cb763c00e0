/** Statements of a case that can be left out, and what the case allows as a whole. */
import type { Scenario } from '../../case/scenario';
import { LAYER_TABLE } from '../../case/layers';
import type { StatementRef } from '../../engine/evaluation';
import type { AccessGroup, Considered, ProofCounts } from '../comparison';
import type { Formula } from '../formula';
import { NEVER } from '../formula';
import { namesOf } from '../names';
import { Prover } from '../prover';
import type { Reason } from '../reasons';
import { newWork } from '../work';
import { Space } from '../space';
import { addCase, settingOf } from '../stack/case';
import type { Placed } from '../stack/layers';
import { groupsOf } from './compare';
import { compareCases, consideredOfCases, scopeOfCases } from './cases';
import type { CaseOptions } from './cases';

export interface DeadStatement {
  readonly statement: StatementRef;
  readonly why: 'neverApplies' | 'denied' | 'alreadyAllowed' | 'outside' | 'nothingToDeny';
  /** The fewest statements that make it so. */
  readonly by: readonly StatementRef[];
}

/** A case among all requests of its caller. */
function open(scenario: Scenario, options: CaseOptions, apart: boolean) {
  const names = namesOf(options.catalog);
  const work = newWork(options.stop, options.mostFormulas);
  const space = new Space(options.catalog, settingOf(scenario, apart));
  const subject = addCase(space, names, scenario);
  const prover = new Prover(space, scopeOfCases([scenario], space), work, names);
  return { names, work, space, subject, prover };
}

/**
 * The statements of all layers that could go, one at a time, as things stand: no request of the caller is answered
 * otherwise without it. Of two that stand for each other both are told, and only one may go. Statements of which it
 * could not be decided are not told.
 */
export function deadStatements(scenario: Scenario, options: CaseOptions): readonly DeadStatement[] {
  const { space, subject, prover } = open(scenario, options, true);
  const { formulas } = space;
  const isNone = (formula: Formula): boolean => {
    if (formula === NEVER) return true;
    const { found, reasons } = prover.today(formula, () => true, true);
    return found.length === 0 && reasons.length === 0;
  };
  const without = (placed: Placed): Formula => {
    const gone = new Set(formulas.used(placed.formula));
    return formulas.reduce(subject.allowed, (id) => (gone.has(id) ? 'no' : 'open'));
  };
  return subject.placed.flatMap((placed): readonly DeadStatement[] => {
    const rest = without(placed);
    const isAllow = placed.node.effect === 'Allow';
    const [more, less] = isAllow ? [subject.allowed, rest] : [rest, subject.allowed];
    if (!isNone(formulas.and([more, formulas.not(less)]))) return [];
    return [{ statement: placed.ref, ...whyDead(placed, subject.placed, formulas, isNone) }];
  });
}

function whyDead(
  { ref, node, formula }: Placed,
  all: readonly Placed[],
  formulas: Space['formulas'],
  isNone: (formula: Formula) => boolean,
): Pick<DeadStatement, 'why' | 'by'> {
  const covers = (by: readonly Placed[]): boolean =>
    isNone(formulas.and([formula, ...by.map((one) => formulas.not(one.formula))]));
  const fewest = (by: readonly Placed[]): readonly StatementRef[] => {
    let kept = by;
    for (const one of by) {
      const fewer = kept.filter((other) => other !== one);
      if (covers(fewer)) kept = fewer;
    }
    return kept.map((one) => one.ref);
  };
  if (covers([])) return { why: 'neverApplies', by: [] };
  const others = all.filter((one) => one.ref !== ref);
  const denies = others.filter((one) => one.node.effect === 'Deny');
  if (covers(denies)) return { why: 'denied', by: fewest(denies) };
  if (node.effect === 'Deny') return { why: 'nothingToDeny', by: [] };
  const beside = others.filter((one) => one.node.effect === 'Allow' && one.ref.layer === ref.layer);
  if (covers(beside)) return { why: 'alreadyAllowed', by: fewest(beside) };
  return { why: 'outside', by: [] };
}

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
  const { names, work, subject, prover } = open(scenario, options, false);
  const { found, reasons } = prover.today(
    subject.allowed,
    (request) => subject.say(request).allowed === 'yes',
  );
  const nothing = { allowed: NEVER, say: () => ({ allowed: 'no' as const, allows: [], denies: [] }) };
  return {
    groups: groupsOf(found, names, subject, nothing),
    policy: reasons.length === 0 ? onePolicy(scenario, subject.placed, options) : undefined,
    undecided: reasons,
    considered: consideredOfCases([scenario], names),
    proof: { formulas: work.nodes, classes: work.classes },
  };
}

/** The identity-based policies and every Deny of the caller's limits, without what is dead, as one policy. */
function onePolicy(
  scenario: Scenario,
  placed: readonly Placed[],
  options: CaseOptions,
): Record<string, unknown> | undefined {
  const dead = new Set(deadStatements(scenario, options).map(({ statement }) => JSON.stringify(statement)));
  const kept = placed.filter(
    ({ ref, node }) =>
      !dead.has(JSON.stringify(ref)) &&
      (ref.layer === 'identity' || (node.effect === 'Deny' && LAYER_TABLE[ref.layer].side === 'caller')),
  );
  const Statement = kept.map(({ node }) => ({
    Effect: node.effect,
    [node.action.not ? 'NotAction' : 'Action']: node.action.values,
    [node.resource?.not ? 'NotResource' : 'Resource']: node.resource?.values ?? ['*'],
    ...(node.conditions.length > 0 && { Condition: conditionBlock(node.conditions) }),
  }));
  const document = { Version: '2012-10-17', Statement };
  const { request, organization } = scenario;
  const alone: Scenario = {
    schema: 2,
    request,
    ...(organization && { organization }),
    policies: { identity: [{ name: 'Effective', document }] },
  };
  const { relation } = compareCases(scenario, alone, { ...options, relationOnly: true });
  return relation === 'equal' ? document : undefined;
}

function conditionBlock(
  conditions: Placed['node']['conditions'],
): Record<string, Record<string, readonly string[]>> {
  const block: Record<string, Record<string, readonly string[]>> = {};
  for (const { written, key, values } of conditions) (block[written] ??= {})[key] = values;
  return block;
}
