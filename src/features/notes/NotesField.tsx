import type { ReactElement } from 'react';
import { useVerdict, viewed } from '../../store/store';
import './notes.css';

/** The notes, and what becomes of them. */
export function Notes(): ReactElement {
  return (
    <>
      <NotesField />
      <p className="dim">They travel with the link and the file.</p>
    </>
  );
}

function NotesField(): ReactElement {
  const notes = useVerdict((state) => viewed(state).notes);
  const edit = useVerdict((state) => state.edit);
  const settle = useVerdict((state) => state.settle);
  return (
    <textarea
      className="area sans"
      aria-label="Notes about this case"
      rows={8}
      placeholder="What is this about? What was tried?"
      value={notes ?? ''}
      onBlur={settle}
      onChange={({ target }) =>
        edit(
          ({ notes: _, ...rest }) => (target.value === '' ? rest : { ...rest, notes: target.value }),
          'notes',
        )
      }
    />
  );
}
