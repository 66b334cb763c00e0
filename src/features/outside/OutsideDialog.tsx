import { lazy, Suspense, type ReactElement } from 'react';
import { policyAt } from '../../engine/scenario';
import { useOpenAddress } from '../../store/openPolicy';
import { useScenario } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { Modal } from '../../ui/Modal';
import './outside.css';

const OutsideList = lazy(() => import('./OutsideList'));

/** Who outside can get in, by the resource's policy that is open. */
export function OutsideDialog(): ReactElement | null {
  const isOpen = useVerdict((state) => state.dialog === 'outside');
  const show = useVerdict((state) => state.show);
  const { policies } = useScenario();
  const address = useOpenAddress();
  const policy = address?.layer === 'resource' ? policyAt(policies, address) : undefined;
  if (!isOpen || !address || !policy) return null;
  const close = (): void => show(undefined);
  return (
    <Modal title="Who outside can get in" onClose={close}>
      <Suspense fallback={<p className="dim">Loading…</p>}>
        <OutsideList address={address} policy={policy} onClose={close} />
      </Suspense>
    </Modal>
  );
}
