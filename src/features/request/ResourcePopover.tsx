import { lazy, memo, type ReactElement } from 'react';
import { setRequest } from '../../case/edits';
import { useVerdict } from '../../store/store';
import { Icon } from '../../ui/Icon';
import { PopButton } from '../../ui/pop/PopButton';
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
    <PopButton
      className="parts-button"
      buttonLabel="Build the resource from a type"
      title="On what"
      placement="bottom end"
      popClass="parts"
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      content={(close) => (
        <ResourceForm
          onCancel={close}
          onDone={(resource) => {
            edit((scenario) => setRequest(scenario, { resource }));
            close();
          }}
        />
      )}
    >
      Build the ARN <Icon name="down" size={10} />
    </PopButton>
  );
});
