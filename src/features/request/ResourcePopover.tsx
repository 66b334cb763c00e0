import { lazy, memo, Suspense, type ReactElement } from 'react';
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { setRequest } from '../../case/edits';
import { useVerdict } from '../../store/store';
import { PartBoundary } from '../../ui/PartBoundary';
import { Icon } from '../../ui/Icon';
import './parts.css';

const ResourceForm = lazy(() => import('./ResourceForm'));

interface ResourcePopoverProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** The button beside the resource's label, and the form that fills in the ARN of a type that the action works on. */
export const ResourcePopover = memo(function ResourcePopover({
  isOpen,
  onOpenChange,
}: ResourcePopoverProps): ReactElement {
  const edit = useVerdict((state) => state.edit);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      <Button className="parts-button" aria-label="Build the resource from a type">
        From types <Icon name="down" size={10} />
      </Button>
      <Popover placement="bottom end" className="pop parts">
        <Dialog className="dialog-body">
          {({ close }) => (
            <>
              <Heading slot="title" level={2}>
                On what
              </Heading>
              <PartBoundary>
                <Suspense fallback={<p className="dim">Loading…</p>}>
                  <ResourceForm
                    onCancel={close}
                    onDone={(resource) => {
                      edit((scenario) => setRequest(scenario, { resource }));
                      close();
                    }}
                  />
                </Suspense>
              </PartBoundary>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
});
