import type { ReactElement, ReactNode } from 'react';
import { PopButton } from '../../ui/pop/PopButton';

interface MorePopoverProps {
  readonly label: string;
  readonly title: string;
  readonly className?: string;
  readonly children: (close: () => void) => ReactNode;
}

/** A small button in the verdict that opens what there is no room for. */
export function MorePopover({ label, title, className = '', children }: MorePopoverProps): ReactElement {
  return (
    <PopButton
      className={`btn sm verdict-more ${className}`}
      title={title}
      placement="bottom start"
      popClass="verdict-pop"
      content={children}
    >
      {label}
    </PopButton>
  );
}
