import type { ReactElement } from 'react';

/** The heading of the band, which takes the focus. */
export const BAND_ID = 'account-answer';

/** The number that is the answer, where other places have a glyph. */
export const Count = ({ of }: { readonly of: number }): ReactElement => (
  <span className="acct-number">{of.toLocaleString('en')}</span>
);
