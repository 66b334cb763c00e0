import type { ReactElement } from 'react';
import { useVerdict, viewed } from '../../store/store';
import { PopButton } from '../../ui/pop/PopButton';
import { Icon } from '../../ui/Icon';
import { Notes } from './NotesField';

const POP = { title: 'Notes', popClass: 'notes', content: () => <Notes /> } as const;

/** What the person wants to say about the case; it travels with the link. */
export function NotesButton(): ReactElement {
  return (
    <PopButton className="btn" placement="bottom start" {...POP}>
      Notes
    </PopButton>
  );
}

/** The same as a row under the policies: how much is written. */
export function NotesRow(): ReactElement {
  const lines = useVerdict((state) => viewed(state).notes?.split('\n').length ?? 0);
  const count = lines === 0 ? 'none' : lines === 1 ? '1 line' : `${lines} lines`;
  return (
    <PopButton className="tool" placement="top start" {...POP}>
      <Icon name="file" size={13} />
      <span className="grow">Notes</span>
      <span className="dim">{count}</span>
    </PopButton>
  );
}
