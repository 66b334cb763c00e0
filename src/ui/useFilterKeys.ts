import { useRef, type KeyboardEvent, type RefObject } from 'react';
import { moveInList } from './listKeys';

interface FilterKeys {
  readonly filter: RefObject<HTMLInputElement | null>;
  readonly list: RefObject<HTMLDivElement | null>;
  /** For the filter's field: Down goes to the first row, Enter does what the list does with it. */
  readonly onFilterKey: (event: KeyboardEvent) => void;
  /** For the list: arrows between rows, `/` back to the filter. */
  readonly onListKey: (event: KeyboardEvent<HTMLElement>) => void;
}

/** The keys between a filter and the list of `data-row` buttons under it. `slash`: whether `/` leads to the filter. */
export function useFilterKeys(slash: boolean, onEnter?: () => boolean): FilterKeys {
  const filter = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  return {
    filter,
    list,
    onFilterKey: (event) => {
      if (event.key === 'ArrowDown') list.current?.querySelector<HTMLElement>('[data-row]')?.focus();
      else if (event.key !== 'Enter' || onEnter?.() !== true) return;
      event.preventDefault();
    },
    onListKey: (event) => {
      const toFilter =
        (event.key === '/' && slash) ||
        (event.key === 'ArrowUp' && event.target === list.current?.querySelector('[data-row]'));
      if (toFilter) {
        event.preventDefault();
        filter.current?.focus();
      } else moveInList(event);
    },
  };
}
