import { lazy, memo, type ReactElement } from 'react';
import { Icon } from '../../ui/Icon';
import { PopButton } from '../../ui/pop/PopButton';
import './parts.css';

const PrincipalOfCase = lazy(() => import('./PrincipalOfCase'));

/** The button in the principal's box, and the form that puts a principal together from its parts. */
export const PrincipalPopover = memo(function PrincipalPopover(): ReactElement {
  return (
    <PopButton
      className="parts-button"
      buttonLabel="Build the principal from parts"
      title="Who asks"
      placement="bottom end"
      popClass="parts"
      content={(close) => <PrincipalOfCase onDone={close} />}
    >
      Build the ARN <Icon name="down" size={10} />
    </PopButton>
  );
});
