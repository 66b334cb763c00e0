import { Suspense, type ReactElement } from 'react';
import { Dialog, Heading, Modal as AriaModal, ModalOverlay } from 'react-aria-components';
import { Icon } from '../Icon';
import { PartBoundary } from '../PartBoundary';
import type { ModalProps } from './types';

/**
 * A dialog over the page: keeps the focus, closes with Escape, gives the focus back. What is in it may still have to be
 * loaded.
 */
export default function OpenModal({ title, onClose, children, role = 'dialog' }: ModalProps): ReactElement {
  return (
    <ModalOverlay className="veil" isOpen isDismissable={role === 'dialog'} onOpenChange={onClose}>
      <AriaModal className="pop dialog">
        <Dialog role={role} className="dialog-body">
          <div className="dialog-head">
            <Heading slot="title" level={2} className="grow">
              {title}
            </Heading>
            <button className="btn icon" aria-label="Close" onClick={onClose}>
              <Icon name="cross" />
            </button>
          </div>
          <PartBoundary>
            <Suspense fallback={<p className="dim">Loading…</p>}>{children}</Suspense>
          </PartBoundary>
        </Dialog>
      </AriaModal>
    </ModalOverlay>
  );
}
