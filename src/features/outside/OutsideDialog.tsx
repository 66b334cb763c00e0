import { lazy, type ReactElement } from 'react';
import { policyAt } from '../../case/scenario';
import { useDialog } from '../../store/dialog';
import { useOpenAddress } from '../../store/openPolicy';
import { usePolicies } from '../../store/selectors';
import { Modal } from '../../ui/pop/Modal';
import './outside.css';

const OutsideList = lazy(() => import('./OutsideList'));

/** Who outside can get in, by the resource's policy that is open. */
export function OutsideDialog(): ReactElement | null {
  const close = useDialog('outside');
  const policies = usePolicies();
  const address = useOpenAddress();
  const policy = address?.layer === 'resource' ? policyAt(policies, address) : undefined;
  if (!close || !address || !policy) return null;
  return (
    <Modal title="Who outside can get in" onClose={close}>
      <OutsideList address={address} policy={policy} onClose={close} />
    </Modal>
  );
}
