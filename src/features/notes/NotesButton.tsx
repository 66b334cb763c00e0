import type { ReactElement } from 'react';
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { useVerdict, viewed } from '../../store/store';
import './notes.css';

/** What the person wants to say about the case; it travels with the link. */
export function NotesButton(): ReactElement {
  const has = useVerdict((state) => viewed(state).notes !== undefined);
  return (
    <DialogTrigger>
      <Button className="btn sm notes-button">{has ? 'Notes' : 'Add notes'}</Button>
      <Popover placement="bottom start" className="pop notes">
        <Dialog className="dialog-body">
          <Heading slot="title" level={2}>
            Notes
          </Heading>
          <NotesField />
          <p className="dim">They travel with the link and the file.</p>
        </Dialog>
      </Popover>
    </DialogTrigger>
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
