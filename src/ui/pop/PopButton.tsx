import { lazy, Suspense, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { PartBoundary } from '../PartBoundary';
import type { PopContent } from './types';

const OpenPop = lazy(() => import('./OpenPop'));

interface PopButtonProps extends PopContent {
  readonly className: string;
  /** The button's label, where its text alone does not say it. */
  readonly buttonLabel?: string;
  readonly children: ReactNode;
  /** Given together where something else opens it too. */
  readonly isOpen?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
}

/** A button and the pop-over that it opens, which is loaded when it is first opened. */
export function PopButton({
  className,
  buttonLabel,
  children,
  isOpen,
  onOpenChange,
  ...pop
}: PopButtonProps): ReactElement {
  const trigger = useRef<HTMLButtonElement>(null);
  const [ownOpen, setOwnOpen] = useState(false);
  const open = isOpen ?? ownOpen;
  const setOpen = onOpenChange ?? setOwnOpen;
  return (
    <>
      <button
        ref={trigger}
        type="button"
        className={className}
        aria-label={buttonLabel}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(true)}
      >
        {children}
      </button>
      {open && (
        <PartBoundary>
          <Suspense fallback={null}>
            <OpenPop {...pop} trigger={trigger} onClose={() => setOpen(false)} />
          </Suspense>
        </PartBoundary>
      )}
    </>
  );
}
