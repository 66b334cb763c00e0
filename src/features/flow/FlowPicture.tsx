import type { ReactElement } from 'react';

export function FlowPicture(): ReactElement {
  return <section aria-label="Flow" />;
}
