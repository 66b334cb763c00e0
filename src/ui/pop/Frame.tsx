import { useRef, type ReactElement, type ReactNode } from 'react';
import { Dialog, Modal as AriaModal, ModalOverlay } from 'react-aria-components';
import { useFocusInside } from './useFocusInside';

interface FrameProps {
  /** Where no heading names it. */
  readonly label?: string;
  readonly role?: 'dialog' | 'alertdialog';
  readonly veil?: string;
  readonly className: string;
  readonly body: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What all dialogs stand in: it lies over the page, keeps the focus, closes with Escape, and gives the focus back. */
export function Frame(props: FrameProps): ReactElement {
  const { label, role = 'dialog', veil, className, body, onClose, children } = props;
  const box = useRef<HTMLElement>(null);
  useFocusInside(box);
  return (
    <ModalOverlay
      className={veil === undefined ? 'veil' : `veil ${veil}`}
      isOpen
      isDismissable={role === 'dialog'}
      onOpenChange={onClose}
    >
      <AriaModal className={className}>
        <Dialog ref={box} role={role} className={body} {...(label !== undefined && { 'aria-label': label })}>
          {children}
        </Dialog>
      </AriaModal>
    </ModalOverlay>
  );
}
