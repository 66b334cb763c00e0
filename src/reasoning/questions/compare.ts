/** Two policies of one type over all requests: what does one allow that the other does not? */
import type { AccessLevel, Catalog } from '../../catalog/service-reference';
import type { Request } from '../../case/scenario';
import { relationOf, NOT_CONSIDERED } from '../comparison';
import type { AccessGroup, Comparison, Considered, Direction, StatedCondition } from '../comparison';
import { BY_HARM, namesOf } from '../names';
import type { Names } from '../names';
import { accessIn } from '../access';
import type { Access } from '../access';
import type { Formula } from '../formula';
import { ReadPolicy, scopeOf } from '../policy';
import type { AskedType, PolicyInput } from '../policy';
import { Prover } from '../prover';
import type { Confirm, Finding } from '../prover';
import { resourcesWithin } from '../within';
import { ReasonList } from '../reasons';
import type { Reason } from '../reasons';
import { newWork } from '../work';
import type { Work } from '../work';
import { Space } from '../space';
import type { Bearing, Subject } from '../subject';

export interface ReasoningOptions {
  /** The actions that AWS has. Without them only any well-formed name is asked about. */
  readonly catalog?: Catalog;
  /** Asked often; true ends the work with what is proved so far. */
  readonly stop?: () => boolean;
  /** How many formulas are looked at, at most. */
  readonly mostFormulas?: number;
}

export interface CompareOptions extends ReasoningOptions {
  /** Only the relation and one group a side are wanted. */
  readonly relationOnly?: boolean;
  /** Only requests for these actions on these resources are asked about, by patterns as in a policy. */
  readonly over?: Access;
}

export function consideredOf(names: Names | undefined, notConsidered = NOT_CONSIDERED): Considered {
  return {
    tiers: names ? ['today', 'anyName'] : ['anyName'],
    catalogDate: names?.catalog.date,
    actions: names?.count ?? 0,
    notConsidered,
  };
}

/** What statements ask for besides. */
export function conditionsOf(bearings: readonly Bearing[]): readonly StatedCondition[] {
  const found = bearings.flatMap(({ node }) =>
    node.conditions.map(({ written, key, values }) => ({ operator: written, key, values })),
  );
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
}

interface Row {
  readonly accessLevel: AccessLevel;
  readonly actions: string[];
  readonly witness: Request;
}

/** Findings for one reason by service and access level: the rows that people read. */
function rowsOf(findings: readonly Finding[], names: Names): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const { rest, actions, witness } of findings) {
    for (const action of actions) {
      const accessLevel = names.levelOf(action);
      const key = `${rest} ${action.slice(0, action.indexOf(':'))} ${accessLevel}`;
      const row = rows.get(key);
      if (row) row.actions.push(action);
      else rows.set(key, { accessLevel, actions: [action], witness: { ...witness, action } });
    }
  }
  return [...rows.values()];
}

export function byHarm(one: AccessGroup, other: AccessGroup): number {
  return (
    BY_HARM.indexOf(one.accessLevel) - BY_HARM.indexOf(other.accessLevel) ||
    (one.actions[0]! < other.actions[0]! ? -1 : 1)
  );
}

interface OneWay {
  readonly groups: readonly AccessGroup[];
  readonly now: Direction;
  readonly anyName: Direction;
  readonly reasons: readonly Reason[];
  /** Of a name that AWS does not have. */
  readonly witness: Request | undefined;
}

interface Asking {
  readonly prover: Prover;
  readonly space: Space;
  readonly names: Names | undefined;
  readonly relationOnly: boolean;
  /** Is any well-formed name asked about, besides those that AWS has? */
  readonly anyName: boolean;
  /** Which requests are asked about: all, where it is left out. */
  readonly over?: { readonly formula: Formula; readonly confirm: Confirm } | undefined;
}

/** One direction of a comparison: what `more` allows and `less` does not. */
function oneWay(
  { prover, space, names, relationOnly, anyName, over }: Asking,
  more: Subject,
  less: Subject,
): OneWay {
  const { formulas } = space;
  const formula = formulas.and([more.allowed, formulas.not(less.allowed), ...(over ? [over.formula] : [])]);
  const confirm: Confirm = (request) =>
    more.say(request).allowed === 'yes' &&
    less.say(request).allowed === 'no' &&
    over?.confirm(request) !== false;
  const today = prover.today(formula, confirm, relationOnly);
  const rows = names ? rowsOf(today.found, names) : [];
  const kept = rows.filter(({ witness }) => confirm(witness)).slice(0, relationOnly ? 1 : Infinity);
  const isFound = today.found.length > 0;
  const any = isFound || !anyName ? undefined : prover.any(formula, confirm);
  const reasons = new ReasonList();
  reasons.add(...today.reasons, ...(any?.kind === 'open' ? any.reasons : []));
  const now = isFound ? 'some' : any?.kind === 'none' ? 'none' : today.reasons.length > 0 ? 'open' : 'none';
  const ever = any ? ({ found: 'some', none: 'none', open: 'open' } as const)[any.kind] : now;
  return {
    groups: kept.map((row) => groupOf(row, more, less)).sort(byHarm),
    now: names ? now : ever,
    anyName: ever,
    reasons: reasons.list,
    witness: any?.kind === 'found' ? any.witness : undefined,
  };
}

/** Findings as rows, the most harmful first. */
export function groupsOf(
  findings: readonly Finding[],
  names: Names,
  more: Subject,
  less: Subject,
): readonly AccessGroup[] {
  return rowsOf(findings, names)
    .map((row) => groupOf(row, more, less))
    .sort(byHarm);
}

function groupOf({ actions, accessLevel, witness }: Row, more: Subject, less: Subject): AccessGroup {
  const { allows, passes = [] } = more.say(witness);
  const other = less.say(witness);
  const passed = new Set(other.passes?.map(({ ref }) => ref.layer));
  // A limit that lets pass on one side only is a reason as well.
  const limits = passes.filter(({ ref }) => !passed.has(ref.layer));
  return {
    actions,
    resource: resourcesWithin(allows.flatMap(listedResources), passes.map(listedResources)),
    accessLevel,
    witness,
    because: [...allows, ...limits].map(({ ref }) => ref),
    deniedBy: other.denies.map(({ ref }) => ref),
    conditions: conditionsOf(allows),
  };
}

function listedResources({ node: { resource } }: Bearing): readonly string[] {
  if (!resource) return [];
  return resource.not ? resource.values.map((value) => `all but ${value}`) : resource.values;
}

/** Both directions, put together. */
export function compareSubjects(
  asking: Asking,
  a: Subject,
  b: Subject,
  work: Work,
  considered: Considered,
): Comparison {
  const gained = oneWay(asking, b, a);
  const lost = oneWay(asking, a, b);
  const reasons = new ReasonList();
  reasons.add(...gained.reasons, ...lost.reasons);
  return {
    relation: relationOf(gained.now, lost.now),
    anyName: relationOf(gained.anyName, lost.anyName),
    gained: gained.groups,
    lost: lost.groups,
    anyNameWitness: {
      ...(gained.witness && { gained: gained.witness }),
      ...(lost.witness && { lost: lost.witness }),
    },
    undecided: reasons.list,
    considered,
    proof: { formulas: work.nodes, classes: work.classes },
  };
}

/**
 * Compares two policies of one type over all requests. The relation is B's against A: `wider` means that B allows
 * something that A does not, and nothing less. Every example has been put to the evaluator. Policies that cannot be
 * read are not decided. Throws nothing.
 * IAM User Guide: "Policy evaluation logic"; AWS's own check of the kind is `CheckNoNewAccess`.
 */
export function comparePolicies(
  a: PolicyInput,
  b: PolicyInput,
  type: AskedType,
  options: CompareOptions = {},
): Comparison {
  const names = options.catalog && namesOf(options.catalog);
  const [one, other] = [new ReadPolicy('A', a, type), new ReadPolicy('B', b, type)];
  const work = newWork(options.stop, options.mostFormulas);
  const hidden = [one, other].filter(({ problem }) => problem !== undefined);
  if (hidden.length > 0) return unreadable(hidden, consideredOf(names));
  const space = new Space(options.catalog);
  const [left, right] = [one.in(space), other.in(space)];
  const over = options.over && accessIn(space, options.over);
  const prover = new Prover(space, scopeOf(type, space), work, names);
  const asking = { prover, space, names, relationOnly: options.relationOnly === true, anyName: true, over };
  return compareSubjects(asking, left, right, work, consideredOf(names));
}

function unreadable(policies: readonly ReadPolicy[], considered: Considered): Comparison {
  return {
    relation: 'undecided',
    anyName: 'undecided',
    gained: [],
    lost: [],
    anyNameWitness: {},
    undecided: policies.map(({ name }) => ({ kind: 'hidden', policy: name })),
    considered,
    proof: { formulas: 0, classes: 0 },
  };
}
