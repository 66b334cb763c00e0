import type { GlyphKind } from '../Glyph';

/** What the margin and the lines of an editor show. Lines and columns count from 1. */
export interface EditorMarks {
  readonly brackets: readonly Bracket[];
  readonly lines: readonly LineMark[];
  /** Lines filled with their tone's colour, with a bar at the right edge. */
  readonly hits: readonly Hit[];
  /** Sentences under a line. */
  readonly notes: readonly Note[];
  readonly problems: readonly Problem[];
}

export interface Hit {
  readonly line: number;
  readonly tone: GlyphKind;
  /** It holds much that is not meant: only its edge is coloured. */
  readonly long?: boolean;
}

/** A run of lines held together by a bracket, with a glyph at its first line. */
export interface Bracket {
  readonly from: number;
  readonly to: number;
  readonly tone: GlyphKind;
  readonly title: string;
  /** Filled lightly from the first line to the last. */
  readonly tinted: boolean;
}

export interface LineMark {
  readonly line: number;
  readonly mark: 'yes' | 'no' | 'unknown';
  readonly title: string;
  /** Marks are grey unless their bracket decides. */
  readonly tone?: GlyphKind;
}

export interface Note {
  readonly line: number;
  readonly text: string;
  readonly tone: GlyphKind | 'problem';
}

/** A stretch of text with a wavy underline. */
export interface Problem {
  readonly range: TextRange;
  readonly message: string;
  readonly severity: 'error' | 'warning' | 'info';
  /** Only its fixes count: it is about the text as a whole, or underlined already. */
  readonly unmarked?: boolean;
  /** It changes nothing: this range is drawn faded. */
  readonly faded?: TextRange;
  /** What can be done about it at a click. */
  readonly fixes?: readonly QuickFix[];
}

/** A change to the text, as a line of a menu. */
export interface QuickFix {
  readonly title: string;
  readonly edits: readonly { readonly range: TextRange; readonly text: string }[];
}

export interface TextRange {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

interface Stretch {
  readonly offset: number;
  readonly length: number;
}

/** Something that can be written in place of a stretch of text. */
export interface Completion {
  readonly label: string;
  readonly detail?: string;
  /** Markdown. */
  readonly info?: string;
  readonly insert: string;
  /** What the typed text is held against. */
  readonly filter: string;
  /** `insert` holds tab stops. */
  readonly snippet: boolean;
  /** Asks for suggestions again once it stands. */
  readonly again: boolean;
  readonly order: number;
}

/** Who knows the language of a text. */
export interface Assist {
  readonly suggest: (
    text: string,
    offset: number,
  ) => Promise<{ readonly span: Stretch; readonly items: readonly Completion[] }>;
  readonly describe: (text: string, offset: number) => Promise<Described | undefined>;
  /** Other ways to write what stands at an offset. */
  readonly rewrites: (text: string, offset: number) => Promise<readonly QuickFix[]>;
  /** What can be renamed at an offset. */
  readonly nameAt: (text: string, offset: number) => Promise<Nameable | undefined>;
  /** Gives it another name. */
  readonly rename: (text: string, offset: number, name: string) => Promise<Renamed>;
}

export interface Nameable {
  readonly span: Stretch;
  readonly name: string;
}

export type Renamed =
  | { readonly kind: 'edit'; readonly edit: { readonly span: Stretch; readonly text: string } }
  | { readonly kind: 'refused'; readonly why: string };

export interface Described {
  readonly span: Stretch;
  readonly markdown: string;
}
