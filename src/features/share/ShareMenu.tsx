import { lazy, Suspense, type ReactElement } from 'react';
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { useVerdict } from '../../store/store';
import { PartBoundary } from '../../ui/PartBoundary';
import './share.css';

const ShareBody = lazy(() => import('./ShareBody'));

/** The way out: a link, a file, a report. Its content is loaded when it is asked for. */
export function ShareMenu(): ReactElement {
  const isOpen = useVerdict((state) => state.dialog === 'share');
  const show = useVerdict((state) => state.show);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={(open) => show(open ? 'share' : undefined)}>
      <Button className="btn main share-button">Share</Button>
      <Popover placement="bottom end" className="pop share">
        <Dialog className="dialog-body">
          <Heading slot="title" level={2}>
            Share this case
          </Heading>
          <PartBoundary>
            <Suspense fallback={<p className="dim">Loading…</p>}>
              <ShareBody />
            </Suspense>
          </PartBoundary>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
