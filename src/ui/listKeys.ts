import type { KeyboardEvent } from 'react';

/**
 * Arrow keys in a list whose rows are marked `data-row`: up and down between rows, right to the row's own
 * button (`row-more`) and left back, left again to the menu of its section (`layer-more`), Home and End.
 */
export function moveInList(event: KeyboardEvent<HTMLElement>): void {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
  const target = event.target as HTMLElement;
  const at = rows.findIndex((row) => row === target || row.parentElement?.contains(target));
  const next = at === -1 ? fromSection(event.key, target) : targetOf(event.key, rows, at, target);
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function targetOf(
  key: string,
  rows: readonly HTMLElement[],
  at: number,
  target: HTMLElement,
): HTMLElement | undefined {
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
      return target === rows[at]
        ? (target.closest('section')?.querySelector<HTMLElement>('.layer-more') ?? undefined)
        : rows[at];
    default:
      return undefined;
  }
}

/** From the menu of a section back to its first row; Down opens the menu itself. */
function fromSection(key: string, target: HTMLElement): HTMLElement | undefined {
  if (key !== 'ArrowRight' || !target.matches('.layer-more')) return undefined;
  return target.closest('section')?.querySelector<HTMLElement>('[data-row]') ?? undefined;
}
