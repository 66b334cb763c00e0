import type { ReactElement, ReactNode } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';

export interface MenuAction {
  readonly id: string;
  readonly label: ReactNode;
  readonly run: () => void;
  readonly disabled?: boolean;
  readonly danger?: boolean;
}

interface ActionMenuProps {
  /** The button's label for those who do not see it. */
  readonly label: string;
  readonly className?: string;
  readonly actions: readonly MenuAction[];
  readonly children: ReactNode;
}

/** A button that opens a list of actions. */
export function ActionMenu({
  label,
  className = 'btn icon',
  actions,
  children,
}: ActionMenuProps): ReactElement {
  return (
    <MenuTrigger>
      <Button className={className} aria-label={label}>
        {children}
      </Button>
      <Popover placement="bottom end" className="pop menu-pop">
        <Menu
          className="menu"
          aria-label={label}
          disabledKeys={actions.filter((action) => action.disabled).map((action) => action.id)}
          onAction={(id) => actions.find((action) => action.id === id)?.run()}
        >
          {actions.map((action) => (
            <MenuItem key={action.id} id={action.id} className={action.danger ? 'item danger' : 'item'}>
              {action.label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
