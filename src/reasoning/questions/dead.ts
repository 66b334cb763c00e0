/** Statements of one policy that can be left out, each by itself, without changing any answer. */
import { namesOf } from '../names';
import { ReadPolicy, allowedBy, scopeOf } from '../policy';
import type { AskedType, PolicyInput } from '../policy';
import { Prover } from '../prover';
import type { Confirm } from '../prover';
import { ReasonList } from '../reasons';
import type { Reason } from '../reasons';
import { fewest } from '../fewest';
import { newWork } from '../work';
import { Space } from '../space';
import { NEVER } from '../formula';
import type { Formula } from '../formula';
import type { ReasoningOptions } from './compare';

export type DeadWhy =
  /** No request that AWS has fits it. */
  | 'neverApplies'
  /** Statements deny all that it allows. */
  | 'denied'
  /** Statements allow all that it allows. */
  | 'alreadyAllowed'
  /** It denies only what nothing allows, or what is denied without it. */
  | 'nothingToDeny'
  | 'alreadyDenied';

export interface DeadIn {
  readonly statement: number;
  readonly why: DeadWhy;
  /** The smallest set of statements that make it so. */
  readonly by: readonly number[];
  /** Whatever names AWS adds, it stays so. */
  readonly anyName: boolean;
}

export interface DeadAnswer {
  readonly dead: readonly DeadIn[];
  /** Statements of which it could not be decided. */
  readonly undecided: readonly { readonly statement: number; readonly reasons: readonly Reason[] }[];
}

/** Statements, and whether some request tells a formula apart from nothing. */
export class Question {
  readonly #names;
  readonly #prover: Prover;

  constructor(
    readonly policy: ReadPolicy,
    readonly space: Space,
    readonly statements: readonly Formula[],
    options: ReasoningOptions,
  ) {
    this.#names = options.catalog && namesOf(options.catalog);
    const work = newWork(options.stop, options.mostFormulas);
    this.#prover = new Prover(space, scopeOf(policy.type, space), work, this.#names);
  }

  /** Is there no such request, whatever names AWS adds? False also where it could not be decided. */
  isNever(formula: Formula, confirm: Confirm): boolean {
    return this.#prover.any(formula, confirm).kind === 'none';
  }

  /** `none`: there is no such request, now or (`anyName`) ever. */
  ask(
    formula: Formula,
    confirm: Confirm,
  ): {
    readonly kind: 'some' | 'none' | 'open';
    readonly anyName: boolean;
    readonly reasons: readonly Reason[];
  } {
    if (formula === NEVER) return { kind: 'none', anyName: true, reasons: [] };
    const today = this.#prover.today(formula, confirm, true);
    if (today.found.length > 0) return { kind: 'some', anyName: false, reasons: [] };
    const any = this.#prover.any(formula, confirm);
    if (any.kind === 'none') return { kind: 'none', anyName: true, reasons: [] };
    if (!this.#names)
      return {
        kind: any.kind === 'found' ? 'some' : 'open',
        anyName: false,
        reasons: any.kind === 'open' ? any.reasons : [],
      };
    const reasons = new ReasonList();
    reasons.add(...today.reasons);
    return { kind: reasons.list.length > 0 ? 'open' : 'none', anyName: false, reasons: reasons.list };
  }
}

/**
 * The statements of a policy that could go, one at a time: no request is answered otherwise without it. Two that stand
 * for each other are both told, and only one of them may go.
 */
export function deadStatementsOf(
  policy: PolicyInput,
  type: AskedType,
  options: ReasoningOptions = {},
): DeadAnswer {
  const read = new ReadPolicy('Policy', policy, type);
  if (read.problem !== undefined) return { dead: [], undecided: [] };
  const space = new Space(options.catalog, { apart: true });
  const question = new Question(read, space, read.addTo(space), options);
  const dead: DeadIn[] = [];
  const undecided: { statement: number; reasons: readonly Reason[] }[] = [];
  read.nodes.forEach((_, at) => {
    const asked = withoutIt(question, at);
    if (asked.kind === 'open') undecided.push({ statement: at, reasons: asked.reasons });
    if (asked.kind === 'none') dead.push({ statement: at, anyName: asked.anyName, ...whyDead(question, at) });
  });
  return { dead, undecided };
}

/** Does any answer change without the statement? */
function withoutIt(question: Question, at: number): ReturnType<Question['ask']> {
  const { space, policy, statements } = question;
  const { formulas } = space;
  const left = new Set([at]);
  const all = allowedBy(space, policy.nodes, statements);
  const rest = allowedBy(space, policy.nodes, statements, left);
  const [more, less] = policy.nodes[at]!.effect === 'Allow' ? [all, rest] : [rest, all];
  const changes: Confirm = (request) => {
    const [with_, without] = [policy.say(request).allowed, policy.say(request, left).allowed];
    return with_ !== without && with_ !== 'unknown' && without !== 'unknown';
  };
  return question.ask(formulas.and([more, formulas.not(less)]), changes);
}

/** Why a statement is dead; `gone`: statements that are left out as well. */
export function whyDead(
  question: Question,
  at: number,
  gone: ReadonlySet<number> = new Set(),
): Pick<DeadIn, 'why' | 'by'> {
  const { space, policy, statements } = question;
  const { formulas } = space;
  const self = statements[at]!;
  const others = (effect: 'Allow' | 'Deny'): readonly number[] =>
    policy.nodes.flatMap((node, each) =>
      each !== at && !gone.has(each) && node.effect === effect ? [each] : [],
    );
  // Only a proof counts here, and any example ends the search for one.
  const any: Confirm = () => true;
  const isCovered = (by: readonly number[]): boolean =>
    question.ask(formulas.and([self, ...by.map((one) => formulas.not(statements[one]!))]), any).kind ===
    'none';
  const smallest = (by: readonly number[]): readonly number[] => fewest(by, isCovered);
  if (isCovered([])) return { why: 'neverApplies', by: [] };
  const isAllow = policy.nodes[at]!.effect === 'Allow';
  const denies = others('Deny');
  const allows = others('Allow');
  if (isCovered(denies)) return { why: isAllow ? 'denied' : 'alreadyDenied', by: smallest(denies) };
  if (isAllow && isCovered(allows)) return { why: 'alreadyAllowed', by: smallest(allows) };
  if (!isAllow) return { why: 'nothingToDeny', by: [] };
  return { why: 'alreadyAllowed', by: smallest([...denies, ...allows]) };
}
