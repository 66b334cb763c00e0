import type { ReactElement } from 'react';
import { NotesButton } from '../features/notes/NotesButton';
import { ShareMenu } from '../features/share/ShareMenu';
import { TestsButton } from '../features/tests/TestsButton';
import { useVerdict, viewed } from '../store/store';
import { Icon } from '../ui/Icon';
import { PHONE, useMediaQuery } from '../ui/useMediaQuery';
import { MoreMenu } from './MoreMenu';
import { PlaceLinks } from './PlaceLinks';
import { ThemeButton } from './ThemeButton';

export function Bar(): ReactElement {
  const phone = useMediaQuery(PHONE);
  const show = useVerdict((state) => state.show);
  return (
    <header className="bar">
      <span className="brand">
        <Logo />
        Verdict
      </span>
      {!phone && (
        <>
          <PlaceLinks className="bar-places" />
          <span className="sep" />
          <button className="btn" aria-haspopup="dialog" onClick={() => show('examples')}>
            Examples
            <Icon name="down" />
          </button>
          <button className="btn" aria-haspopup="dialog" onClick={() => show('paste')}>
            Paste an error
          </button>
          <span className="sep" />
          <TitleField />
          <NotesButton />
        </>
      )}
      <TestsButton />
      <span className="grow" />
      <HistoryButtons />
      {!phone && <ThemeButton />}
      <MoreMenu />
      <ShareMenu />
    </header>
  );
}

function Logo(): ReactElement {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
      <path d="M2 10h16" stroke="var(--accent)" strokeWidth="2.2" strokeLinecap="round" />
      <path d="M7 3v3.6M7 13.4V17M13 3v14" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />
    </svg>
  );
}

function TitleField(): ReactElement {
  const title = useVerdict((state) => viewed(state).title);
  const edit = useVerdict((state) => state.edit);
  const settle = useVerdict((state) => state.settle);
  return (
    <input
      className="title"
      aria-label="Title of this case"
      placeholder="Untitled"
      value={title ?? ''}
      maxLength={200}
      onBlur={settle}
      onChange={({ target }) =>
        edit(
          ({ title: _, ...rest }) => (target.value === '' ? rest : { ...rest, title: target.value }),
          'title',
        )
      }
    />
  );
}

function HistoryButtons(): ReactElement {
  const isFirst = useVerdict(({ history }) => history.past.length === 0);
  const isLast = useVerdict(({ history }) => history.future.length === 0);
  const undo = useVerdict((state) => state.undo);
  const redo = useVerdict((state) => state.redo);
  return (
    <>
      <button className="btn icon" aria-label="Undo" title="Undo" disabled={isFirst} onClick={undo}>
        <Icon name="undo" size={15} />
      </button>
      <button className="btn icon" aria-label="Redo" title="Redo" disabled={isLast} onClick={redo}>
        <Icon name="redo" size={15} />
      </button>
    </>
  );
}
