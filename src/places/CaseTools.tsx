import type { ReactElement } from 'react';
import { NotesRow } from '../features/notes/NotesButton';
import { ActionsRow } from '../features/sweep/ActionsRow';
import { TestsRow } from '../features/tests/TestsRow';

/** Under the policies: what else is part of the case. */
export function CaseTools(): ReactElement {
  return (
    <div className="tools">
      <ActionsRow />
      <TestsRow />
      <NotesRow />
    </div>
  );
}
