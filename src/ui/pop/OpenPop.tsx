import { Suspense, type ReactElement, type RefObject } from 'react';
import { Dialog, Heading, Popover } from 'react-aria-components';
import { PartBoundary } from '../PartBoundary';
import type { PopContent } from './types';

interface OpenPopProps extends PopContent {
  readonly trigger: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}

/** What a `PopButton` opens. */
export default function OpenPop({
  title,
  label,
  placement,
  popClass,
  content,
  trigger,
  onClose,
}: OpenPopProps): ReactElement {
  return (
    <Popover
      triggerRef={trigger}
      isOpen
      onOpenChange={onClose}
      placement={placement}
      className={`pop ${popClass}`}
    >
      <Dialog
        className="dialog-body"
        {...(title === undefined && label !== undefined && { 'aria-label': label })}
      >
        {title !== undefined && (
          <Heading slot="title" level={2}>
            {title}
          </Heading>
        )}
        <PartBoundary>
          <Suspense fallback={<p className="dim">Loading…</p>}>{content(onClose)}</Suspense>
        </PartBoundary>
      </Dialog>
    </Popover>
  );
}
