/**
 * The names of actions that AWS has, in cells: names of one cell are held by the same lists of all that is asked about.
 * Every question is about some of the lists, and its groups of names are put together of cells; thousands of questions
 * about one case read the names once.
 */
import type { ActionAtom } from './atoms';
import { afterAction } from './any-action';
import { NEVER } from './formula';
import type { Formula } from './formula';
import type { NameGroup, Names } from './names';
import type { Space } from './space';

export interface NamedGroup {
  /** The lists that hold these names, of those that were asked about. */
  readonly yes: ReadonlySet<number>;
  /** In the order of the reference. Most groups are never named. */
  readonly names: () => readonly string[];
}

function namesIn(cells: readonly NameGroup[]): readonly string[] {
  const [first, ...more] = cells;
  if (more.length === 0) return first!.names;
  const placed = cells.flatMap(({ names, places }) => names.map((name, at) => [places[at]!, name] as const));
  return placed.sort(([one], [other]) => one - other).map(([, name]) => name);
}

export class NameCells {
  #cells: readonly NameGroup[] = [];
  /** So many atoms the space had. */
  #of = -1;

  constructor(
    private readonly space: Space,
    private readonly names: Names,
    /** Which names there are; by their name in small letters. */
    private readonly keeps: ((lower: string) => boolean) | undefined,
  ) {}

  private get cells(): readonly NameGroup[] {
    const { atoms } = this.space;
    if (this.#of !== atoms.length) {
      const lists = atoms.filter((atom): atom is ActionAtom => atom.kind === 'action');
      this.#cells = this.names.groups(lists, this.keeps);
      this.#of = atoms.length;
    }
    return this.#cells;
  }

  /** The numbers of the cells of names for which a formula can still be true. */
  reach(formula: Formula): ReadonlySet<number> {
    const found = new Set<number>();
    this.cells.forEach(({ yes }, at) => {
      if (afterAction(this.space, formula, yes) !== NEVER) found.add(at);
    });
    return found;
  }

  /** The names in groups by which of these lists hold them; a group stands where its first name does. */
  groups(atoms: readonly ActionAtom[]): readonly NamedGroup[] {
    const asked = new Set(atoms.map(({ id }) => id));
    const found = new Map<string, { yes: Set<number>; cells: NameGroup[] }>();
    for (const cell of this.cells) {
      const yes = new Set<number>();
      for (const id of cell.yes) if (asked.has(id)) yes.add(id);
      const key = [...yes].sort((a, b) => a - b).join();
      const group = found.get(key);
      if (group) group.cells.push(cell);
      else found.set(key, { yes, cells: [cell] });
    }
    return [...found.values()].map(({ yes, cells }) => ({ yes, names: () => namesIn(cells) }));
  }
}
