import type { ReactElement } from 'react';
import { useVerdict, viewed } from '../../store/store';
import { PopButton } from '../../ui/pop/PopButton';
import './notes.css';

/** What the person wants to say about the case; it travels with the link. */
export function NotesButton(): ReactElement {
  const has = useVerdict((state) => viewed(state).notes !== undefined);
  return (
    <PopButton
      className="btn sm notes-button"
      title="Notes"
      placement="bottom start"
      popClass="notes"
      content={() => (
        <>
          <NotesField />
          <p className="dim">They travel with the link and the file.</p>
        </>
      )}
    >
      {has ? 'Notes' : 'Add notes'}
    </PopButton>
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
