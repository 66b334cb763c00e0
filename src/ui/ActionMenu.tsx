import { Fragment, type ReactElement, type ReactNode } from 'react';
import {
  Button,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  Separator,
  SubmenuTrigger,
} from 'react-aria-components';
import { Icon } from './Icon';

export interface MenuAction {
  readonly id: string;
  readonly label: ReactNode;
  readonly run: () => void;
  readonly disabled?: boolean;
  readonly danger?: boolean;
  /** A rule above. */
  readonly apart?: boolean;
  /** Further actions behind this one. */
  readonly items?: readonly MenuAction[];
}

interface ActionMenuProps {
  /** The button's label for those who do not see it. */
  readonly label: string;
  readonly className?: string;
  readonly actions: readonly MenuAction[];
  readonly children: ReactNode;
  /** Reached by arrow keys from the row it belongs to, not by Tab. */
  readonly skipTab?: boolean;
}

/** A button that opens a list of actions. */
export function ActionMenu({
  label,
  className = 'btn icon',
  actions,
  children,
  skipTab = false,
}: ActionMenuProps): ReactElement {
  return (
    <MenuTrigger>
      <Button className={className} aria-label={label} excludeFromTabOrder={skipTab}>
        {children}
      </Button>
      <Popover placement="bottom end" className="pop menu-pop">
        <Actions label={label} actions={actions} />
      </Popover>
    </MenuTrigger>
  );
}

function Actions({ label, actions }: Pick<ActionMenuProps, 'label' | 'actions'>): ReactElement {
  return (
    <Menu
      className="menu"
      aria-label={label}
      disabledKeys={actions.filter((action) => action.disabled).map((action) => action.id)}
      onAction={(id) => actions.find((action) => action.id === id)?.run()}
    >
      {actions.map((action) => (
        <Fragment key={action.id}>
          {action.apart && <Separator className="rule" />}
          {action.items ? <Submenu action={action} items={action.items} /> : <Item action={action} />}
        </Fragment>
      ))}
    </Menu>
  );
}

function Item({ action }: { readonly action: MenuAction }): ReactElement {
  return (
    <MenuItem id={action.id} className={action.danger ? 'item danger' : 'item'} textValue={textOf(action)}>
      {action.label}
    </MenuItem>
  );
}

function Submenu({
  action,
  items,
}: {
  readonly action: MenuAction;
  readonly items: readonly MenuAction[];
}): ReactElement {
  return (
    <SubmenuTrigger>
      <MenuItem id={action.id} className="item" textValue={textOf(action)}>
        <span className="grow">{action.label}</span>
        <Icon name="right" size={10} />
      </MenuItem>
      <Popover className="pop menu-pop">
        <Actions label={textOf(action)} actions={items} />
      </Popover>
    </SubmenuTrigger>
  );
}

/** What typing the first letters of an action looks for. */
function textOf({ id, label }: MenuAction): string {
  return typeof label === 'string' ? label : id;
}
