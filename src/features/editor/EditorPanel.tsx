import type { ReactElement } from 'react';

export function EditorPanel(): ReactElement {
  return <section aria-label="Editor" />;
}
