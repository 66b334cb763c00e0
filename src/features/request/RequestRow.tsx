import type { ReactElement } from 'react';

export function RequestRow(): ReactElement {
  return <section aria-label="Request" />;
}
