/**
 * An undetermined case as a list of choices: a value for each unknown key, a word for each layer or policy that
 * cannot be seen. Under some choices made, the rest still open, it tells the verdict as far as it follows.
 */
import { reachableGrants } from './reachable';
import { decide } from '../decide';
import type { Outcome, Sayings } from '../decide';
import type { Dependency, GrantKind, Supposition, Truth } from '../evaluation';
import type { Facts } from '../facts';
import { sayOf } from '../layers/view';
import type { LayerView, LevelView, PolicyView } from '../layers/view';
import { KLEENE } from '../logic';
import { NO_GRANTS, OPEN, SILENT, join, stackIn } from '../say';
import type { Say } from '../say';
import { acrossPartitions } from '../match/principal';
import { LAYERS, onlyDenies } from '../../case/layers';
import type { Layer } from '../../case/layers';
import { and } from '../truth';
import type { World } from '../world';
import { RESOURCE, openStatement, publicAclAtom } from './atoms';
import type { Atom, OpenStatement } from './atoms';
import { suppose, unknownKeysOf } from './candidates';
import type { Value } from './candidates';
import { mergeLinked, withValues } from './linked';

type Option =
  { readonly kind: 'value'; readonly value: Value } | { readonly kind: 'says'; readonly say: Say };

export interface Choice {
  readonly dependency: Dependency;
  readonly key: string | undefined;
  readonly options: readonly Option[];
}

/** Which option of each choice is taken; -1: still open. */
export type Assignment = readonly number[];

interface OpenLevel {
  readonly settled: Say;
  readonly statements: readonly OpenStatement[];
  /** Choices that stand for policies which cannot be read. */
  readonly unreadable: readonly number[];
}

interface OpenLayer {
  readonly layer: Layer;
  /** The choice that stands for a hidden layer. */
  readonly hidden: number | undefined;
  readonly levels: readonly OpenLevel[];
}

const DENIES: Say = { ...SILENT, deny: 'yes' };
const grants = (grant: GrantKind): Say => ({
  deny: 'no',
  allow: 'yes',
  grants: { ...NO_GRANTS, [grant]: 'yes' },
});

function wordsOf(layer: Layer, { caller, facts }: World): readonly Say[] {
  // No policy of a resource delegates access to another partition.
  if (onlyDenies(layer) || (layer === 'resource' && acrossPartitions(facts))) return [SILENT, DENIES];
  const allows = layer === 'resource' ? reachableGrants(caller).map(grants) : [grants('direct')];
  return [...allows, SILENT, DENIES];
}

export class Model {
  readonly choices: readonly Choice[];
  /** Some unknown has more values than were considered. */
  readonly cut: boolean;
  readonly #layers: readonly OpenLayer[];
  /** Whether the service refuses the call, where that is open. */
  readonly #barred: Atom | undefined;
  readonly #atomTruths = new Map<Atom, Map<string, Truth>>();
  readonly #choiceOfKey: ReadonlyMap<string, number>;

  constructor(
    private readonly world: World,
    private readonly sayings: Sayings,
  ) {
    const choices: Choice[] = [];
    this.#layers = mergeKeys(
      LAYERS.filter((layer) => this.isOpen(layer)).map((layer) =>
        this.openLayer(world.layers[layer], choices),
      ),
      world.facts,
    );
    this.#barred = sayings.barred === 'unknown' ? publicAclAtom(world.action, world.facts) : undefined;
    const keys = unknownKeysOf(this.atoms, world.facts);
    this.#choiceOfKey = new Map(keys.map(({ key }, at) => [key, choices.length + at]));
    this.choices = [
      ...choices,
      ...keys.map(({ key, values }) => ({
        key,
        dependency: this.dependencyOf(key),
        options: values.map((value): Option => ({ kind: 'value', value })),
      })),
    ];
    this.cut = keys.some((key) => key.cut);
  }

  private get atoms(): readonly Atom[] {
    const ofPolicies = this.#layers.flatMap((layer) =>
      layer.levels.flatMap((level) => level.statements.flatMap((statement) => statement.atoms)),
    );
    return this.#barred ? [...ofPolicies, this.#barred] : ofPolicies;
  }

  private dependencyOf(key: string): Dependency {
    if (key === RESOURCE) return { kind: 'request', field: 'resource' };
    return { kind: 'key', key: this.world.context.all.get(key)?.key ?? key };
  }

  private isOpen(layer: Layer): boolean {
    const { exempt, state } = this.world.layers[layer];
    if (exempt || state === 'absent') return false;
    const { deny, allow, grants: kinds } = this.sayings.of[layer];
    return [deny, allow, kinds.direct, kinds.role, kinds.account].includes('unknown');
  }

  private addWords(layer: Layer, dependency: Dependency, choices: Choice[]): number {
    const options = wordsOf(layer, this.world).map((say): Option => ({ kind: 'says', say }));
    return choices.push({ dependency, key: undefined, options }) - 1;
  }

  private openLayer(view: LayerView, choices: Choice[]): OpenLayer {
    const { layer } = view;
    if (view.state === 'hidden') {
      return { layer, hidden: this.addWords(layer, { kind: 'layer', layer }, choices), levels: [] };
    }
    return { layer, hidden: undefined, levels: view.levels.map((level) => this.openLevel(level, choices)) };
  }

  private openLevel(level: LevelView, choices: Choice[]): OpenLevel {
    let settled = SILENT;
    const statements: OpenStatement[] = [];
    const unreadable: number[] = [];
    for (const policy of level.policies) {
      if (policy.compiled?.kind === 'unreadable') unreadable.push(this.addPolicy(policy, choices));
      if (policy.compiled?.kind !== 'readable') continue;
      for (const [at, statement] of policy.compiled.statements.entries()) {
        const match = policy.matches[at]!;
        const { truth, grant, perhaps } = match;
        if (truth === 'yes') settled = join(settled, sayOf(statement, { truth, grant }));
        if (truth === 'unknown') statements.push(openStatement(statement, grant, this.world.facts));
        if (perhaps) statements.push(openStatement(statement, grant, this.world.facts, perhaps));
      }
    }
    return { settled, statements, unreadable };
  }

  private addPolicy({ address, policy }: PolicyView, choices: Choice[]): number {
    return this.addWords(address.layer, { kind: 'policy', address, name: policy.name }, choices);
  }

  /** The verdict as far as it follows from the choices made. */
  outcome(assignment: Assignment): Outcome {
    return decide(this.sayingsUnder(assignment));
  }

  /** What the layers say under the choices made. */
  sayingsUnder(assignment: Assignment): Sayings {
    // Most atoms are remembered, so the request is seldom put together.
    let made: Facts | undefined;
    const facts = (): Facts => (made ??= this.factsUnder(assignment));
    const of = { ...this.sayings.of };
    for (const layer of this.#layers) of[layer.layer] = this.sayOfLayer(layer, assignment, facts);
    // What cannot be seen may be a policy that is not public, so nothing is cut off for certain.
    const cutOff = this.sayings.cutOff === 'yes' ? 'yes' : 'no';
    const barred = this.#barred ? this.atomTruth(this.#barred, assignment, facts) : this.sayings.barred;
    return { ...this.sayings, of, cutOff, barred };
  }

  /** The request with the chosen values put in. */
  factsUnder(assignment: Assignment): Facts {
    let facts = this.world.facts;
    const chosen = new Map<string, Value>();
    for (const [key, at] of this.#choiceOfKey) {
      const option = this.choices[at]!.options[assignment[at]!];
      if (option?.kind !== 'value') continue;
      if (key === RESOURCE) facts = suppose(facts, key, option.value);
      else chosen.set(key, option.value);
    }
    return { ...facts, lookup: withValues(facts.lookup, chosen) };
  }

  private said(choice: number, assignment: Assignment): Say {
    const option = this.choices[choice]!.options[assignment[choice]!];
    return option?.kind === 'says' ? option.say : OPEN;
  }

  private sayOfLayer(layer: OpenLayer, assignment: Assignment, facts: () => Facts): Say {
    if (layer.hidden !== undefined) return this.said(layer.hidden, assignment);
    return stackIn(
      KLEENE,
      layer.levels.map((level) => this.sayOfLevel(level, assignment, facts)),
    );
  }

  private sayOfLevel(level: OpenLevel, assignment: Assignment, facts: () => Facts): Say {
    let said = level.settled;
    for (const { statement, grant, atoms } of level.statements) {
      let truth: Truth = 'yes';
      for (const atom of atoms) truth = and(truth, this.atomTruth(atom, assignment, facts));
      if (truth !== 'no') said = join(said, sayOf(statement, { truth, grant }));
    }
    for (const choice of level.unreadable) said = join(said, this.said(choice, assignment));
    return said;
  }

  /** Remembered by the choices that the atom reads: the same few values come up again and again. */
  private atomTruth(atom: Atom, assignment: Assignment, facts: () => Facts): Truth {
    let known = this.#atomTruths.get(atom);
    if (!known) {
      known = new Map();
      this.#atomTruths.set(atom, known);
    }
    const taken = atom.keys.map((key) => assignment[this.#choiceOfKey.get(key)!]).join();
    let truth = known.get(taken);
    if (truth === undefined) {
      truth = atom.test(facts());
      known.set(taken, truth);
    }
    return truth;
  }

  /** An option in the terms of the outside world. */
  supposition(choice: number, option: number): Supposition {
    const { options, key } = this.choices[choice]!;
    const taken = options[option]!;
    if (taken.kind === 'says') return suppositionOf(taken.say);
    const { value } = taken;
    if (value === undefined || value === null) return { kind: 'absent' };
    const values = typeof value === 'string' ? [value] : value;
    return { kind: 'value', values, matches: this.matchedBy(key, values) };
  }

  private matchedBy(key: string | undefined, values: readonly string[]): readonly string[] {
    const found = new Set<string>();
    for (const { condition, examples } of this.atoms) {
      for (const text of examples?.get(key ?? '') ?? []) if (values.includes(text)) found.add(text);
      if (!condition || condition.lowerKey !== key) continue;
      for (const text of condition.matched(values, this.world.facts.lookup)) found.add(text);
    }
    return [...found];
  }
}

/** Keys that AWS fills together are one unknown. */
function mergeKeys(layers: readonly OpenLayer[], { lookup }: Facts): readonly OpenLayer[] {
  const atoms = layers.flatMap(({ levels }) =>
    levels.flatMap(({ statements }) => statements.flatMap((one) => one.atoms)),
  );
  const merged = mergeLinked([...new Set(atoms.flatMap(({ keys }) => keys))], lookup);
  if ([...merged].every(([key, base]) => key === base)) return layers;
  const within = (atom: Atom): Atom => ({
    ...atom,
    keys: [...new Set(atom.keys.map((key) => merged.get(key)!))],
  });
  return layers.map((layer) => ({
    ...layer,
    levels: layer.levels.map((level) => ({
      ...level,
      statements: level.statements.map((one) => ({ ...one, atoms: one.atoms.map(within) })),
    })),
  }));
}

function suppositionOf(say: Say): Supposition {
  if (say.deny === 'yes') return { kind: 'says', effect: 'denies' };
  if (say.allow === 'no') return { kind: 'says', effect: 'silent' };
  const grant = (['direct', 'role', 'account'] as const).find((kind) => say.grants[kind] === 'yes');
  return { kind: 'says', effect: 'allows', ...(grant && { grant }) };
}
