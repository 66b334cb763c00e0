import type { ReactElement } from 'react';

export function VerdictPanel(): ReactElement {
  return <section aria-label="Verdict" />;
}
