/** Classes of any well-formed action: what the lists say of it, and the shortest name. */
import type { ActionAtom, Atom } from './atoms';
import { classesOf } from './automaton/joint';
import type { Domain, JointOptions } from './automaton/joint';
import { NEVER } from './formula';
import type { Formula, Standing } from './formula';
import { standingOf } from './search';
import type { Work } from './work';
import type { Space } from './space';

const STATES = 240_000;

export interface ActionClass {
  readonly name: string;
  /** What is left of the formula once such an action is chosen. */
  readonly rest: Formula;
}

/** The atoms of the actions of the statements that a formula speaks of. */
export function actionAtoms(space: Space, formula: Formula): readonly ActionAtom[] {
  const found = new Map<number, ActionAtom>();
  for (const id of space.formulas.used(formula)) {
    for (const { atom } of space.statements[id]!.literals)
      if (atom.kind === 'action') found.set(atom.id, atom);
  }
  return [...found.values()];
}

/** The formula once the action is one that these lists hold, and no others. */
export function afterAction(space: Space, formula: Formula, yes: ReadonlySet<number>): Formula {
  return space.formulas.reduce(formula, (id) =>
    standingOf(space.statements[id]!, space.lastLevelOf(id) <= 0, ({ atom }) => atom.kind === 'action', yes),
  );
}

/** Keeps the walk to names that can still make the formula true, and to the lists that still bear on it. */
function bearing(
  space: Space,
  formula: Formula,
  atoms: readonly ActionAtom[],
): NonNullable<JointOptions['matters']> {
  return (standing) => {
    const says = new Map(atoms.map(({ id }, at) => [id, standing(at)]));
    const left = space.formulas.reduce(formula, (id): Standing => {
      const { literals } = space.statements[id]!;
      const fails = literals.some(({ atom, positive }) => {
        const said = says.get(atom.id);
        return said !== undefined && said !== 'open' && (said === 'sure') !== positive;
      });
      return fails ? 'no' : 'open';
    });
    if (left === NEVER) return undefined;
    const kept = new Set<Atom>(actionAtoms(space, left));
    return (at) => kept.has(atoms[at]!);
  };
}

export function anyActions(
  space: Space,
  formula: Formula,
  domain: Domain,
  work: Work,
): { readonly classes: readonly ActionClass[]; readonly cut: boolean } {
  const atoms = actionAtoms(space, formula);
  const languages = atoms.map(({ language }) => language);
  const { classes, states, cut } = classesOf(languages, domain, {
    cap: STATES,
    ...(work.stop && { stop: work.stop }),
    matters: bearing(space, formula, atoms),
  });
  work.states += states;
  const found = new Map<Formula, string>();
  for (const { label, text } of classes) {
    const rest = afterAction(space, formula, new Set(label.map((at) => atoms[at]!.id)));
    if (rest !== NEVER && !found.has(rest)) found.set(rest, text);
  }
  return { classes: [...found].map(([rest, name]) => ({ rest, name })), cut };
}
