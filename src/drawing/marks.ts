/**
 * A drawing as plain data: marks on a sheet, in pixels, each colour by its token. The page draws it as elements, a
 * file writes it as text; neither decides anything. Knows nothing of IAM.
 */
import type { GlyphKind } from './glyphs';

/** The tokens that marks are drawn in. A drawing never names a colour itself. */
export type Ink =
  | 'surface'
  | 'sunken'
  | 'line'
  | 'edge'
  | 'ink'
  | 'ink-2'
  | 'ink-3'
  | 'none-line'
  | 'none'
  | 'accent'
  | 'accent-soft'
  | 'allow'
  | 'deny'
  | 'deny-soft'
  | 'deny-line'
  | 'implicit'
  | 'implicit-soft'
  | 'implicit-line'
  | 'unknown'
  | 'unknown-soft'
  | 'unknown-line'
  | 'allow-soft'
  | 'allow-line'
  | 'c-str';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** A stretch of text in one style. Sizes in pixels; without a weight it is 400. */
export interface Run {
  readonly text: string;
  readonly ink: Ink;
  readonly size: number;
  readonly weight?: number;
  readonly mono?: boolean;
  /** Room before it. */
  readonly gap?: number;
}

export type Anchor = 'start' | 'middle' | 'end';

export type Mark =
  /** An SVG path that is stroked. `phase`: where its dashes begin, so that they run on through open gates. */
  | {
      readonly kind: 'line';
      readonly d: string;
      readonly ink: Ink;
      readonly width: number;
      readonly dash?: string;
      readonly phase?: number;
      readonly round?: boolean;
    }
  /** One line of text on the baseline `y`. */
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly anchor: Anchor;
      readonly runs: readonly Run[];
      /** The whole of it, where it was cut. */
      readonly whole?: string;
    }
  | (Box & {
      readonly kind: 'box';
      readonly radius: number;
      readonly fill?: Ink;
      readonly stroke?: Ink;
      readonly strokeWidth?: number;
      readonly dash?: string;
    })
  /** A glyph of outcomes, by its centre. `ink`: another colour than its own. */
  | {
      readonly kind: 'glyph';
      readonly glyph: GlyphKind;
      readonly x: number;
      readonly y: number;
      readonly size: number;
      readonly ink?: Ink;
    }
  | {
      readonly kind: 'disc';
      readonly x: number;
      readonly y: number;
      readonly r: number;
      readonly fill: Ink;
      readonly stroke?: Ink;
      readonly strokeWidth?: number;
    };

/** A part that can be pointed at: its box is lit under the pointer and tinted while it is open. */
export interface Zone extends Box {
  readonly id: string;
  readonly label: string;
  /** Open: the box reaches down to the sheet's end and joins what is opened below it. */
  readonly tab?: boolean;
}

/** The request itself, where it stopped; hollow where it would stop. On the page it travels. */
export interface Dot extends Point {
  readonly id: string;
  readonly hollow?: boolean;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** In order: later ones lie over earlier ones. */
  readonly marks: readonly Mark[];
  readonly zones: readonly Zone[];
  readonly dots: readonly Dot[];
  /** The drawing in words. */
  readonly label: string;
}
