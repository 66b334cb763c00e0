/** The smallest reason why a statement of a case is dead. */
import { LAYER_TABLE, perLayer } from '../../case/layers';
import type { Layer } from '../../case/layers';
import type { Formula } from '../formula';
import { fewest } from '../fewest';
import type { Placed } from '../stack/layers';
import { allowedWith, isNone } from './open-case';
import type { DeadStatement, OpenCase } from './open-case';

/** Something that takes a share in making a statement dead: no request of `formula` needs the statement. */
interface Share {
  readonly formula: Formula;
  readonly statements: readonly Placed[];
}

type Why = Pick<DeadStatement, 'why' | 'by'>;

const isLimit = ({ ref }: Placed): boolean => LAYER_TABLE[ref.layer].does === 'limits';
const levelOf = ({ ref }: Placed): string => `${ref.layer} ${ref.target ?? ''}`;

export class DeadReasons {
  /** Which of AWS's names each statement can apply to. */
  readonly #reach = new Map<Placed, ReadonlySet<number>>();
  /** Where each layer has no say, and of which names that is. */
  readonly #noSay: Readonly<
    Record<Layer, { readonly formula: Formula; readonly names: ReadonlySet<number> }>
  >;

  constructor(private readonly open: OpenCase) {
    this.#noSay = perLayer((layer) => {
      const formula = open.subject.noSay(layer);
      return { formula, names: open.prover.reach(formula) };
    });
    for (const placed of open.subject.placed) this.#reach.set(placed, open.prover.reach(placed.formula));
  }

  /** Of a statement that is dead. */
  of(placed: Placed): Why {
    const { formulas } = this.open.space;
    if (this.isCovered(placed.formula, [])) return { why: 'neverApplies', by: [] };
    const said = this.said(placed, placed);
    if (this.isCovered(said, [])) return { why: 'noSay', by: [] };
    const near = this.open.subject.placed.filter((one) => one !== placed && this.meets(placed, one));
    const alone = (one: Placed): Share => ({ formula: this.said(one, placed), statements: [one] });
    const denies = near.filter(({ node }) => node.effect === 'Deny').map(alone);
    if (this.isCovered(said, denies)) return this.told('denied', said, denies);
    if (placed.node.effect === 'Deny') return { why: 'nothingToDeny', by: [] };
    const allows = near.filter(({ node }) => node.effect === 'Allow');
    const beside = allows.filter((one) => levelOf(one) === levelOf(placed)).map(alone);
    if (this.isCovered(said, beside)) return this.told('alreadyAllowed', said, beside);
    const limits = this.limitsOn(placed);
    const isOutside = isNone(this.open, formulas.and([said, allowedWith(this.open, placed, 'applied')]));
    const granting = allows.filter((one) => !isLimit(one) && levelOf(one) !== levelOf(placed));
    if (isOutside && isLimit(placed)) {
      // A limit lets pass what others grant, so that what they leave out counts as well.
      const grants: Share = {
        formula: formulas.not(formulas.or(granting.map((one) => this.said(one, placed)))),
        statements: granting,
      };
      if (this.isCovered(said, [grants])) return { why: 'notGranted', by: [] };
      return this.told('outside', said, [...denies, ...limits, grants]);
    }
    if (isOutside) return this.told('outside', said, [...denies, ...limits]);
    // Some of it is allowed without it, by another side as well, and the rest by nothing.
    const shares = [...denies, ...beside, ...limits, ...granting.map(alone)];
    return this.told('alreadyAllowed', said, shares);
  }

  /** What each limit besides its own leaves out. */
  private limitsOn(placed: Placed): readonly Share[] {
    const { formulas } = this.open.space;
    const levels = new Map<string, Placed[]>();
    for (const one of this.open.subject.placed) {
      if (one.node.effect !== 'Allow' || !isLimit(one) || levelOf(one) === levelOf(placed)) continue;
      levels.set(levelOf(one), [...(levels.get(levelOf(one)) ?? []), one]);
    }
    return [...levels.values()].map((allows) => {
      const near = allows.filter((one) => this.meets(placed, one));
      const left = formulas.not(formulas.or(near.map(({ formula }) => formula)));
      const { layer } = allows[0]!.ref;
      return { formula: this.where(layer, placed, left), statements: near.length > 0 ? near : allows };
    });
  }

  /** The part of a formula in which a layer has a say, as far as requests of `placed` go. */
  private where(layer: Layer, placed: Placed, formula: Formula): Formula {
    const { formulas } = this.open.space;
    const silent = this.#noSay[layer];
    const isThere = meet(this.#reach.get(placed)!, silent.names);
    return isThere ? formulas.and([formula, formulas.not(silent.formula)]) : formula;
  }

  /** Where a statement applies and its layer has a say, as far as requests of `placed` go. */
  private said(one: Placed, placed: Placed): Formula {
    return this.where(one.ref.layer, placed, one.formula);
  }

  /** Is there an action that both list? */
  private meets(one: Placed, other: Placed): boolean {
    return meet(this.#reach.get(one)!, this.#reach.get(other)!);
  }

  private isCovered(formula: Formula, by: readonly Share[]): boolean {
    const { formulas } = this.open.space;
    return isNone(this.open, formulas.and([formula, ...by.map((share) => formulas.not(share.formula))]));
  }

  private told(why: DeadStatement['why'], formula: Formula, by: readonly Share[]): Why {
    const isEnough = (some: readonly Share[]): boolean => this.isCovered(formula, some);
    const kept = isEnough(by) ? fewest(by, isEnough) : [];
    return { why, by: kept.flatMap(({ statements }) => statements.map(({ ref }) => ref)) };
  }
}

function meet(one: ReadonlySet<number>, other: ReadonlySet<number>): boolean {
  for (const name of one) if (other.has(name)) return true;
  return false;
}
