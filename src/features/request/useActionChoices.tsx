import {
  useCallback,
  useId,
  useMemo,
  useState,
  type InputHTMLAttributes,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { searchActions, type ActionChoice } from '../../catalog/action-search';
import { useCatalog } from '../../store/catalog';
import { useAfterPaint } from '../../store/later';
import { ActionList } from './ActionList';

interface ActionChoices {
  readonly inputProps: InputHTMLAttributes<HTMLInputElement>;
  readonly list: ReactNode;
}

/** The list of actions under the action's field: it opens by typing or by an arrow key, and the focus stays in the field. */
export function useActionChoices(value: string, onChange: (value: string) => void): ActionChoices {
  const id = useId();
  const catalog = useCatalog();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  // A key shows the verdict first, and then the list; who already moves in it moves in the one for the text as it is.
  const painted = useAfterPaint(value);
  const searched = active < 0 ? painted : value;
  const choices = useMemo(
    () => (open && catalog ? searchActions(catalog, searched) : []),
    [open, catalog, searched],
  );
  const shown = open && choices.length > 0;
  const close = useCallback((): void => {
    setOpen(false);
    setActive(-1);
  }, []);
  /** A service is only begun by choosing it: its actions follow. */
  const choose = useCallback(
    (choice: ActionChoice): void => {
      onChange(choice.kind === 'action' ? choice.action : `${choice.prefix}:`);
      if (choice.kind === 'action') close();
      else setActive(-1);
    },
    [onChange, close],
  );
  const move = (event: KeyboardEvent, to: number): void => {
    event.preventDefault();
    setOpen(true);
    setActive(to);
    document.getElementById(`${id}-${to}`)?.scrollIntoView({ block: 'nearest' });
  };
  const keys = (event: KeyboardEvent): void => {
    const chosen = choices[active];
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined) {
      const { length } = searched === value || !catalog ? choices : searchActions(catalog, value);
      move(event, Math.max(0, Math.min(active + step, length - 1)));
    } else if (event.key === 'Escape' && shown) {
      event.preventDefault();
      close();
    } else if (event.key === 'Enter' && shown && chosen) {
      event.preventDefault();
      choose(chosen);
    } else if (event.key === 'Enter') close();
  };
  return {
    inputProps: {
      role: 'combobox',
      'aria-expanded': shown,
      'aria-controls': `${id}-list`,
      'aria-autocomplete': 'list',
      'aria-activedescendant': shown && active >= 0 ? `${id}-${active}` : undefined,
      onKeyDown: keys,
      onInput: () => {
        setOpen(true);
        setActive(-1);
      },
      onBlur: close,
    },
    list: shown && <ActionList id={id} choices={choices} active={active} onChoose={choose} />,
  };
}
