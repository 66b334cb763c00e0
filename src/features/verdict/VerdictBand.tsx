import type { ReactElement } from 'react';

export function VerdictBand(): ReactElement {
  return <section aria-label="Verdict" />;
}
