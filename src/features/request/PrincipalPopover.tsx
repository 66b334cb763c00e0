import { memo, type ReactElement } from 'react';
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { useScenario } from '../../store/selectors';
import { setRequest } from '../../store/edits';
import { useVerdict } from '../../store/store';
import { Icon } from '../../ui/Icon';
import { setOrganization } from './organization';
import { PrincipalForm } from './PrincipalForm';
import { principalFields } from './principalParts';
import './parts.css';

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
              <Form close={close} />
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
});

function Form({ close }: { readonly close: () => void }): ReactElement {
  const { request, organization } = useScenario();
  const edit = useVerdict((state) => state.edit);
  return (
    <PrincipalForm
      request={request}
      organization={organization ?? {}}
      onCancel={close}
      onDone={(parts, nextOrganization) => {
        edit((scenario) =>
          setOrganization(
            setRequest(scenario, { role: undefined, user: undefined, ...principalFields(parts) }),
            nextOrganization,
          ),
        );
        close();
      }}
    />
  );
}
