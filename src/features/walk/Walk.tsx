import type { ReactElement } from 'react';

export function Walk(): ReactElement {
  return <section aria-label="The walk" />;
}
