/** Words about an evaluation, ready to show. `explain/` makes them; panels only lay them out. */
import type { GlyphKind } from '../drawing/glyphs';
import type { Dependency } from '../engine/evaluation';
import type { Layer, PolicyAddress } from '../case/scenario';

/** A run of text; `code` is set in the code face, `strong` is set bold. */
export type Rich = readonly (string | { readonly code: string } | { readonly strong: string })[];

/** One colour and glyph each; `empty` is before anything was asked. */
export type Tone = GlyphKind;

/** A line of a policy, quoted in the verdict, and where it stands. */
export interface Quote {
  /** `Nearest`, `Denied by`, `In 444455556666`, `Allowed by`. */
  readonly lead: string;
  /** The line itself, shortened to fit. */
  readonly code: string;
  readonly address: PolicyAddress;
  readonly policy: string;
  readonly statement?: number;
  /** Place in the document, to reveal. */
  readonly path: string;
  /** 1-based line in the policy's text. */
  readonly line: number;
  /** A problem in the text instead of a quotation. */
  readonly problem?: string;
}

/** One thing an undetermined verdict depends on, with what it would change. */
export interface Hang {
  readonly dependency: Dependency;
  readonly label: Rich;
  readonly effect: Rich;
  /** What one click can do about it: suppose that the layer allows, open the key in the context table, fill in code. */
  readonly action: 'supposeAllows' | 'setValue' | 'fillPlaceholder' | 'openPolicy' | 'fillRequest';
  readonly actionLabel: string;
}

export interface Explanation {
  readonly tone: Tone;
  /** `Denied.`, `Allowed.`, `Undetermined.`; empty before anything was asked. */
  readonly lead: string;
  readonly sentence: Rich;
  /** The field's own word: `Implicit deny`, `Explicit deny`. */
  readonly chip?: string;
  readonly quotes: readonly Quote[];
  readonly hangs: readonly Hang[];
  /** Layers that are supposed to allow: one click each takes it back. */
  readonly supposed?: readonly Layer[];
  readonly note?: Rich;
  /** At the right: the sentence AWS would print (with `copy`), or why both sides are needed, or how it turns out. */
  readonly aside?: { readonly title: string; readonly text: Rich; readonly copy?: string };
  /** Further facts, such as an open question that touches this verdict; one sentence each. */
  readonly remarks: readonly Remark[];
}

export interface Remark {
  readonly text: Rich;
  /** Its heading on the page of rules. */
  readonly rule?: string;
}

/** The words of one step, short enough for a gate and full enough for the walk. */
export interface StepWords {
  readonly tone: Tone;
  /** `Permissions boundary` */
  readonly name: string;
  /** `Boundary` */
  readonly shortName: string;
  /** The number that the guide gives it; RCPs and endpoint policies have none. */
  readonly number?: number;
  /** `No Allow`, `Would allow`, `None attached`, `Does not apply` … */
  readonly word: string;
  /** `stops here`, `3 Denies read`, `all 3 levels`, a Sid … */
  readonly detail: string;
  /** One sentence under the opened step. */
  readonly sentence: Rich;
  /** Open questions and rules told beside the step, each with its anchor in `docs/evaluation.md`. */
  readonly notes: readonly { readonly text: Rich; readonly rule: string }[];
}

export interface StatementWords {
  readonly tone: Tone;
  /** The Sid, or `Statement 2` counted from 1. */
  readonly name: string;
  /** `Allows`, `Denies`, `No match`, `Not known`, `Matches`, `Would allow`. */
  readonly word: string;
  /** One line: the first element that differed, or what matched. */
  readonly reason: string;
  /** It came nearest in a layer whose Allow is missing. */
  readonly near: boolean;
}
