/** What an editor of one text is given and tells, whichever editor it is. */
import type { Assist, EditorMarks, Problem, TextRange } from './marks';

export interface Caret {
  readonly line: number;
  readonly column: number;
  /** From the start of the text, line ends counted as one. */
  readonly offset: number;
}

/** A place to bring into view; a new `count` asks again for the same place. */
export interface Target {
  readonly count: number;
  readonly range: TextRange | undefined;
  /** The caret goes this many columns into the range. */
  readonly inside: number;
  readonly focus: boolean;
}

/** A pause in typing of this length makes the next change an undo step of its own. */
export const PAUSE_MS = 1200;

/** How a text changed: a key at a time, as one step by itself, or by the editor's own undo and redo. */
export type Change = 'typing' | 'step' | 'undo' | 'redo';

export interface CodeEditorProps {
  /** Names the text for as long as it lives: its undo stack and scroll position stay with it. */
  readonly id: string;
  /** Every text that still exists; what is kept of others is dropped. */
  readonly ids: readonly string[];
  readonly value: string;
  readonly label: string;
  /** To read, not to change. */
  readonly readOnly?: boolean;
  readonly marks: EditorMarks;
  /** The text that the marks are about: they are not drawn on another. */
  readonly marksOf: string;
  /** Further problems, found a little later: shown once they are about the text as it is. */
  readonly later: { readonly value: string; readonly problems: readonly Problem[] };
  /** Suggests and explains. */
  readonly assist: Assist;
  readonly target: Target | undefined;
  readonly onChange: (text: string, change: Change) => void;
  /** The caret moved; `chosen` when the person moved it other than by typing. */
  readonly onCaret: (caret: Caret, chosen: boolean) => void;
  readonly onBlur: () => void;
}

/** Where the keyboard was when the full editor took over from the plain one. */
export interface Handover {
  readonly start: number;
  readonly end: number;
}
