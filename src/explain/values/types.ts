/** One element of a statement, looked at value by value: worked out when it is opened, never in an evaluation. */
import type { Truth } from '../../engine/evaluation';
import type { PolicyAddress } from '../../case/scenario';
import type { Alignment } from '../../language/align';
import type { Tone } from '../types';

/** A stretch of a text that has a name: `bucket`, `${aws:PrincipalTag/team}`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly name: string;
}

/** One listed pattern or text against one text of the request. */
export interface Attempt {
  /** As it stands in the policy. */
  readonly written: string;
  readonly path: string;
  readonly line: number | undefined;
  readonly matches: boolean;
  /** With the request's values in the place of variables; none where a value is missing, or the two are too long. */
  readonly alignment?: Alignment;
  /** In the pattern: what stands there for a variable. */
  readonly variables: readonly Stretch[];
  /** In the text: its parts, where they are known. */
  readonly parts: readonly Stretch[];
  /** Why it is not laid over the text. */
  readonly note?: string;
}

export interface Range {
  readonly written: string;
  /** `203.0.113.0` to `203.0.113.127`, as numbers; IPv6 too. */
  readonly first: bigint;
  readonly last: bigint;
  readonly bits: number;
  readonly holds: boolean;
  readonly path: string;
}

/** One edge of what is allowed: a moment or a number. */
export interface Edge {
  readonly written: string;
  readonly at: number;
  /** The value itself is inside. */
  readonly inclusive: boolean;
  readonly side: 'from' | 'to' | 'equals';
  readonly holds: boolean;
  readonly operator: string;
  readonly path: string;
}

export type ValueShape =
  | { readonly kind: 'attempts'; readonly attempts: readonly Attempt[]; readonly of: number }
  | {
      readonly kind: 'address';
      readonly written: string;
      readonly value: bigint;
      /** 32 or 128. */
      readonly size: number;
      /** The nearest first. */
      readonly ranges: readonly Range[];
      readonly of: number;
    }
  | {
      readonly kind: 'line';
      readonly scale: 'moment' | 'number';
      readonly written: string;
      readonly value: number;
      readonly edges: readonly Edge[];
    }
  | {
      readonly kind: 'set';
      readonly mode: 'any' | 'all';
      readonly negated: boolean;
      readonly request: readonly string[];
      readonly policy: readonly string[];
      /** For each value of the request and each of the policy: does it match? */
      readonly pairs: readonly (readonly Pair[])[];
      /** For each value of the request: does it count for the operator? */
      readonly counts: readonly Truth[];
      /** How many values there are; of many only some stand above. */
      readonly of: { readonly request: number; readonly policy: number };
      /** How many of all pairs match. */
      readonly hits: number;
      /** What the operator says of all of them. */
      readonly holds: boolean;
    }
  /** Nothing to compare with, or nothing that is known. */
  | {
      readonly kind: 'missing';
      readonly word: string;
      readonly policy: readonly string[];
      readonly rule: string;
    }
  /** Two values side by side: true and false, presence, bytes. */
  | {
      readonly kind: 'plain';
      readonly request: string;
      readonly policy: readonly string[];
      readonly same: boolean;
    };

export interface Pair {
  readonly matches: boolean;
  /** A near miss: `P is not p`. */
  readonly near?: string;
}

export interface ValueView {
  /** `Resource`, or the condition's key. */
  readonly name: string;
  /** `one of 2 patterns must match`, `NotIpAddress`. */
  readonly rule: string;
  readonly address: PolicyAddress;
  readonly policy: string;
  readonly statement: number;
  readonly path: string;
  readonly line: number | undefined;
  readonly truth: Truth;
  /** The colour of what decides; `miss` where nothing does. */
  readonly tone: Tone;
  readonly shape: ValueShape;
  /** One sentence on what is the case. */
  readonly why: string;
  /** What would match, and what that lets in: a fact, not an advice. */
  readonly fix?: { readonly lead: string; readonly code: string; readonly effect: string };
  /** The view in one sentence, for those who do not see it: never letters one by one. */
  readonly sentence: string;
}
