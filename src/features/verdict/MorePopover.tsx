import type { ReactElement, ReactNode } from 'react';
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';

interface MorePopoverProps {
  readonly label: string;
  readonly title: string;
  readonly className?: string;
  readonly children: (close: () => void) => ReactNode;
}

/** A small button in the verdict that opens what there is no room for. */
export function MorePopover({ label, title, className = '', children }: MorePopoverProps): ReactElement {
  return (
    <DialogTrigger>
      <Button className={`btn sm verdict-more ${className}`}>{label}</Button>
      <Popover placement="bottom start" className="pop verdict-pop">
        <Dialog className="dialog-body">
          {({ close }) => (
            <>
              <Heading slot="title" level={2}>
                {title}
              </Heading>
              {children(close)}
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
