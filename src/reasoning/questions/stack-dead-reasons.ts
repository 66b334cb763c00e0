/** The smallest reason why a statement of a case is dead. */
import { LAYER_TABLE } from '../../case/layers';
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

  constructor(private readonly open: OpenCase) {
    for (const placed of open.subject.placed) this.#reach.set(placed, open.prover.reach(placed.formula));
  }

  /** Of a statement that is dead. */
  of(placed: Placed): Why {
    const { formulas } = this.open.space;
    if (this.isCovered(placed, [])) return { why: 'neverApplies', by: [] };
    const near = this.open.subject.placed.filter((one) => one !== placed && this.meets(placed, one));
    const denies = near.filter(({ node }) => node.effect === 'Deny').map(alone);
    if (this.isCovered(placed, denies)) return this.told('denied', placed, denies);
    if (placed.node.effect === 'Deny') return { why: 'nothingToDeny', by: [] };
    const allows = near.filter(({ node }) => node.effect === 'Allow');
    const beside = allows.filter((one) => levelOf(one) === levelOf(placed)).map(alone);
    if (this.isCovered(placed, beside)) return this.told('alreadyAllowed', placed, beside);
    const limits = this.limitsOn(placed);
    const isOutside = isNone(
      this.open,
      formulas.and([placed.formula, allowedWith(this.open, placed, 'applied')]),
    );
    const granting = allows.filter((one) => !isLimit(one) && levelOf(one) !== levelOf(placed));
    if (isOutside && isLimit(placed)) {
      // A limit lets pass what others grant, so that what they leave out counts as well.
      const grants: Share = {
        formula: formulas.not(formulas.or(granting.map(({ formula }) => formula))),
        statements: granting,
      };
      if (this.isCovered(placed, [grants])) return { why: 'notGranted', by: [] };
      return this.told('outside', placed, [...denies, ...limits, grants]);
    }
    if (isOutside) return this.told('outside', placed, [...denies, ...limits]);
    // Some of it is allowed without it, by another side as well, and the rest by nothing.
    const shares = [...denies, ...beside, ...limits, ...granting.map(alone)];
    return this.told('alreadyAllowed', placed, shares);
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
      const left = formulas.or(near.map(({ formula }) => formula));
      return { formula: formulas.not(left), statements: near.length > 0 ? near : allows };
    });
  }

  /** Is there an action that both list? */
  private meets(one: Placed, other: Placed): boolean {
    const names = this.#reach.get(other)!;
    for (const name of this.#reach.get(one)!) if (names.has(name)) return true;
    return false;
  }

  private isCovered({ formula }: Placed, by: readonly Share[]): boolean {
    const { formulas } = this.open.space;
    return isNone(this.open, formulas.and([formula, ...by.map((share) => formulas.not(share.formula))]));
  }

  private told(why: DeadStatement['why'], placed: Placed, by: readonly Share[]): Why {
    const isEnough = (some: readonly Share[]): boolean => this.isCovered(placed, some);
    const kept = isEnough(by) ? fewest(by, isEnough) : [];
    return { why, by: kept.flatMap(({ statements }) => statements.map(({ ref }) => ref)) };
  }
}

const alone = (placed: Placed): Share => ({ formula: placed.formula, statements: [placed] });
