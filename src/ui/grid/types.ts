/** What a grid is told of its columns and lines. */
import type { ReactNode } from 'react';

export interface GridColumn<Id extends string = string> {
  readonly id: Id;
  readonly name: string;
  /** Pixels, or a share of what is left: `2fr`. */
  readonly width: number | `${number}fr`;
  /** Pixels. */
  readonly minWidth: number;
}

export interface GridLine {
  readonly id: string;
}

/** What a line looks like: a cell for each column, or one that goes through all of them. */
export interface GridLook {
  readonly className: string;
  readonly cells: readonly ReactNode[] | { readonly through: ReactNode };
  /** Of a line that opens others: whether they are there. */
  readonly expanded?: boolean;
}
