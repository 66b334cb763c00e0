import {
  lazy,
  Suspense,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
} from 'react';
import { PartBoundary } from '../PartBoundary';
import type { MenuAction } from './types';

const OpenMenu = lazy(() => import('./OpenMenu'));

interface ActionMenuProps {
  /** The button's label for those who do not see it. */
  readonly label: string;
  readonly className?: string;
  readonly actions: readonly MenuAction[];
  readonly children: ReactNode;
  readonly placement?: 'bottom start' | 'bottom end';
  /** Reached by arrow keys from the row it belongs to, not by Tab. */
  readonly skipTab?: boolean;
}

/** A button that opens a list of actions; the list is loaded when it is first opened. */
export function ActionMenu({
  label,
  className = 'btn icon',
  actions,
  children,
  placement,
  skipTab = false,
}: ActionMenuProps): ReactElement {
  const trigger = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    event.stopPropagation();
    setOpen(true);
  };
  return (
    <>
      <button
        ref={trigger}
        type="button"
        className={className}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        tabIndex={skipTab ? -1 : undefined}
        onClick={() => setOpen(true)}
        onKeyDown={onKeyDown}
      >
        {children}
      </button>
      {isOpen && (
        <PartBoundary>
          <Suspense fallback={null}>
            <OpenMenu
              label={label}
              actions={actions}
              trigger={trigger}
              placement={placement}
              onClose={() => setOpen(false)}
            />
          </Suspense>
        </PartBoundary>
      )}
    </>
  );
}
