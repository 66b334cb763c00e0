import { lazy, type ReactElement } from 'react';
import { useVerdict } from '../../store/store';
import { PopButton } from '../../ui/pop/PopButton';
import './share.css';

const ShareBody = lazy(() => import('./ShareBody'));

/** The way out: a link, a file, a report. Its content is loaded when it is asked for. */
export function ShareMenu(): ReactElement {
  const isOpen = useVerdict((state) => state.dialog === 'share');
  const show = useVerdict((state) => state.show);
  return (
    <PopButton
      className="btn main share-button"
      title="Share this case"
      placement="bottom end"
      popClass="share"
      isOpen={isOpen}
      onOpenChange={(open) => show(open ? 'share' : undefined)}
      content={() => <ShareBody />}
    >
      Share
    </PopButton>
  );
}
