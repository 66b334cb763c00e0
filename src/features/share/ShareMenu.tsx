import type { ReactElement } from 'react';
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { useVerdict } from '../../store/store';
import { ShareBody } from './ShareBody';
import './share.css';

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
          <ShareBody />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
