import type { ReactElement } from 'react';

export function PolicyRail(): ReactElement {
  return <section aria-label="Policies" />;
}
