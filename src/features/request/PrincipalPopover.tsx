import { lazy, memo, Suspense, type ReactElement } from 'react';
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { PartBoundary } from '../../ui/PartBoundary';
import { Icon } from '../../ui/Icon';
import './parts.css';

const PrincipalOfCase = lazy(() => import('./PrincipalOfCase'));

/** The button in the principal's box, and the form that puts a principal together from its parts. */
export const PrincipalPopover = memo(function PrincipalPopover(): ReactElement {
  return (
    <DialogTrigger>
      <Button className="parts-button" aria-label="Build the principal from parts">
        From parts <Icon name="down" size={10} />
      </Button>
      <Popover placement="bottom end" className="pop parts">
        <Dialog className="dialog-body">
          {({ close }) => (
            <>
              <Heading slot="title" level={2}>
                Who asks
              </Heading>
              <PartBoundary>
                <Suspense fallback={<p className="dim">Loading…</p>}>
                  <PrincipalOfCase onDone={close} />
                </Suspense>
              </PartBoundary>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
});
