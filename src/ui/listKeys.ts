import type { KeyboardEvent } from 'react';

/**
 * Arrow keys in a list whose rows are marked `data-row`: up and down between rows, right to the row's own
 * button (`data-row-more`) and left back, Home and End.
 */
export function moveInList(event: KeyboardEvent<HTMLElement>): void {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
  const at = rows.findIndex(
    (row) => row === event.target || row.parentElement?.contains(event.target as Node),
  );
  if (at === -1) return;
  const target = targetOf(event.key, rows, at);
  if (!target) return;
  event.preventDefault();
  target.focus();
}

function targetOf(key: string, rows: readonly HTMLElement[], at: number): HTMLElement | undefined {
  switch (key) {
    case 'ArrowDown':
      return rows[at + 1];
    case 'ArrowUp':
      return rows[at - 1];
    case 'Home':
      return rows[0];
    case 'End':
      return rows.at(-1);
    case 'ArrowRight':
      return rows[at]?.parentElement?.querySelector<HTMLElement>('.row-more') ?? undefined;
    case 'ArrowLeft':
      return rows[at];
    default:
      return undefined;
  }
}
