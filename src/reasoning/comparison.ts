/** What a comparison says, as data. Words are made of it in `explain/`. */
import type { AccessLevel } from '../catalog/service-reference';
import type { Request } from '../case/scenario';
import type { StatementRef } from '../engine/evaluation';
import type { Reason } from './reasons';

/** Of B against A. */
export type Relation = 'equal' | 'narrower' | 'wider' | 'incomparable' | 'undecided';

/** A condition as it stands in a policy. */
export interface StatedCondition {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

/** Actions that one side allows and the other does not, for the same reason. */
export interface AccessGroup {
  /** As AWS writes them. */
  readonly actions: readonly string[];
  /** The resources that the Allows list, as they write them, narrowed to what the limits list that the request passes. */
  readonly resource: readonly string[];
  readonly accessLevel: AccessLevel;
  /** A request that the evaluator allows on the one side, and does not on the other. */
  readonly witness: Request;
  /** The Allows of the one side that apply to it, those of a boundary only where the other side's lets it not pass. */
  readonly because: readonly StatementRef[];
  /** The Denies of the other side that apply to it. */
  readonly deniedBy: readonly StatementRef[];
  /** What the statements in `because` ask for besides. */
  readonly conditions: readonly StatedCondition[];
}

export interface Considered {
  /** `today`: actions and resources that AWS has; `anyName`: any well-formed name. */
  readonly tiers: readonly ('today' | 'anyName')[];
  /** The day of the list of actions. */
  readonly catalogDate: string | undefined;
  /** How many actions the list has. */
  readonly actions: number;
  /** What bears on access and is no part of this. */
  readonly notConsidered: readonly string[];
}

/** How much was looked at: enough to see that a "no" is a proof. */
export interface ProofCounts {
  /** Formulas that were left and looked at. */
  readonly formulas: number;
  readonly classes: number;
}

export interface Comparison {
  /** Over what AWS has. Without a catalog over any well-formed name. */
  readonly relation: Relation;
  /** Over any well-formed action and ARN. */
  readonly anyName: Relation;
  /** What B allows and A does not. */
  readonly gained: readonly AccessGroup[];
  readonly lost: readonly AccessGroup[];
  /** A request of a name that AWS does not have, where only such a one tells the two apart. */
  readonly anyNameWitness: { readonly gained?: Request; readonly lost?: Request };
  readonly undecided: readonly Reason[];
  readonly considered: Considered;
  readonly proof: ProofCounts;
}

/** The answer to a question whether some request is allowed. */
export interface Answer {
  readonly answer: 'yes' | 'no' | 'undecided';
  readonly witness?: Request;
  /** The Allows by which some request is allowed. */
  readonly because: readonly StatementRef[];
  readonly conditions?: readonly StatedCondition[];
  readonly proof?: ProofCounts;
  readonly undecided?: readonly Reason[];
  readonly considered: Considered;
}

export const NOT_CONSIDERED: readonly string[] = [
  'access control lists and Block Public Access',
  'KMS grants',
  'which VPCs, endpoints and resources exist',
  'to whom unique and canonical IDs belong',
];

/** One direction: are there such requests? */
export type Direction = 'some' | 'none' | 'open';

export function relationOf(gained: Direction, lost: Direction): Relation {
  if (gained === 'some' && lost === 'some') return 'incomparable';
  if (gained === 'open' || lost === 'open') return 'undecided';
  if (gained === 'some') return 'wider';
  return lost === 'some' ? 'narrower' : 'equal';
}
