/** The elements of statements as sets of requests: what is written alike is one atom, whatever policy it stands in. */
import type { Condition } from '../engine/conditions/condition';
import type { Comparison, OperatorFamily } from '../language/operators';
import type { PrincipalNode, StatementNode } from '../language/policy';
import type { TemplatePart } from '../language/template';
import type { Language } from './automaton/language';

/** A list of an Action or NotAction element. */
export interface ActionAtom {
  readonly kind: 'action';
  readonly id: number;
  /** In small letters. */
  readonly values: readonly string[];
  readonly language: Language;
}

/** A text that hangs on variables. */
export interface Template {
  /** Templates that are written and compared alike are one. */
  readonly id: string;
  readonly parts: readonly TemplatePart[];
}

/** A list of a Resource or NotResource element. */
export interface ResourceAtom {
  readonly kind: 'resource';
  readonly id: number;
  /** Patterns without variables. */
  readonly plain: readonly string[];
  readonly fixed: Language;
  readonly templates: readonly Template[];
}

/** A Principal or NotPrincipal element with its effect, or a set of callers that is asked about. */
export interface CallerAtom {
  readonly kind: 'caller';
  readonly id: number;
  readonly asks: PrincipalAtom | CallerSet;
}

export interface PrincipalAtom {
  readonly kind: 'principal';
  readonly node: PrincipalNode;
  readonly effect: StatementNode['effect'];
}

/** Callers by their account and kind; `accounts`: those that the test tells apart. */
export interface CallerSet {
  readonly kind: 'set';
  readonly accounts: readonly string[];
  readonly holds: (caller: {
    readonly kind: string;
    readonly id: string;
    readonly account?: string;
  }) => boolean;
}

/** What conditions compare a key with, without negation, set prefix and IfExists. */
export interface Matcher {
  readonly id: number;
  readonly key: string;
  readonly family: OperatorFamily;
  readonly comparison: Comparison;
  readonly values: readonly string[];
  /** Listed values without variables, as one condition. */
  readonly plain: Condition;
  readonly plainValues: readonly string[];
  readonly templates: readonly Template[];
}

export interface ConditionAtom {
  readonly kind: 'condition';
  readonly id: number;
  readonly dimension: string;
  readonly condition: Condition;
  /** Undefined for `Null`. */
  readonly matcher: Matcher | undefined;
}

export type Atom = ActionAtom | ResourceAtom | CallerAtom | ConditionAtom;

export interface Literal {
  readonly atom: Atom;
  readonly positive: boolean;
}

/** A statement as a conjunction of literals. */
export interface Stated {
  readonly id: number;
  readonly node: StatementNode | undefined;
  readonly literals: readonly Literal[];
}

/** The dimension that an atom speaks of. */
export function dimensionOfAtom(atom: Atom): string {
  return atom.kind === 'condition' ? atom.dimension : atom.kind;
}
