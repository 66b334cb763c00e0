import type { ReactElement } from 'react';
import { NotesButton } from '../../features/notes/NotesButton';
import { ShareMenu } from '../../features/share/ShareMenu';
import { TestsLamp } from '../../features/tests/TestsLamp';
import { useVerdict } from '../../store/store';
import { Icon } from '../../ui/Icon';
import { NARROW, PHONE, useMediaQuery } from '../../ui/useMediaQuery';
import { CaseTitle } from './CaseTitle';
import { FindButton } from './FindButton';
import { MoreMenu } from './MoreMenu';
import { PlaceLinks } from './PlaceLinks';
import { ThemeButton } from './ThemeButton';
import './bar.css';

/** One row at every width: where one is, what the case is, and what can be done from everywhere. */
export function Bar(): ReactElement {
  const phone = useMediaQuery(PHONE);
  const narrow = useMediaQuery(NARROW);
  return (
    <header className="bar">
      <span className="brand">
        <Logo />
        <span className="brand-word">Verdict</span>
      </span>
      {!phone && (
        <>
          <PlaceLinks className="bar-places" />
          <span className="bar-sep" />
        </>
      )}
      <CaseTitle />
      {!narrow && <NotesButton />}
      {!phone && <span className="grow" />}
      <TestsLamp />
      {!phone && <Desk narrow={narrow} />}
      <MoreMenu />
      <ShareMenu />
    </header>
  );
}

function Desk({ narrow }: { readonly narrow: boolean }): ReactElement {
  const show = useVerdict((state) => state.show);
  return (
    <>
      <button className="btn" aria-haspopup="dialog" onClick={() => show('paste')}>
        Paste
      </button>
      {!narrow && (
        <button className="btn" aria-haspopup="dialog" onClick={() => show('examples')}>
          Examples
          <Icon name="down" size={10} />
        </button>
      )}
      <FindButton narrow={narrow} />
      <HistoryButtons />
      {!narrow && <ThemeButton />}
    </>
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
