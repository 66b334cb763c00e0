import type { ReactElement } from 'react';

export function ContextPanel(): ReactElement {
  return <section aria-label="Context" />;
}
