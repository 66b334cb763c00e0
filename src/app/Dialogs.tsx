import type { ReactElement } from 'react';
import { AlsoNeedsDialog } from '../features/call/AlsoNeedsDialog';
import { ChangesDialog } from '../features/changes/ChangesDialog';
import { PasteDialog } from '../features/evidence/PasteDialog';
import { ExamplesDialog } from '../features/examples/ExamplesDialog';
import { IncomingLink } from '../features/incoming/IncomingLink';
import { KeysDialog } from '../features/keys/KeysDialog';
import { NotesDialog } from '../features/notes/NotesDialog';
import { OutsideDialog } from '../features/outside/OutsideDialog';
import { RulesDialog } from '../features/rules/RulesDialog';
import { FindDialog } from './find/FindDialog';

/** Dialogs stand above every place. */
export function Dialogs(): ReactElement {
  return (
    <>
      <ExamplesDialog />
      <PasteDialog />
      <RulesDialog />
      <OutsideDialog />
      <ChangesDialog />
      <KeysDialog />
      <NotesDialog />
      <AlsoNeedsDialog />
      <IncomingLink />
      <FindDialog />
    </>
  );
}
