/**
 * Can a formula be true? The dimensions of a request are walked in order: each class of a dimension settles some
 * statements, and what is left is a smaller formula. Equal formulas are walked once.
 */
import type { ConditionAtom, Literal, ResourceAtom, Stated } from './atoms';
import type { JointOptions } from './automaton/joint';
import { callerClasses } from './classes/callers';
import { setKey } from './classes/choice';
import type {
  AnyChoice,
  CallerChoice,
  Classes,
  Incomplete,
  KeyChoice,
  ResourceChoice,
} from './classes/choice';
import { fixedKey, keyClasses } from './classes/key';
import { accountsNamed, resourceClasses } from './classes/resource';
import type { AtomStanding } from './classes/resource';
import { ALWAYS, NEVER } from './formula';
import type { Formula, Standing } from './formula';
import { isOfCaller, keyFacts } from './key-facts';
import { START, after, fixedValue, presenceOf } from './path';
import type { Path } from './path';
import type { Resources } from './resources';
import type { Space } from './space';
import type { Values } from './templates';
import { isEnded } from './work';
import type { Work } from './work';

/** What was chosen, from the last dimension to the first. */
export interface Chain {
  readonly choice: AnyChoice;
  readonly rest: Chain | undefined;
}

export type Answer =
  | { readonly kind: 'found'; readonly choices: readonly AnyChoice[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'open'; readonly reasons: readonly Incomplete[] };

const STATES = 20_000;
/** So far all combinations of a list of resources are told before a formula walks to those that matter to it. */
const WHOLE_STATES = 600;
const MORE_STATES = 60_000;

/** What a class says of a statement: settled at its last dimension, or by any literal that fails. */
export function standingOf(
  { literals }: Stated,
  last: boolean,
  isHere: (literal: Literal) => boolean,
  yes: ReadonlySet<number>,
): Standing {
  for (const literal of literals) {
    if (isHere(literal) && yes.has(literal.atom.id) !== literal.positive) return 'no';
  }
  return last ? 'yes' : 'open';
}

/** Reasons, each once. */
export class Reasons {
  readonly #found = new Map<string, Incomplete>();

  add(reason: Incomplete): void {
    this.#found.set(JSON.stringify(reason), reason);
  }

  get list(): readonly Incomplete[] {
    return [...this.#found.values()];
  }
}

/** Searches among all requests; `values`: variables that were given values. */
export class Search {
  readonly #classes = new Map<string, Classes<AnyChoice>>();
  readonly #memo = new Map<string, { chain: Chain | undefined } | undefined>();
  #callers: Classes<CallerChoice> | undefined;
  #reasons = new Reasons();
  #resources!: Resources;
  readonly #hasCallers: boolean;

  constructor(
    private readonly space: Space,
    private readonly work: Work,
    private readonly values?: Values,
  ) {
    const reads = [...space.matchers.map(({ key }) => key), ...(values?.keys() ?? [])];
    this.#hasCallers =
      space.caller !== undefined ||
      space.atoms.some(({ kind }) => kind === 'caller') ||
      reads.some(isOfCaller);
  }

  private get options(): JointOptions {
    return { cap: STATES, ...(this.work.stop && { stop: this.work.stop }) };
  }

  /** Is there a request on one of these resources? The formula is what is left once an action is chosen. */
  solve(formula: Formula, resources: Resources): Answer {
    this.#reasons = new Reasons();
    this.#resources = resources;
    const found = this.walk(formula, 1, START);
    const reasons = this.#reasons.list;
    // What was not found while a list was cut is not remembered.
    if (reasons.length > 0) this.#memo.clear();
    if (found) {
      const choices: AnyChoice[] = [];
      for (let { chain } = found; chain; chain = chain.rest) choices.push(chain.choice);
      return { kind: 'found', choices };
    }
    return reasons.length > 0 ? { kind: 'open', reasons } : { kind: 'none' };
  }

  private walk(formula: Formula, level: number, path: Path): { chain: Chain | undefined } | undefined {
    if (formula === NEVER) return undefined;
    if (formula === ALWAYS) return { chain: undefined };
    const key = `${formula} ${level} ${level === 1 ? this.#resources.id : path.id}`;
    if (this.#memo.has(key)) return this.#memo.get(key);
    this.work.nodes += 1;
    if (isEnded(this.work)) {
      this.#reasons.add({ kind: 'cap', of: 'time' });
      return undefined;
    }
    const found = this.branch(formula, level, path);
    this.#memo.set(key, found);
    return found;
  }

  private branch(formula: Formula, level: number, path: Path): { chain: Chain | undefined } | undefined {
    const { space } = this;
    const used = space.formulas.used(formula);
    const at = this.nextLevel(used, level);
    let incomplete: Incomplete | undefined;
    for (const classes of this.listsAt(formula, used, at, path)) {
      for (const choice of classes.choices) {
        this.work.classes += 1;
        const rest = space.formulas.reduce(formula, (id) =>
          standingOf(
            space.statements[id]!,
            space.lastLevelOf(id) <= at,
            ({ atom }) => space.levelOf(atom) === at,
            choice.yes,
          ),
        );
        const found = this.walk(rest, at + 1, after(path, choice));
        if (found) return { chain: { choice, rest: found.chain } };
      }
      ({ incomplete } = classes);
    }
    if (incomplete) this.#reasons.add(incomplete);
    return undefined;
  }

  /** The first dimension from here on that some statement left still speaks of. */
  private nextLevel(used: readonly number[], level: number): number {
    const { space } = this;
    let next = Infinity;
    for (const id of used) {
      for (const { atom } of space.statements[id]!.literals) {
        const at = space.levelOf(atom);
        if (at >= level && at < next) next = at;
      }
    }
    const caller = space.order.get('caller')!;
    // Keys that follow from the caller need one.
    return this.#hasCallers && level <= caller && next > caller ? caller : next;
  }

  private callers(): Classes<CallerChoice> {
    const { caller } = this.space;
    if (caller) return { choices: [caller], incomplete: undefined };
    return callerClasses(this.space, this.values, { ...this.options, cap: MORE_STATES });
  }

  private atomsAt(used: readonly number[], level: number): Literal['atom'][] {
    const { space } = this;
    const found = new Map<number, Literal['atom']>();
    for (const id of used) {
      for (const { atom } of space.statements[id]!.literals) {
        if (space.levelOf(atom) === level) found.set(atom.id, atom);
      }
    }
    return [...found.values()];
  }

  /** The classes of a dimension. Of resources that are too many to be told all: then those that matter to the formula. */
  private *listsAt(
    formula: Formula,
    used: readonly number[],
    level: number,
    path: Path,
  ): Generator<Classes<AnyChoice>> {
    if (level === this.space.order.get('caller')) {
      const callers = this.#callers ?? this.callers();
      this.#callers = callers;
      yield callers;
      return;
    }
    const atoms = this.atomsAt(used, level);
    const isResource = atoms[0]!.kind === 'resource';
    const key = `${level} ${setKey(atoms.map(({ id }) => id))} ${isResource ? this.#resources.id : path.id}`;
    let classes = this.#classes.get(key);
    if (!classes) {
      classes = isResource
        ? this.resourcesAt(atoms as ResourceAtom[])
        : this.keyAt(atoms as ConditionAtom[], path);
      this.#classes.set(key, classes);
    }
    yield classes;
    if (isResource && classes.incomplete && !isEnded(this.work))
      yield this.resourcesFor(formula, atoms as ResourceAtom[]);
  }

  private resourcesAt(atoms: readonly ResourceAtom[]): Classes<ResourceChoice> {
    const options = { ...this.options, cap: WHOLE_STATES };
    const asked = { atoms, accounts: accountsNamed(this.space.matchers) };
    return resourceClasses(asked, this.#resources.domain, this.values, options);
  }

  /** Only what bears on the formula. */
  private resourcesFor(formula: Formula, atoms: readonly ResourceAtom[]): Classes<ResourceChoice> {
    const { values, options, space } = this;
    const directed = { ...options, cap: MORE_STATES };
    const asked = { atoms, accounts: accountsNamed(space.matchers) };
    return resourceClasses(asked, this.#resources.domain, values, directed, (standing) => {
      const left = space.formulas.reduce(formula, (id) => halfRead(space.statements[id]!, standing));
      if (left === NEVER) return undefined;
      const ids = space.formulas.used(left);
      return new Set(ids.flatMap((id) => space.statements[id]!.literals.map(({ atom }) => atom.id)));
    });
  }

  private keyAt(atoms: readonly ConditionAtom[], path: Path): Classes<KeyChoice> {
    const { space, values } = this;
    const dimension = atoms[0]!.dimension;
    const fixed = fixedValue(dimension, path, values);
    if (fixed) return fixedKey(dimension, atoms, fixed.value, values);
    const facts = keyFacts(dimension, space.catalog);
    const multivalued = facts.multivalued ?? this.readAsSet(dimension);
    const presence = presenceOf(dimension, facts.always, path, space.throughEndpoint);
    return keyClasses({ dimension, facts, multivalued, atoms, values, presence }, this.options);
  }

  /** Nothing is known of the key: it has several values where some condition reads it so. */
  private readAsSet(dimension: string): boolean {
    return this.space.atoms.some(
      (atom) =>
        atom.kind === 'condition' &&
        atom.dimension === dimension &&
        atom.condition.node.operator.set !== undefined,
    );
  }
}

/** A statement while the resource is half read. */
function halfRead({ literals }: Stated, standing: AtomStanding): Standing {
  let open = false;
  for (const { atom, positive } of literals) {
    if (atom.kind === 'action') continue;
    if (atom.kind !== 'resource') {
      open = true;
      continue;
    }
    const said = standing(atom.id);
    if (said === 'open') open = true;
    else if ((said === 'sure') !== positive) return 'no';
  }
  return open ? 'open' : 'yes';
}
