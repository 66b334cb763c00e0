import { Fragment, useRef, type ReactElement, type RefObject } from 'react';
import { Menu, MenuItem, Popover, Separator, SubmenuTrigger } from 'react-aria-components';
import { Icon } from '../Icon';
import type { MenuAction } from './types';
import { useFocusInside } from './useFocusInside';

interface OpenMenuProps {
  readonly label: string;
  readonly actions: readonly MenuAction[];
  readonly trigger: RefObject<HTMLElement | null>;
  readonly placement?: 'bottom start' | 'bottom end' | undefined;
  readonly onClose: () => void;
}

/** The list of an `ActionMenu`, once it is open. */
export default function OpenMenu({
  label,
  actions,
  trigger,
  placement = 'bottom end',
  onClose,
}: OpenMenuProps): ReactElement {
  return (
    <Popover
      triggerRef={trigger}
      isOpen
      onOpenChange={onClose}
      placement={placement}
      className="pop menu-pop"
    >
      <Actions label={label} actions={actions} onClose={onClose} />
    </Popover>
  );
}

interface ActionsProps extends Pick<OpenMenuProps, 'label' | 'actions' | 'onClose'> {
  /** Of a menu behind an entry: the menu that it stands in gives it the focus. */
  readonly inner?: boolean;
}

function Actions({ label, actions, onClose, inner = false }: ActionsProps): ReactElement {
  const list = useRef<HTMLDivElement>(null);
  useFocusInside(list);
  return (
    <Menu
      ref={list}
      className="menu"
      aria-label={label}
      autoFocus={inner ? false : 'first'}
      onClose={onClose}
      disabledKeys={actions.filter((action) => action.disabled).map((action) => action.id)}
      onAction={(id) => actions.find((action) => action.id === id)?.run()}
    >
      {actions.map((action) => (
        <Fragment key={action.id}>
          {action.apart && <Separator className="rule" />}
          {action.heading !== undefined && (
            <MenuItem isDisabled className="menu-heading" textValue={action.heading}>
              {action.heading}
            </MenuItem>
          )}
          {action.items ? (
            <Submenu action={action} items={action.items} onClose={onClose} />
          ) : (
            <Item action={action} />
          )}
        </Fragment>
      ))}
    </Menu>
  );
}

function Item({ action }: { readonly action: MenuAction }): ReactElement {
  return (
    <MenuItem id={action.id} className={action.danger ? 'item danger' : 'item'} textValue={textOf(action)}>
      {action.mark}
      {action.detail === undefined ? (
        action.label
      ) : (
        <>
          <span className="grow cut">{action.label}</span>
          <span className="item-detail">{action.detail}</span>
        </>
      )}
    </MenuItem>
  );
}

function Submenu({
  action,
  items,
  onClose,
}: {
  readonly action: MenuAction;
  readonly items: readonly MenuAction[];
  readonly onClose: () => void;
}): ReactElement {
  return (
    <SubmenuTrigger>
      <MenuItem id={action.id} className="item" textValue={textOf(action)}>
        <span className="grow">{action.label}</span>
        <Icon name="right" size={10} />
      </MenuItem>
      <Popover className="pop menu-pop">
        <Actions label={textOf(action)} actions={items} onClose={onClose} inner />
      </Popover>
    </SubmenuTrigger>
  );
}

/** What typing the first letters of an action looks for. */
function textOf({ id, label }: MenuAction): string {
  return typeof label === 'string' ? label : id;
}
